package org.folkmoot.server.codebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Which answers carry which theme of a question at one moment: the machine's codings through the codebook as people
/// have it, and people's decisions in their stead wherever they decided.
public final class CodedQuestion {
    private final Kept kept;
    private final Codebook codebook;
    private final long[] answers;
    private final long[] group;
    private final Map<ThemeId, BitSet> carried = new HashMap<>();
    private final Map<ThemeId, BitSet> own = new HashMap<>();
    private final BitSet decided = new BitSet();
    private final Set<Long> decidedGroups;
    private final BitSet secondLook = new BitSet();
    private final Map<ThemeId, Integer> texts = new ConcurrentHashMap<>();
    private final int analysed;

    /// @param bySource by place of the source indices of answers
    /// @param decisions by answer id
    CodedQuestion(
            Kept kept,
            Codebook codebook,
            Benches.Loaded bench,
            Map<Integer, BitSet> bySource,
            Map<Long, CarriedThemes.Decision> decisions) {
        this.kept = kept;
        this.codebook = codebook;
        this.answers = bench.answers();
        this.group = bench.group();
        this.analysed = (int) Arrays.stream(group).filter(g -> g >= 0).count();
        Map<Integer, CarriedThemes.Decision> byIndex = new HashMap<>();
        decisions.forEach((answer, decision) -> {
            int index = Arrays.binarySearch(answers, answer);
            if (index >= 0) {
                byIndex.put(index, decision);
                decided.set(index);
            }
        });
        decidedGroups = decided.stream()
                .mapToObj(index -> group[index])
                .filter(one -> one >= 0)
                .collect(Collectors.toSet());
        for (WorkingTheme theme : codebook.themes()) {
            BitSet of = new BitSet();
            for (SourceId source : theme.sources()) {
                of.or(bySource.getOrDefault(kept.place(source), new BitSet()));
            }
            of.andNot(decided);
            own.put(theme.id(), of);
        }
        byIndex.forEach((index, decision) -> {
            for (ThemeId theme : decision.themes()) {
                switch (codebook.resolve(theme, decision.after())) {
                    case Resolution.Carried now -> {
                        bits(own, now.by()).set(index);
                        if (now.needsSecondLook()) {
                            secondLook.set(index);
                        }
                    }
                    case Resolution.Aside aside -> bits(own, aside.by()).set(index);
                    case Resolution.Nowhere _ -> {}
                }
            }
        });
        for (WorkingTheme theme : codebook.themes()) {
            BitSet all = (BitSet) bits(own, theme.id()).clone();
            codebook.below(theme.id()).stream()
                    .filter(below -> !below.isSetAside())
                    .forEach(below -> all.or(bits(own, below.id())));
            carried.put(theme.id(), all);
        }
    }

    private static BitSet bits(Map<ThemeId, BitSet> map, ThemeId theme) {
        return map.computeIfAbsent(theme, _ -> new BitSet());
    }

    public Kept kept() {
        return kept;
    }

    /// The themes it was counted by.
    public Codebook themes() {
        return codebook;
    }

    /// Ids of the answers, ascending; all indices here count in them.
    public long[] answers() {
        return answers.clone();
    }

    /// Index of an answer, negative if it is none of these.
    public int indexOf(long answer) {
        return Arrays.binarySearch(answers, answer);
    }

    /// How many answers there are that are not blank.
    public int size() {
        return answers.length;
    }

    /// How many answers a person decided on.
    public int decided() {
        return decided.cardinality();
    }

    /// Whether a person decided on an answer.
    public boolean isDecided(int index) {
        return decided.get(index);
    }

    /// Whether a person decided on an answer of (nearly) the same text.
    public boolean isLikeOneDecided(long answer) {
        int index = Arrays.binarySearch(answers, answer);
        return index >= 0 && decidedGroups.contains(group[index]);
    }

    /// Answers whose theme was split after a person decided on them.
    public List<Long> awaitingSecondLook() {
        return secondLook.stream().mapToObj(index -> answers[index]).toList();
    }

    /// Indices of the answers that carry a theme or one of its sub-themes.
    public BitSet of(ThemeId theme) {
        return (BitSet) carried.getOrDefault(theme, new BitSet()).clone();
    }

    /// Indices of the answers that carry the theme itself.
    public BitSet alone(ThemeId theme) {
        return (BitSet) own.getOrDefault(theme, new BitSet()).clone();
    }

    /// How many submissions carry a theme.
    public int submissions(ThemeId theme) {
        return carried.getOrDefault(theme, new BitSet()).cardinality();
    }

    /// How many distinct texts carry a theme.
    public int texts(ThemeId theme) {
        return texts.computeIfAbsent(theme, _ -> texts(carried.getOrDefault(theme, new BitSet())));
    }

    private int texts(BitSet of) {
        BitSet groups = new BitSet();
        int apart = 0;
        for (int i = of.nextSetBit(0); i >= 0; i = of.nextSetBit(i + 1)) {
            if (group[i] < 0) {
                apart++;
            } else {
                groups.set(Math.toIntExact(group[i]));
            }
        }
        return groups.cardinality() + apart;
    }

    /// Indices of the answers that carry any theme that is not set aside.
    public BitSet covered() {
        BitSet covered = new BitSet();
        for (WorkingTheme theme : codebook.themes()) {
            if (!codebook.isSetAside(theme)) {
                covered.or(own.getOrDefault(theme.id(), new BitSet()));
            }
        }
        return covered;
    }

    /// How many answers were analysed: those with a view.
    public int analysed() {
        return analysed;
    }

    /// Indices of the answers with a view.
    public BitSet analysedAnswers() {
        BitSet analysed = new BitSet();
        for (int i = 0; i < group.length; i++) {
            analysed.set(i, group[i] >= 0);
        }
        return analysed;
    }

    /// The themes of one answer, in the codebook's order, set-aside ones left out.
    public List<WorkingTheme> themesOf(int index) {
        List<WorkingTheme> themes = new ArrayList<>();
        for (WorkingTheme theme : codebook.themes()) {
            if (!codebook.isSetAside(theme)
                    && own.getOrDefault(theme.id(), new BitSet()).get(index)) {
                themes.add(theme);
            }
        }
        return themes;
    }
}
