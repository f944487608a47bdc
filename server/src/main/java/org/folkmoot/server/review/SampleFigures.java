package org.folkmoot.server.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.corpus.sample.BlindCheck;
import org.folkmoot.corpus.sample.BlindMaterial;
import org.folkmoot.quality.threshold.Outcomes;
import org.folkmoot.quality.threshold.SelectiveCoding;
import org.folkmoot.server.codebook.Codebook;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.review.BlindSamples.Sample;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The statistics of blind samples that are closed. Nobody sees any before, lest they sway who still
/// decides.
@Component
class SampleFigures {
    private static final double CONFIDENCE = 0.95;

    /// Codings are accepted unread if with probability 0.95 at most a tenth of them is wrong.
    private static final SelectiveCoding.Options PROMISE = SelectiveCoding.Options.of(0.1, 0.05);

    private static final int KEPT = 32;

    private final BlindSamples samples;
    private final Readings readings;
    private final SampleFrame frames;
    private final Map<Key, Figures> known = new LinkedHashMap<>(16, 0.75f, true);

    SampleFigures(BlindSamples samples, Readings readings, SampleFrame frames) {
        this.samples = samples;
        this.readings = readings;
        this.frames = frames;
    }

    private record Key(long sample, double reach) {}

    /// What a sample says.
    ///
    /// @param check of the answers that the machine coded
    /// @param decided how many answers with a view people had decided on before
    /// @param decidedWith how many of these carry each theme
    /// @param unread the confidence above which codings need not be read; null where chances were unequal
    record Figures(
            BlindCheck check,
            int decided,
            Map<String, Integer> decidedWith,
            @Nullable SelectiveCoding unread) {}

    /// The figures of a closed sample.
    ///
    /// @param reach half the width of the interval aimed at, in (0, 1)
    /// @throws Refused if it is not closed
    @Transactional(readOnly = true)
    public Figures of(Sample sample, double reach) {
        if (sample.state() != SampleState.CLOSED) {
            throw Refused.conflict("sample-not-closed");
        }
        Key key = new Key(sample.id(), reach);
        synchronized (known) {
            Figures figures = known.get(key);
            if (figures != null) {
                return figures;
            }
        }
        Figures figures = computed(sample, reach);
        synchronized (known) {
            known.put(key, figures);
            if (known.size() > KEPT) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return figures;
    }

    private Figures computed(Sample sample, double reach) {
        SampleFrame.Measured measured = SampleFrame.Measured.of(sample);
        List<SampleFrame.Unit> frame = frames.of(measured);
        BlindMaterial material = material(sample, frame);
        Map<Long, Set<String>> decided = frames.decisions(measured);
        Map<String, Integer> decidedWith = new HashMap<>();
        decided.values().forEach(themes -> themes.forEach(theme -> decidedWith.merge(theme, 1, Integer::sum)));
        return new Figures(
                BlindCheck.of(material, new BlindCheck.Options(CONFIDENCE, reach)),
                decided.size(),
                Map.copyOf(decidedWith),
                unread(sample, frame, material));
    }

    /// All that the statistics rest on.
    BlindMaterial material(Sample sample, List<SampleFrame.Unit> frame) {
        Codebook codebook = sample.themes();
        Map<String, Double> drawn = new LinkedHashMap<>();
        samples.items(sample.id()).forEach(item -> drawn.put(Long.toString(item.answer()), item.inclusion()));
        List<BlindMaterial.Reading> read = new ArrayList<>();
        readings.of(sample.id()).values().forEach(reader -> {
            Map<String, Set<String>> given = new LinkedHashMap<>();
            reader.forEach((answer, reading) -> given.put(Long.toString(answer), reading.themes()));
            read.add(new BlindMaterial.Reading("reader " + (read.size() + 1), given));
        });
        Map<String, Set<String>> adjudicated = new LinkedHashMap<>();
        readings.adjudicated(sample.id())
                .forEach((answer, decided) -> adjudicated.put(Long.toString(answer), decided.themes()));
        return new BlindMaterial(
                codebook.themes().stream()
                        .filter(theme -> !codebook.isSetAside(theme))
                        .map(theme -> new BlindMaterial.Theme(
                                theme.id().value(),
                                theme.parent() == null ? "" : theme.parent().value()))
                        .toList(),
                frame.stream()
                        .map(unit -> new BlindMaterial.Unit(
                                Long.toString(unit.answer()),
                                unit.stratum(),
                                unit.coded().keySet()))
                        .toList(),
                drawn,
                read,
                adjudicated);
    }

    /// Needs codings drawn with equal chances: those of a simple or systematic sample of answers are.
    private static @Nullable SelectiveCoding unread(
            Sample sample, List<SampleFrame.Unit> frame, BlindMaterial material) {
        if (!sample.plan().startsWith("simple") && !sample.plan().startsWith("systematic")) {
            return null;
        }
        List<Double> confidence = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        for (SampleFrame.Unit unit : frame) {
            all.addAll(unit.coded().values());
            String id = Long.toString(unit.answer());
            if (material.drawn().containsKey(id)) {
                unit.coded().forEach((theme, sure) -> {
                    confidence.add(sure);
                    right.add(truth(sample.themes(), material, id).contains(theme));
                });
            }
        }
        boolean[] outcomes = new boolean[right.size()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = right.get(i);
        }
        return SelectiveCoding.find(new Outcomes(doubles(confidence), outcomes), doubles(all), PROMISE);
    }

    private static double[] doubles(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// What an answer of a closed sample carries: what was adjudicated, else what all its readers gave.
    private static Set<String> truth(Codebook codebook, BlindMaterial material, String unit) {
        Set<String> adjudicated = material.adjudicated().get(unit);
        return ThemeSets.whole(
                codebook,
                adjudicated != null
                        ? adjudicated
                        : material.readings().getFirst().decisions().getOrDefault(unit, Set.of()));
    }
}
