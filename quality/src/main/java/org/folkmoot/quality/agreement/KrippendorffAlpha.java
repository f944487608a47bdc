package org.folkmoot.quality.agreement;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.folkmoot.quality.agreement.Coefficient.Refused;

/// Krippendorff's alpha: agreement of any number of raters, with any ratings missing, on any scale.
///
/// α = 1 - D_o / D_e with D_o = 1/n Σ_kl o_kl δ²_kl and D_e = 1/(n(n - 1)) Σ_kl n_k n_l δ²_kl. The coincidences
/// o_kl count ordered pairs of ratings of an item with r ratings by 1/(r - 1); n_k ratings are k, n in all, on
/// items rated at least twice (others are left out). δ² is the difference between values:
///
/// | Scale | δ² |
/// |---|---|
/// | nominal | 1 for different values |
/// | ordinal | (ratings between the two, ends counted by half)² |
/// | interval | (v - w)² |
/// | ratio | ((v - w) / (v + w))², v and w ≥ 0 |
/// | sets | `SetDistance`, not squared |
///
/// Range at most 1; 0 is what drawing from the pooled ratings would give; negative is worse. Refused where no two
/// items are rated twice or all ratings are equal. The interval is Student's t over items, capped at 1, from the
/// linearised variance n_u / (n_u - 1) Σ_i (∂α/∂i)², the derivative being taken by the weight of item i in D_o,
/// D_e and, for the ordinal scale, δ² itself, of n_u items rated twice; for fixed δ² it is Gwet's.
///
/// Cost O(ratings + q) for q nominal categories or interval values, O(ratings + q²) else; for an item with r
/// ratings of many values, O(r²). Coincidences are summed item by item, pairs of ratings are never listed.
///
/// Krippendorff, K. (2011), Computing Krippendorff's alpha-reliability,
/// <https://repository.upenn.edu/handle/20.500.14332/2089>, sections C and D; Krippendorff, K. (2019), Content
/// Analysis, 4th edition, chapter 12, <https://doi.org/10.4135/9781071878781>. Variance: Gwet, K. L. (2014),
/// Handbook of Inter-Rater Reliability, 4th edition, section 5.3.
public final class KrippendorffAlpha {
    private final ItemCounts counts;
    private final Judgement judgement;
    private final boolean shareUnit;

    private KrippendorffAlpha(Ratings<?> ratings, double confidence, boolean shareUnit) {
        this.counts = ItemCounts.of(ratings);
        this.judgement = new Judgement(counts, confidence);
        this.shareUnit = shareUnit;
    }

    /// Alpha of unordered labels.
    ///
    /// @param confidence of the interval, in (0, 1)
    public static Coefficient nominal(Ratings<?> ratings, double confidence) {
        return new KrippendorffAlpha(ratings, confidence, true).by(_ -> new Difference.Nominal());
    }

    /// Alpha of labels on a scale of which only the order is known: that of the categories of the ratings.
    ///
    /// @param confidence of the interval, in (0, 1)
    public static Coefficient ordinal(Ratings<?> ratings, double confidence) {
        return new KrippendorffAlpha(ratings, confidence, false).by(Difference.Ordinal::of);
    }

    /// Alpha of numbers whose differences mean something.
    ///
    /// @param confidence of the interval, in (0, 1)
    public static Coefficient interval(Ratings<? extends Number> ratings, double confidence) {
        double[] values = values(ratings);
        return new KrippendorffAlpha(ratings, confidence, false).by(_ -> new Difference.Interval(values));
    }

    /// Alpha of numbers whose ratios mean something; refused if one is negative.
    ///
    /// @param confidence of the interval, in (0, 1)
    public static Coefficient ratio(Ratings<? extends Number> ratings, double confidence) {
        double[] values = values(ratings);
        Optional<Refusal> negative = Arrays.stream(values)
                .filter(value -> value < 0)
                .boxed()
                .<Refusal>map(Refusal.NegativeValue::new)
                .findFirst();
        if (negative.isPresent()) {
            return new Refused(negative.get());
        }
        return new KrippendorffAlpha(ratings, confidence, false).by(_ -> new Difference.Ratio(values));
    }

    /// Alpha by a metric of one's own, such as `SetDistance.MASI` for sets of labels.
    ///
    /// @param confidence of the interval, in (0, 1)
    public static <V> Coefficient of(Ratings<V> ratings, Metric<? super V> metric, double confidence) {
        return new KrippendorffAlpha(ratings, confidence, metric instanceof SetDistance)
                .by(_ -> Difference.of(ratings.categories(), metric));
    }

    private static double[] values(Ratings<? extends Number> ratings) {
        double[] values =
                ratings.categories().stream().mapToDouble(Number::doubleValue).toArray();
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("ratings must be finite numbers: " + value);
            }
        }
        return values;
    }

    private Coefficient by(Function<double[], Difference> metric) {
        Optional<Refusal> refusal = judgement.refusal();
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        double[] totals = counts.totals(2);
        Difference difference = metric.apply(totals);
        double[] towards = difference.towards(totals);
        double expected = 0;
        double n = 0;
        for (int k = 0; k < totals.length; k++) {
            expected += totals[k] * towards[k];
            n += totals[k];
        }
        if (!(expected > 0)) {
            return new Refused(new Refusal.NoDifference(judgement.basis().items()));
        }
        double[] ofItem = disagreements(difference);
        double observed = Arrays.stream(ofItem).sum();
        var unit = new Judgement.Unit(shareUnit, difference.greatest(totals.length));
        double variance = variance(difference, totals, towards, ofItem, expected);
        return judgement.linearised(
                observed / n,
                expected / (n * (n - 1)),
                variance,
                judgement.basis().items(),
                unit);
    }

    /// Σ over ordered pairs of ratings of item i of δ² / (r_i - 1), for each item; 0 for items rated once.
    private double[] disagreements(Difference difference) {
        double[] disagreements = new double[counts.items()];
        for (int i = 0; i < disagreements.length; i++) {
            int r = counts.ratings(i);
            double sum = 0;
            for (int a = counts.start(i); a < counts.start(i + 1); a++) {
                for (int b = counts.start(i); b < a; b++) {
                    sum += (double) counts.count(a)
                            * counts.count(b)
                            * difference.at(counts.category(a), counts.category(b));
                }
            }
            disagreements[i] = r < 2 ? 0 : 2 * sum / (r - 1);
        }
        return disagreements;
    }

    private double variance(
            Difference difference, double[] totals, double[] towards, double[] ofItem, double expected) {
        int q = totals.length;
        double[] observedSlope = new double[q];
        double[] expectedSlope = new double[q];
        for (int k = 0; k < q; k++) {
            expectedSlope[k] = 2 * towards[k];
        }
        if (difference instanceof Difference.Ordinal ordinal) {
            observedSlope = ordinal.gradient(coincidences());
            double[] moved = ordinal.gradient(products(totals));
            Arrays.setAll(expectedSlope, k -> 2 * towards[k] + moved[k]);
        }
        double n = Arrays.stream(totals).sum();
        double ratio = Arrays.stream(ofItem).sum() / expected;
        int items = judgement.basis().items();
        double squares = 0;
        for (int i = 0; i < ofItem.length; i++) {
            int r = counts.ratings(i);
            if (r >= 2) {
                double ofObserved = ofItem[i];
                double ofExpected = 0;
                for (int c = counts.start(i); c < counts.start(i + 1); c++) {
                    ofObserved += counts.count(c) * observedSlope[counts.category(c)];
                    ofExpected += counts.count(c) * expectedSlope[counts.category(c)];
                }
                double influence = r * ratio + n * ofObserved / expected - n * ratio * ofExpected / expected;
                squares += influence * influence;
            }
        }
        return squares * items / (items - 1.0);
    }

    private double[][] coincidences() {
        int q = counts.categories();
        double[][] pairs = new double[q][q];
        for (int i = 0; i < counts.items(); i++) {
            int r = counts.ratings(i);
            for (int a = counts.start(i); r >= 2 && a < counts.start(i + 1); a++) {
                for (int b = counts.start(i); b < counts.start(i + 1); b++) {
                    double same = a == b ? 1 : 0;
                    pairs[counts.category(a)][counts.category(b)] +=
                            counts.count(a) * (counts.count(b) - same) / (r - 1);
                }
            }
        }
        return pairs;
    }

    private static double[][] products(double[] totals) {
        double[][] products = new double[totals.length][totals.length];
        for (int k = 0; k < totals.length; k++) {
            for (int l = 0; l < totals.length; l++) {
                products[k][l] = totals[k] * totals[l];
            }
        }
        return products;
    }
}
