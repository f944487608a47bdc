package org.folkmoot.quality.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.distribution.Normal;
import org.folkmoot.quality.distribution.WilsonInterval;
import org.folkmoot.quality.multiplicity.AdjustedP;
import org.hipparchus.distribution.discrete.HypergeometricDistribution;

/// The change of a theme's share from one wave of answers to the next.
///
/// The difference of two shares with Newcombe's interval, made of Wilson's intervals of the shares: (p₂ - p₁) -
/// √((p₂ - l₂)² + (u₁ - p₁)²) to (p₂ - p₁) + √((u₂ - p₂)² + (p₁ - l₁)²). The p-value is of the score test with
/// pooled share, and where a count of under five is expected and opinions are independent, of Fisher's exact
/// test, two-sided by summing what is no likelier. P-values are adjusted over all themes; intervals are each on
/// their own.
///
/// Copied letters are not independent opinions: with a design effect d, n answers inform like n/d, and p-value
/// and interval are made for these. Shares counted by a machine carry its errors into the difference: if the
/// coder treats waves differently (new wording, new topics), the difference is partly its own.
///
/// Newcombe, R. G. (1998), Interval estimation for the difference between independent proportions, Statistics in
/// Medicine 17, 873–890, method 10; design effect: Rao, J. N. K. and Scott, A. J. (1992), Biometrics 48, 577–585,
/// <https://doi.org/10.2307/2532311>.
///
/// @param theme which
/// @param before share in the first wave
/// @param after share in the second
/// @param change difference, after less before, with its interval
/// @param p p-value of no change
/// @param adjustedP p-value adjusted for the number of themes
public record WaveComparison<T>(T theme, double before, double after, Interval change, double p, double adjustedP) {

    /// @param confidence of the intervals, in (0, 1)
    /// @param adjustment of p-values for many themes
    /// @param designEffectBefore of the first wave, ≥ 1; 1 for independent answers
    /// @param designEffectAfter of the second
    public record Options(
            double confidence, AdjustedP.Method adjustment, double designEffectBefore, double designEffectAfter) {
        public static final Options DEFAULT = new Options(0.95, AdjustedP.Method.HOLM, 1, 1);

        public Options {
            if (!(designEffectBefore >= 1 && designEffectAfter >= 1)) {
                throw new IllegalArgumentException(
                        "design effects must be at least 1: " + designEffectBefore + ", " + designEffectAfter);
            }
        }
    }

    /// Two counts of a theme.
    public record Waves(Count before, Count after) {}

    /// Compares every theme, in the order given; a wave without answers is an error.
    public static <T> List<WaveComparison<T>> of(SequencedMap<T, Waves> themes, Options options) {
        double[] p = new double[themes.size()];
        int i = 0;
        for (Waves waves : themes.values()) {
            if (waves.before().items() == 0 || waves.after().items() == 0) {
                throw new IllegalArgumentException("both waves must have answers: " + waves);
            }
            p[i++] = pValue(waves, options);
        }
        double[] adjusted = AdjustedP.adjust(p, options.adjustment());
        List<WaveComparison<T>> changes = new ArrayList<>(p.length);
        for (var entry : themes.entrySet()) {
            Waves waves = entry.getValue();
            int at = changes.size();
            changes.add(new WaveComparison<>(
                    entry.getKey(),
                    waves.before().rate(),
                    waves.after().rate(),
                    newcombe(waves, options),
                    p[at],
                    adjusted[at]));
        }
        return changes;
    }

    private static Interval newcombe(Waves waves, Options options) {
        double p1 = waves.before().rate();
        double p2 = waves.after().rate();
        double n1 = waves.before().items() / options.designEffectBefore();
        double n2 = waves.after().items() / options.designEffectAfter();
        Interval first = WilsonInterval.of(p1, n1, options.confidence());
        Interval second = WilsonInterval.of(p2, n2, options.confidence());
        return new Interval(
                p2 - p1 - Math.hypot(p2 - second.low(), first.high() - p1),
                p2 - p1 + Math.hypot(second.high() - p2, p1 - first.low()),
                options.confidence());
    }

    private static double pValue(Waves waves, Options options) {
        Count before = waves.before();
        Count after = waves.after();
        int events = before.events() + after.events();
        int items = before.items() + after.items();
        if (events == 0 || events == items) {
            return 1;
        }
        boolean independent = options.designEffectBefore() == 1 && options.designEffectAfter() == 1;
        double smaller = Math.min(before.items(), after.items());
        double leastExpected = smaller * Math.min(events, items - events) / items;
        if (independent && leastExpected < 5) {
            return fisher(before, after);
        }
        double n1 = before.items() / options.designEffectBefore();
        double n2 = after.items() / options.designEffectAfter();
        double pooled = (n1 * before.rate() + n2 * after.rate()) / (n1 + n2);
        double error = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
        return Normal.twoSidedP((after.rate() - before.rate()) / error);
    }

    private static double fisher(Count before, Count after) {
        int events = before.events() + after.events();
        var table = new HypergeometricDistribution(before.items() + after.items(), events, before.items());
        double observed = table.probability(before.events());
        double p = 0;
        for (int k = table.getSupportLowerBound(); k <= table.getSupportUpperBound(); k++) {
            double probability = table.probability(k);
            // Equal tables differ in their last bits.
            p += probability <= observed * (1 + 1e-7) ? probability : 0;
        }
        return Math.min(1, p);
    }
}
