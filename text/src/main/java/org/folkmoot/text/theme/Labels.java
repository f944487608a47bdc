package org.folkmoot.text.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.folkmoot.text.lexical.Subjects;

/// Names themes by the subject (`Subjects`) that their texts speak of more than the others do.
///
/// A subject may name a theme if several of its answers speak of it, and more often than the other texts do. Its
/// strength is the share of the theme's answers that speak of it, times the logarithm of how many times more often
/// the theme's texts do than the rest. Each name is given once, to the theme where it is strongest. Where no subject
/// is strong enough a theme has no name but its sentence.
final class Labels {
    /// No subject.
    static final int NONE = -1;

    private static final int FEWEST_ANSWERS = 4;
    /// Logarithm of the times beyond which speaking more often of a subject says no more.
    private static final double MOST_TIMES = 2;

    /// Share of the strength of a theme's strongest subject below which another does not name it.
    private static final double NEAR_STRONGEST = 0.6;

    private final Material material;
    private final List<BitSet> spoken;
    private final int[] texts;

    Labels(Material material) {
        this.material = material;
        this.spoken = new ArrayList<>();
        this.texts = new int[Subjects.ENGLISH.size()];
        for (int text = 0; text < material.size(); text++) {
            BitSet subjects = material.isEnglish(text)
                    ? Subjects.ENGLISH.of(material.texts().get(text))
                    : new BitSet();
            spoken.add(subjects);
            subjects.stream().forEach(s -> texts[s]++);
        }
    }

    private record Candidate(int theme, int subject, double strength) {}

    /// How plain a subject must be to name a theme.
    ///
    /// @param share of the theme's answers that must speak of it
    /// @param strength least strength
    record Bar(double share, double strength) {}

    /// For each of `themes` (the texts of each) its subject or `NONE`, each subject to one theme.
    int[] of(List<List<Integer>> themes, Bar bar) {
        List<Candidate> candidates = new ArrayList<>();
        for (int theme = 0; theme < themes.size(); theme++) {
            List<Candidate> own = candidates(theme, themes.get(theme), bar);
            double most = own.stream().mapToDouble(Candidate::strength).max().orElse(0);
            own.stream().filter(c -> c.strength >= NEAR_STRONGEST * most).forEach(candidates::add);
        }
        candidates.sort(Comparator.comparingDouble((Candidate c) -> -c.strength)
                .thenComparingInt(Candidate::theme)
                .thenComparingInt(Candidate::subject));
        int[] given = new int[themes.size()];
        Arrays.fill(given, NONE);
        Set<Integer> taken = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (given[candidate.theme] == NONE && taken.add(candidate.subject)) {
                given[candidate.theme] = candidate.subject;
            }
        }
        return given;
    }

    /// The strongest subject of these texts, whatever other themes are named; `NONE` where none is plain enough.
    int strongest(List<Integer> theme, Bar bar) {
        return candidates(0, theme, bar).stream()
                .max(Comparator.comparingDouble(Candidate::strength).thenComparingInt(c -> -c.subject))
                .map(Candidate::subject)
                .orElse(NONE);
    }

    private List<Candidate> candidates(int theme, List<Integer> members, Bar bar) {
        int subjects = texts.length;
        int[] inside = new int[subjects];
        List<Set<Integer>> answers = new ArrayList<>();
        for (int s = 0; s < subjects; s++) {
            answers.add(new HashSet<>());
        }
        Set<Integer> all = new HashSet<>();
        for (int text : members) {
            int answer = material.answers().get(text);
            all.add(answer);
            spoken.get(text).stream().forEach(s -> {
                inside[s]++;
                answers.get(s).add(answer);
            });
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int s = 0; s < subjects; s++) {
            int naming = answers.get(s).size();
            double share = (double) naming / Math.max(1, all.size());
            double here = (double) inside[s] / Math.max(1, members.size());
            double elsewhere = (texts[s] - inside[s] + 0.5) / (material.size() - members.size() + 1);
            double strength = naming == 0 ? 0 : share * Math.min(MOST_TIMES, Math.log(here / elsewhere));
            if (naming >= FEWEST_ANSWERS && share >= bar.share && strength >= bar.strength) {
                candidates.add(new Candidate(theme, s, strength));
            }
        }
        return candidates;
    }
}
