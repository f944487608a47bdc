package org.folkmoot.corpus.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.folkmoot.corpus.sample.BlindReading.Decision;
import org.folkmoot.corpus.sample.RunAnswers.Answer;
import org.folkmoot.corpus.sample.RunAnswers.RunTheme;
import org.folkmoot.quality.agreement.Coefficient;
import org.folkmoot.quality.agreement.KrippendorffAlpha;
import org.folkmoot.quality.agreement.Ratings;
import org.folkmoot.quality.estimation.BlindSample;
import org.folkmoot.quality.estimation.Estimate;
import org.folkmoot.quality.estimation.Estimate.Measured;
import org.folkmoot.quality.estimation.MachineCount;
import org.folkmoot.quality.estimation.ThemeShares;
import org.jspecify.annotations.Nullable;

/// The figures of one question after people read a sample of it.
///
/// @param read answers read by the first reader
/// @param population answers the machine coded, for which the figures stand
/// @param readers who read, in alphabetical order
/// @param readTwice answers read by a second person
/// @param reach half the width of the interval aimed at
/// @param themes in the order of the codebook
public record CheckedQuestion(
        String question,
        int read,
        int population,
        List<String> readers,
        int readTwice,
        double reach,
        List<CheckedTheme> themes) {
    private static final double CONFIDENCE = 0.95;

    /// One theme.
    ///
    /// @param figures corrected share, precision and recall
    /// @param agreement Krippendorff's alpha of the readers, or why there is none; null with one reader
    /// @param more how many more answers to read to know the share to ±`reach`; -1 where that cannot be said
    public record CheckedTheme(
            RunTheme theme,
            ThemeShares.Row figures,
            @Nullable Coefficient agreement,
            long more) {}

    /// Every question that was read.
    ///
    /// @param reach half the width of the interval aimed at, > 0
    public static List<CheckedQuestion> of(RunAnswers run, BlindReading reading, double reach) {
        List<CheckedQuestion> checked = new ArrayList<>();
        reading.readings().forEach((question, readings) -> checked.add(of(run, question, readings, reach)));
        return List.copyOf(checked);
    }

    private static CheckedQuestion of(
            RunAnswers run, String question, List<Map<String, Decision>> readings, double reach) {
        List<Answer> population = run.machineCoded(question);
        List<Decision> sample = List.copyOf(readings.getFirst().values());
        List<RunTheme> codebook = run.themes().getOrDefault(question, List.of());
        Strata strata = Strata.of(sample, population);
        ThemeShares shares = ThemeShares.of(
                codebook.stream().map(theme -> strata.theme(theme.id())).toList(), ThemeShares.Options.DEFAULT);
        List<CheckedTheme> themes = new ArrayList<>();
        for (int i = 0; i < codebook.size(); i++) {
            String id = codebook.get(i).id();
            ThemeShares.Row row = shares.themes().get(i);
            themes.add(new CheckedTheme(
                    codebook.get(i),
                    row,
                    readings.size() < 2 ? null : agreement(readings, id),
                    more(row.share(), sample.size(), population.size(), reach)));
        }
        Set<String> readers = new TreeSet<>();
        readings.forEach(file -> file.values().forEach(decision -> readers.add(decision.reader())));
        long twice = readings.getFirst().keySet().stream()
                .filter(item -> readings.stream().skip(1).anyMatch(other -> other.containsKey(item)))
                .count();
        return new CheckedQuestion(
                question,
                sample.size(),
                population.size(),
                List.copyOf(readers),
                (int) twice,
                reach,
                List.copyOf(themes));
    }

    private static Coefficient agreement(List<Map<String, Decision>> readings, String theme) {
        Ratings.Builder<Boolean> ratings = Ratings.builder();
        for (int reader = 0; reader < readings.size(); reader++) {
            String name = "reader " + (reader + 1);
            readings.get(reader)
                    .forEach((item, decision) ->
                            ratings.add(item, name, decision.themes().contains(theme)));
        }
        return KrippendorffAlpha.nominal(ratings.build(), CONFIDENCE);
    }

    /// The interval's width goes with √(1/n - 1/N) for the same machine and design.
    static long more(Estimate share, int read, int population, double reach) {
        if (!(share instanceof Measured measured)) {
            return -1;
        }
        double half = measured.interval().width() / 2;
        if (half <= reach || read >= population) {
            return 0;
        }
        double now = 1.0 / read - 1.0 / population;
        double needed = 1 / (1.0 / population + now * (reach / half) * (reach / half));
        return (long) Math.ceil(needed - 1e-9) - read;
    }

    /// Sample and population by stratum.
    private record Strata(
            List<Decision> sample, int[] ofSample, List<Answer> population, int[] ofPopulation, int count) {
        static Strata of(List<Decision> sample, List<Answer> population) {
            String by = sample.getFirst().stratum().replaceFirst("=.*", "");
            Map<String, Integer> index = new LinkedHashMap<>();
            int[] ofPopulation = population.stream()
                    .mapToInt(answer -> index.computeIfAbsent(RunAnswers.stratum(answer, by), _ -> index.size()))
                    .toArray();
            int[] ofSample = sample.stream()
                    .mapToInt(decision -> index.getOrDefault(decision.stratum(), 0))
                    .toArray();
            return new Strata(sample, ofSample, population, ofPopulation, index.size());
        }

        ThemeShares.Theme theme(String id) {
            long[] with = new long[count];
            long[] without = new long[count];
            for (int i = 0; i < ofPopulation.length; i++) {
                (population.get(i).themes().contains(id) ? with : without)[ofPopulation[i]]++;
            }
            double[] probability =
                    sample.stream().mapToDouble(Decision::probability).toArray();
            return new ThemeShares.Theme(
                    id,
                    new BlindSample(
                            flags(decision -> decision.themes().contains(id)),
                            flags(decision -> decision.answer().themes().contains(id)),
                            probability,
                            ofSample),
                    new MachineCount(with, without));
        }

        private boolean[] flags(Predicate<Decision> flag) {
            boolean[] flags = new boolean[sample.size()];
            for (int i = 0; i < flags.length; i++) {
                flags[i] = flag.test(sample.get(i));
            }
            return flags;
        }
    }
}
