package org.folkmoot.quality.agreement;

import java.util.Optional;

/// Fleiss' kappa: agreement of any number of raters beyond what their pooled habits would give by chance.
///
/// κ = (p_a - p_e) / (1 - p_e), p_a the mean share of agreeing pairs of ratings of an item, p_e = Σ_k π_k² with
/// π_k the mean share of category k. With missing ratings it is Gwet's generalisation: items rated once still
/// inform π. Range (-1, 1]; 0 is chance; lowered by rare categories (see `Caution.PrevalenceParadox`). Raters
/// need not be the same for each item. Refused where no two items are rated twice or only one category is used.
/// The interval is Student's t with the linearised variance, capped at 1. O(ratings + q²) for q categories.
///
/// Fleiss, J. L. (1971), Measuring nominal scale agreement among many raters, Psychological Bulletin 76, 378–382,
/// <https://doi.org/10.1037/h0031619>, formulas 1 to 7; variance by Gwet (2021),
/// <https://doi.org/10.1177/0013164420973080>.
public final class FleissKappa {
    private FleissKappa() {}

    /// @param confidence of the interval, in (0, 1)
    public static Coefficient of(Ratings<?> ratings, double confidence) {
        return weighted(ratings, Weights.identity(ratings.categories().size()), confidence);
    }

    /// Fleiss' kappa with partial agreement between categories, p_e = Σ_kl w_kl π_k π_l.
    ///
    /// @param weights between the categories of the ratings, in their order
    /// @param confidence of the interval, in (0, 1)
    public static Coefficient weighted(Ratings<?> ratings, Weights weights, double confidence) {
        return PooledChance.estimate(ratings, weights, PooledChance.Model.FLEISS, confidence);
    }

    /// The test against chance agreement, where all n items have the same number m of ratings:
    /// var₀ = 2 ((Σ p q)² - Σ p q (q - p)) / (n m (m - 1) (Σ p q)²), with q = 1 - p. Empty otherwise, or where
    /// kappa is refused.
    ///
    /// Fleiss, J. L., Nee, J. C. M. and Landis, J. R. (1979), Large sample variance of kappa in the case of
    /// different sets of raters, Psychological Bulletin 86, 974–977,
    /// <https://doi.org/10.1037/0033-2909.86.5.974>.
    public static Optional<NullTest> nullTest(Ratings<?> ratings) {
        if (!(of(ratings, 0.95) instanceof Coefficient.Estimate kappa)) {
            return Optional.empty();
        }
        ItemCounts counts = ItemCounts.of(ratings);
        int m = counts.ratings(0);
        for (int i = 1; i < counts.items(); i++) {
            if (counts.ratings(i) != m) {
                return Optional.empty();
            }
        }
        double n = counts.items();
        double sum = 0;
        double skew = 0;
        for (double total : counts.totals(2)) {
            double p = total / (n * m);
            sum += p * (1 - p);
            skew += p * (1 - p) * (1 - 2 * p);
        }
        double variance = 2 * (sum * sum - skew) / (n * m * (m - 1) * sum * sum);
        return Optional.of(NullTest.of(kappa.value(), Math.sqrt(variance)));
    }
}
