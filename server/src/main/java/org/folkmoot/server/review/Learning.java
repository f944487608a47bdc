package org.folkmoot.server.review;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.folkmoot.corpus.run.Bench;
import org.folkmoot.server.codebook.Benches;
import org.folkmoot.server.codebook.CarriedThemes;
import org.folkmoot.server.codebook.Codebook;
import org.folkmoot.server.codebook.Codebooks;
import org.folkmoot.server.codebook.Engines;
import org.folkmoot.server.codebook.Kept;
import org.folkmoot.server.codebook.MachineCodings;
import org.folkmoot.server.codebook.Proposals;
import org.folkmoot.server.codebook.Resolution;
import org.folkmoot.server.codebook.SourceId;
import org.folkmoot.server.codebook.ThemeId;
import org.folkmoot.server.codebook.ThemeSource;
import org.folkmoot.server.codebook.WorkingTheme;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.text.Progress;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.theme.Theme;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Lets the coder of a question learn from what people decided, and codes all its answers anew.
///
/// A job calls `learn`, which takes a while and needs no transaction, and then `record` in the transaction
/// that ends its run. It learns from decisions alone: never from an answer that is or was in a blind
/// sample, so that samples measure a coder that has not seen them, and not from decisions on a theme that
/// was split since.
@Component
public class Learning {
    private static final int ALL = Integer.MAX_VALUE;

    private final Codebooks codebooks;
    private final Benches benches;
    private final MachineCodings machine;
    private final Decisions decisions;
    private final BlindSamples samples;
    private final Engines engines;
    private final Proposals proposals;

    Learning(
            Codebooks codebooks,
            Benches benches,
            MachineCodings machine,
            Decisions decisions,
            BlindSamples samples,
            Engines engines,
            Proposals proposals) {
        this.codebooks = codebooks;
        this.benches = benches;
        this.machine = machine;
        this.decisions = decisions;
        this.samples = samples;
        this.engines = engines;
        this.proposals = proposals;
    }

    /// What was learned.
    ///
    /// @param from the run whose bench and answers it rests on: the new run has the same
    /// @param learnedFrom how many decisions
    /// @param isLearned false where they were too few: the codings are then those without learning
    public record Learned(
            Kept codebook,
            List<ThemeSource> sources,
            Codings codings,
            long[] answers,
            long from,
            int learnedFrom,
            boolean isLearned) {}

    /// Learns.
    ///
    /// @throws java.util.concurrent.CancellationException if progress stops it
    public Learned learn(long question, Progress progress) {
        Kept kept = codebooks.of(question).orElseThrow(Refused::notFound);
        Benches.Loaded bench = benches.of(kept.codedBy());
        List<ThemeSource> sources = codebooks.sources(kept);
        List<WorkingTheme> themes = learnable(kept.themes());
        SortedMap<Integer, Set<String>> reviewed = reviewed(kept, bench);
        Bench.Learned learned = bench.bench()
                .learn(engineThemes(themes, sources), centres(themes, sources), reviewed, engines.engine(progress));
        return new Learned(
                kept,
                sources,
                codings(kept, bench, themes, learned.codings()),
                bench.answers(),
                kept.codedBy(),
                reviewed.size(),
                learned.isLearned());
    }

    /// Keeps what was learned as the codings of a run, and makes them the current ones.
    ///
    /// @return whether they became current; not if a theme was added or described anew meanwhile
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean record(long run, Learned learned) {
        return proposals.coded(run, learned.codebook(), learned.sources(), learned.codings(), learned.answers());
    }

    private static List<WorkingTheme> learnable(Codebook codebook) {
        return codebook.themes().stream()
                .filter(theme -> !theme.sources().isEmpty() && !codebook.isSetAside(theme))
                .toList();
    }

    /// By index of the bench the themes that people gave.
    private SortedMap<Integer, Set<String>> reviewed(Kept kept, Benches.Loaded bench) {
        Codebook codebook = kept.themes();
        Set<Long> untouched = new HashSet<>(samples.everDrawn(kept.question()));
        SortedMap<Integer, Set<String>> reviewed = new TreeMap<>();
        for (Map.Entry<Long, CarriedThemes.Decision> decided :
                decisions.of(kept.question()).entrySet()) {
            int index = java.util.Arrays.binarySearch(bench.answers(), decided.getKey());
            if (index < 0 || bench.group()[index] < 0 || untouched.contains(decided.getKey())) {
                continue;
            }
            Set<String> given = new HashSet<>();
            boolean unclear = false;
            for (ThemeId theme : decided.getValue().themes()) {
                if (codebook.resolve(theme, decided.getValue().after()) instanceof Resolution.Carried now) {
                    given.add(now.by().value());
                    unclear |= now.needsSecondLook();
                }
            }
            if (!unclear) {
                reviewed.put(index, given);
            }
        }
        return reviewed;
    }

    private static List<Theme> engineThemes(List<WorkingTheme> themes, List<ThemeSource> sources) {
        Map<SourceId, ThemeSource> byId = byId(sources);
        return themes.stream()
                .map(theme -> {
                    List<ThemeSource> carried = theme.sources().stream()
                            .map(source -> of(byId, source))
                            .toList();
                    List<String> examples = carried.stream()
                            .flatMap(source -> source.definition().examples().stream())
                            .toList();
                    return new Theme(
                            theme.id().value(),
                            theme.headline(),
                            theme.description(),
                            theme.keyPhrases(),
                            null,
                            examples,
                            ThemeSource.languages(carried));
                })
                .toList();
    }

    private static Map<SourceId, ThemeSource> byId(List<ThemeSource> sources) {
        Map<SourceId, ThemeSource> byId = new HashMap<>();
        sources.forEach(source -> byId.put(source.id(), source));
        return byId;
    }

    private static ThemeSource of(Map<SourceId, ThemeSource> byId, SourceId source) {
        ThemeSource found = byId.get(source);
        if (found == null) {
            throw new IllegalStateException("the codebook has no source " + source);
        }
        return found;
    }

    /// By theme the mean of its sources' centres.
    private static Map<String, float[]> centres(List<WorkingTheme> themes, List<ThemeSource> sources) {
        Map<SourceId, ThemeSource> byId = byId(sources);
        Map<String, float[]> centres = new HashMap<>();
        for (WorkingTheme theme : themes) {
            List<float[]> all = new ArrayList<>();
            for (SourceId source : theme.sources()) {
                float[] centre = of(byId, source).centre();
                if (centre != null) {
                    all.add(centre);
                }
            }
            if (!all.isEmpty()) {
                float[] mean = new float[all.getFirst().length];
                for (float[] centre : all) {
                    for (int i = 0; i < mean.length; i++) {
                        mean[i] += centre[i] / all.size();
                    }
                }
                centres.put(theme.id().value(), mean);
            }
        }
        return centres;
    }

    private record Row(int index, Span span, int source, float confidence) {}

    /// Codings by source: what was learned of a theme goes to that of its sources which coded the answer
    /// before, else to its first; sources that no theme carries now keep what they had, so that undoing an
    /// edit finds it.
    private Codings codings(Kept kept, Benches.Loaded bench, List<WorkingTheme> themes, Codings learned) {
        Map<Integer, BitSet> before = machine.answersBySource(kept, kept.codedBy(), bench.answers());
        Map<Integer, Integer> left = new LinkedHashMap<>();
        kept.places().values().forEach(place -> left.put(place, place));
        List<Row> rows = new ArrayList<>();
        themes.forEach(theme -> theme.sources().forEach(source -> left.remove(place(kept, source))));
        for (int i = 0; i < learned.size(); i++) {
            int index = learned.answer(i);
            List<Integer> places = themes.get(learned.theme(i)).sources().stream()
                    .map(source -> place(kept, source))
                    .toList();
            int to = places.stream()
                    .filter(place -> before.getOrDefault(place, new BitSet()).get(index))
                    .findFirst()
                    .orElse(places.getFirst());
            rows.add(new Row(index, learned.span(i), to, learned.confidence(i)));
        }
        machine.of(kept, List.copyOf(left.keySet()), ALL)
                .forEach(coding -> rows.add(
                        new Row(bench.indexOf(coding.answer()), coding.span(), coding.place(), coding.confidence())));
        rows.sort(Comparator.comparingInt(Row::index));
        Codings.Builder codings = new Codings.Builder();
        rows.forEach(row -> codings.add(row.index(), row.span(), row.source(), row.confidence()));
        return codings.build();
    }

    private static int place(Kept kept, SourceId source) {
        Integer place = kept.places().get(source);
        if (place == null) {
            throw new IllegalStateException("the codebook has no source " + source);
        }
        return place;
    }
}
