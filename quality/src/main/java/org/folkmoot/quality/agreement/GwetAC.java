package org.folkmoot.quality.agreement;

/// Gwet's AC1 and AC2: agreement of any number of raters, where chance is thought to act only on the items that
/// are hard to judge.
///
/// AC = (p_a - p_e) / (1 - p_e) with p_e = T_w / (q(q - 1)) Σ_k π_k (1 - π_k), q the number of categories and
/// T_w the sum of all weights; AC1 is the case without partial agreement, p_e = Σ_k π_k (1 - π_k) / (q - 1).
/// Range about (-1, 1]. Where one category is rare it stays near percent agreement, which is its use beside
/// kappa and alpha, and its weakness: it rewards raters who all say the common label. **It depends on q**:
/// categories of a codebook that nobody used count, and raise it. Refused where no two items are rated twice or
/// only one category is used. The interval is Student's t with the linearised variance, capped at 1. O(ratings +
/// q²).
///
/// Gwet, K. L. (2008), Computing inter-rater reliability and its variance in the presence of high agreement,
/// British Journal of Mathematical and Statistical Psychology 61, 29–48,
/// <https://doi.org/10.1348/000711006X126600>; AC2 and missing ratings: Gwet, K. L. (2014), Handbook of
/// Inter-Rater Reliability, 4th edition, chapters 4 and 5.
public final class GwetAC {
    private GwetAC() {}

    /// @param confidence of the interval, in (0, 1)
    public static Coefficient ac1(Ratings<?> ratings, double confidence) {
        return ac2(ratings, Weights.identity(ratings.categories().size()), confidence);
    }

    /// @param weights between the categories of the ratings, in their order
    /// @param confidence of the interval, in (0, 1)
    public static Coefficient ac2(Ratings<?> ratings, Weights weights, double confidence) {
        return PooledChance.estimate(ratings, weights, PooledChance.Model.GWET, confidence);
    }
}
