package org.folkmoot.quality.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.quality.distribution.Binomial;
import org.folkmoot.quality.distribution.Normal;
import org.folkmoot.quality.estimation.Estimate.Measured;
import org.folkmoot.quality.estimation.Estimate.Refused;
import org.folkmoot.quality.multiplicity.AdjustedP;

/// The corrected share of every theme of a codebook from one blind sample, the coder's accuracy on each, and which
/// machine counts are wrong, with control of the number of comparisons made.
///
/// The test of a machine count asks whether its false codings and its omissions cancel out: sign test on the two
/// among those read where all had the same chance and there are no strata, else normal. Once all are read nothing is
/// left to chance: the p-value is 0 where the count is wrong and 1 where it is right. O(themes × read).
///
/// @param themes one row for each theme, in the order given
/// @param options as asked
public record ThemeShares(List<Row> themes, Options options) {
    public ThemeShares {
        themes = List.copyOf(themes);
    }

    /// @param confidence of each interval, in (0, 1)
    /// @param adjustment of the p-values
    /// @param together whether `confidence` is to hold for all intervals at once: each is then made at
    ///     1 - (1 - confidence) / themes (Bonferroni)
    public record Options(double confidence, AdjustedP.Method adjustment, boolean together) {
        public static final Options DEFAULT = new Options(0.95, AdjustedP.Method.HOLM, false);

        public Options {
            if (!(confidence > 0 && confidence < 1)) {
                throw new IllegalArgumentException("confidence must be in (0, 1): " + confidence);
            }
        }

        double confidenceOfEach(int themes) {
            return together ? 1 - (1 - confidence) / Math.max(1, themes) : confidence;
        }
    }

    /// What is known of one theme.
    ///
    /// @param theme its name
    /// @param sample what people and machine said of the units read
    /// @param count what the machine said of all
    public record Theme(String theme, BlindSample sample, MachineCount count) {}

    /// What is found of one theme.
    ///
    /// @param theme its name
    /// @param coded units the machine gave it
    /// @param population units in all
    /// @param share corrected share of the population
    /// @param readingOnly share from the reading alone, to see what the machine added
    /// @param accuracy of the machine's coding
    /// @param p p-value of "the machine's count is right", NaN where the share was refused
    /// @param adjustedP adjusted for the number of themes
    public record Row(
            String theme,
            long coded,
            long population,
            Estimate share,
            Estimate readingOnly,
            CoderAccuracy accuracy,
            double p,
            double adjustedP) {}

    /// The difference of one theme between two groups.
    ///
    /// @param theme its name
    /// @param difference first group minus second
    /// @param adjustedP p-value of "no difference", adjusted for the number of themes
    public record Compared(String theme, ShareDifference difference, double adjustedP) {}

    public static ThemeShares of(List<Theme> themes, Options options) {
        double confidence = options.confidenceOfEach(themes.size());
        List<Row> rows = new ArrayList<>();
        for (Theme theme : themes) {
            BlindSample sample = theme.sample();
            MachineCount count = theme.count();
            Estimate share = ThemeShare.corrected(sample, count, confidence);
            rows.add(new Row(
                    theme.theme(),
                    count.coded(),
                    count.population(),
                    share,
                    ThemeShare.classical(sample, count, confidence),
                    CoderAccuracy.of(sample, count, confidence),
                    p(theme, share),
                    Double.NaN));
        }
        return new ThemeShares(adjusted(rows, options.adjustment()), options);
    }

    /// The rows with their p-values adjusted for each other.
    static List<Row> adjusted(List<Row> rows, AdjustedP.Method method) {
        double[] adjusted = adjusted(rows.stream().mapToDouble(Row::p).toArray(), method);
        List<Row> result = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            Row row = rows.get(i);
            result.add(new Row(
                    row.theme,
                    row.coded,
                    row.population,
                    row.share,
                    row.readingOnly,
                    row.accuracy,
                    row.p,
                    adjusted[i]));
        }
        return result;
    }

    /// Compares each theme of this group with the same theme of another, sampled independently.
    ///
    /// @param other rows for the same themes, in the same order
    public List<Compared> minus(ThemeShares other) {
        List<Compared> found = new ArrayList<>();
        for (int i = 0; i < themes.size(); i++) {
            Row one = themes.get(i);
            Row two = other.themes.get(i);
            if (!one.theme.equals(two.theme)) {
                throw new IllegalArgumentException("themes must be the same: " + one.theme + ", " + two.theme);
            }
            if (one.share instanceof Measured first && two.share instanceof Measured second) {
                found.add(new Compared(one.theme, ShareDifference.of(first, second), Double.NaN));
            }
        }
        double[] p = found.stream().mapToDouble(row -> row.difference.p()).toArray();
        double[] adjusted = AdjustedP.adjust(p, options.adjustment());
        for (int i = 0; i < p.length; i++) {
            found.set(i, new Compared(found.get(i).theme, found.get(i).difference, adjusted[i]));
        }
        return List.copyOf(found);
    }

    private static double p(Theme theme, Estimate share) {
        return switch (share) {
            case Refused _ -> Double.NaN;
            case Measured measured -> {
                MachineCount count = theme.count();
                BlindSample sample = theme.sample();
                if (sample.size() == count.population()) {
                    yield sample.present() == count.coded() ? 1 : 0;
                }
                if (count.strata() == 1 && sample.equalChances()) {
                    int omitted = 0;
                    int discordant = 0;
                    for (int i = 0; i < sample.size(); i++) {
                        omitted += sample.human()[i] && !sample.machine()[i] ? 1 : 0;
                        discordant += sample.human()[i] == sample.machine()[i] ? 0 : 1;
                    }
                    int fewer = Math.min(omitted, discordant - omitted);
                    yield Math.min(1, 2 * new Binomial(discordant, 0.5).cdf(fewer));
                }
                double bias = measured.value() - (double) count.coded() / count.population();
                yield measured.standardError() > 0 ? Normal.twoSidedP(bias / measured.standardError()) : 1;
            }
        };
    }

    /// Adjusts what is a number and leaves NaN in its place.
    private static double[] adjusted(double[] p, AdjustedP.Method method) {
        int[] known =
                IntStream.range(0, p.length).filter(i -> !Double.isNaN(p[i])).toArray();
        double[] values =
                AdjustedP.adjust(Arrays.stream(known).mapToDouble(i -> p[i]).toArray(), method);
        double[] result = p.clone();
        for (int k = 0; k < known.length; k++) {
            result[known[k]] = values[k];
        }
        return result;
    }
}
