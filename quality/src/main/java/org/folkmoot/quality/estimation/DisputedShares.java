package org.folkmoot.quality.estimation;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.estimation.Estimate.Basis;
import org.folkmoot.quality.estimation.Estimate.Measured;

/// The figures of `ThemeShares` while readers differ on some units and nobody has decided between them.
///
/// No reader wins. Each figure is computed for the two ways of deciding the open units that bear on it most: share
/// of the population with none and with all of them having the theme; precision, recall and F1 with all decided
/// against and all for the machine. The value is half-way between the two, the interval reaches from the lower
/// limit of the one to the upper limit of the other, and the standard error is the larger. Each figure moves one way
/// with each decision, so whatever an adjudicator will say, the figure then found lies between the extremes.
///
/// The p-value of a machine count is the larger of the extremes', and 1 where the count lies between them. Without
/// open units the figures are those of `ThemeShares`. O(themes × read), four times over.
///
/// Manski, C. F. (2003), Partial Identification of Probability Distributions, chapter 1,
/// <https://doi.org/10.1007/b97478>.
public final class DisputedShares {
    private DisputedShares() {}

    /// What is known of one theme.
    ///
    /// @param theme its name
    /// @param sample what people and machine said; `human` of an open unit does not matter
    /// @param open whether the unit is undecided, one entry a unit
    /// @param count what the machine said of all
    public record Theme(String theme, BlindSample sample, boolean[] open, MachineCount count) {
        public Theme {
            if (open.length != sample.size()) {
                throw new IllegalArgumentException("one entry a unit is needed: " + open.length + ", " + sample.size());
            }
        }

        int undecided() {
            int units = 0;
            for (boolean one : open) {
                units += one ? 1 : 0;
            }
            return units;
        }

        /// @param ofCoded how open units that the machine gave the theme are decided
        /// @param ofOthers how the other open ones are
        ThemeShares.Theme decided(boolean ofCoded, boolean ofOthers) {
            boolean[] human = sample.human().clone();
            for (int i = 0; i < human.length; i++) {
                if (open[i]) {
                    human[i] = sample.machine()[i] ? ofCoded : ofOthers;
                }
            }
            return new ThemeShares.Theme(
                    theme, new BlindSample(human, sample.machine(), sample.probability(), sample.stratum()), count);
        }
    }

    /// The figures of every theme.
    public static ThemeShares of(List<Theme> themes, ThemeShares.Options options) {
        ThemeShares none = decided(themes, false, false, options);
        if (themes.stream().allMatch(theme -> theme.undecided() == 0)) {
            return none;
        }
        ThemeShares all = decided(themes, true, true, options);
        ThemeShares against = decided(themes, false, true, options);
        ThemeShares with = decided(themes, true, false, options);
        List<ThemeShares.Row> rows = new ArrayList<>();
        for (int i = 0; i < themes.size(); i++) {
            int open = themes.get(i).undecided();
            ThemeShares.Row least = none.themes().get(i);
            ThemeShares.Row most = all.themes().get(i);
            CoderAccuracy worst = against.themes().get(i).accuracy();
            CoderAccuracy best = with.themes().get(i).accuracy();
            rows.add(
                    open == 0
                            ? least
                            : new ThemeShares.Row(
                                    least.theme(),
                                    least.coded(),
                                    least.population(),
                                    between(least.share(), most.share(), open),
                                    between(least.readingOnly(), most.readingOnly(), open),
                                    new CoderAccuracy(
                                            between(worst.precision(), best.precision(), open),
                                            between(worst.recall(), best.recall(), open),
                                            between(worst.f1(), best.f1(), open)),
                                    p(least, most),
                                    Double.NaN));
        }
        return new ThemeShares(ThemeShares.adjusted(rows, options.adjustment()), options);
    }

    private static ThemeShares decided(
            List<Theme> themes, boolean ofCoded, boolean ofOthers, ThemeShares.Options options) {
        return ThemeShares.of(
                themes.stream().map(theme -> theme.decided(ofCoded, ofOthers)).toList(), options);
    }

    private static Estimate between(Estimate low, Estimate high, int open) {
        if (!(low instanceof Measured least)) {
            return low;
        }
        if (!(high instanceof Measured most)) {
            return high;
        }
        List<Caution> cautions = new ArrayList<>(least.cautions());
        most.cautions().stream()
                .filter(caution -> cautions.stream().noneMatch(other -> other.getClass() == caution.getClass()))
                .forEach(cautions::add);
        cautions.add(new Caution.Undecided(open));
        return new Measured(
                (least.value() + most.value()) / 2,
                Math.max(least.standardError(), most.standardError()),
                new Interval(
                        least.interval().low(),
                        most.interval().high(),
                        least.interval().confidence()),
                least.method(),
                new Basis(
                        least.basis().read(),
                        least.basis().population(),
                        Math.min(least.basis().effective(), most.basis().effective())),
                cautions);
    }

    private static double p(ThemeShares.Row least, ThemeShares.Row most) {
        if (!(least.share() instanceof Measured low && most.share() instanceof Measured high)) {
            return Double.NaN;
        }
        double machine = (double) least.coded() / least.population();
        boolean around = low.value() <= machine && machine <= high.value();
        return around ? 1 : Math.max(least.p(), most.p());
    }
}
