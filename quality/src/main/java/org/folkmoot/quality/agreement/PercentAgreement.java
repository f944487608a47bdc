package org.folkmoot.quality.agreement;

import java.util.List;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.agreement.Coefficient.Estimate;
import org.folkmoot.quality.agreement.Coefficient.IntervalMethod;
import org.folkmoot.quality.agreement.Coefficient.Refused;
import org.folkmoot.quality.distribution.WilsonInterval;

/// The share of pairs of raters who gave an item the same label, averaged over items with at least two ratings.
///
/// Range [0, 1]. It does not consider chance: two raters who toss coins agree on half. The interval is Wilson's,
/// at the number of items for two raters and at n_eff = p(1 - p) / (variance / items) for more, so that it stays
/// inside [0, 1] and is never empty. O(ratings).
public final class PercentAgreement {
    private PercentAgreement() {}

    /// Percent agreement, or a refusal where no item has two ratings.
    ///
    /// @param confidence of the interval, in (0, 1)
    public static Coefficient of(Ratings<?> ratings, double confidence) {
        ItemCounts counts = ItemCounts.of(ratings);
        var judgement = new Judgement(counts, confidence);
        if (judgement.basis().items() == 0) {
            return new Refused(new Refusal.NothingRatedTwice(counts.items()));
        }
        var agreement = new ItemAgreement(counts, Weights.identity(counts.categories()));
        double p = agreement.mean();
        double squares = 0;
        for (int i = 0; i < counts.items(); i++) {
            if (agreement.rated(i)) {
                squares += Math.pow(agreement.ofItem(i) - p, 2);
            }
        }
        int n = agreement.items();
        double variance = squares / n / n;
        List<Caution> cautions = n < Caution.FewItems.LEAST ? List.of(new Caution.FewItems(n)) : List.of();
        return new Estimate(
                p,
                1 - p,
                1,
                Math.sqrt(variance),
                wilson(p, variance, n, confidence),
                IntervalMethod.WILSON,
                judgement.basis(),
                cautions);
    }

    /// Wilson's interval for the share `p` whose mean over `n` units has this `variance`.
    static Interval wilson(double p, double variance, int n, double confidence) {
        return WilsonInterval.of(p, variance > 0 ? p * (1 - p) / variance : n, confidence);
    }
}
