package org.folkmoot.quality.agreement;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.quality.agreement.Coefficient.Estimate;
import org.folkmoot.quality.agreement.Coefficient.IntervalMethod;
import org.folkmoot.quality.agreement.Coefficient.Refused;

/// Specific agreement: if one rater gives an item this category, how likely another rater of the item gives it
/// too.
///
/// P_k = Σ_i r_ik (r_ik - 1) / Σ_i r_ik (r_i - 1) over items with r_i ≥ 2 ratings, r_ik of them k. Range [0, 1];
/// for two raters it is 2 n_kk / (n_k. + n_.k), the F1 score of one against the other. It does not consider
/// chance, but unlike percent agreement it cannot hide a rare category behind a common one. The interval is
/// Wilson's at the effective number of ratings by the linearised variance of the ratio over items. O(ratings).
///
/// Spitzer, R. L. and Fleiss, J. L. (1974), A re-analysis of the reliability of psychiatric diagnosis, British
/// Journal of Psychiatry 125, 341–347, <https://doi.org/10.1192/bjp.125.4.341>; Cicchetti, D. V. and Feinstein,
/// A. R. (1990), High agreement but low kappa: II, Journal of Clinical Epidemiology 43, 551–558,
/// <https://doi.org/10.1016/0895-4356(90)90159-M>.
///
/// @param category the category
/// @param agreement its specific agreement, or the reason why there is none
/// @param <V> type of the values
public record SpecificAgreement<V>(V category, Coefficient agreement) {
    /// The specific agreement of each category of the ratings, in their order.
    ///
    /// @param confidence of the intervals, in (0, 1)
    public static <V> List<SpecificAgreement<V>> of(Ratings<V> ratings, double confidence) {
        ItemCounts counts = ItemCounts.of(ratings);
        var judgement = new Judgement(counts, confidence);
        int q = counts.categories();
        double[] agreeing = new double[q];
        double[] possible = new double[q];
        int[] items = new int[q];
        forEachCell(counts, (k, both, all) -> {
            agreeing[k] += both;
            possible[k] += all;
            items[k]++;
        });
        double[] squares = new double[q];
        forEachCell(counts, (k, both, all) -> squares[k] += Math.pow(both - agreeing[k] / possible[k] * all, 2));
        List<SpecificAgreement<V>> result = new ArrayList<>(q);
        for (int k = 0; k < q; k++) {
            Coefficient coefficient = possible[k] == 0
                    ? new Refused(new Refusal.UnusedCategory(counts.name(k)))
                    : share(
                            agreeing[k] / possible[k],
                            squares[k] / Math.pow(possible[k], 2),
                            items[k],
                            judgement,
                            confidence);
            result.add(new SpecificAgreement<>(ratings.categories().get(k), coefficient));
        }
        return result;
    }

    private static Estimate share(double p, double variance, int items, Judgement judgement, double confidence) {
        List<Caution> cautions = items < Caution.FewItems.LEAST ? List.of(new Caution.FewItems(items)) : List.of();
        return new Estimate(
                p,
                1 - p,
                1,
                Math.sqrt(variance),
                PercentAgreement.wilson(p, variance, items, confidence),
                IntervalMethod.WILSON,
                judgement.basis(),
                cautions);
    }

    private interface Cell {
        /// @param both ordered pairs of ratings that both give the category
        /// @param all ordered pairs of which the first gives it
        void accept(int category, double both, double all);
    }

    private static void forEachCell(ItemCounts counts, Cell visit) {
        for (int i = 0; i < counts.items(); i++) {
            int r = counts.ratings(i);
            if (r >= 2) {
                for (int c = counts.start(i); c < counts.start(i + 1); c++) {
                    double n = counts.count(c);
                    visit.accept(counts.category(c), n * (n - 1), n * (r - 1));
                }
            }
        }
    }
}
