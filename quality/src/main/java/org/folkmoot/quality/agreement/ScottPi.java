package org.folkmoot.quality.agreement;

import org.folkmoot.quality.agreement.Coefficient.Refused;

/// Scott's pi: agreement of two raters beyond what their pooled habits would give by chance.
///
/// π = (p_o - p_e) / (1 - p_e), p_o the share of items on which they agree, p_e = Σ_k ((p_k. + p_.k) / 2)². Items
/// rated by one of them only are left out. It is Fleiss' kappa for two raters, with the same range, interval and
/// refusals, and is refused for any other number of raters. O(ratings + q²).
///
/// Scott, W. A. (1955), Reliability of content analysis: the case of nominal scale coding, Public Opinion
/// Quarterly 19, 321–325, <https://doi.org/10.1086/266577>.
public final class ScottPi {
    private ScottPi() {}

    /// @param confidence of the interval, in (0, 1)
    public static Coefficient of(Ratings<?> ratings, double confidence) {
        ItemCounts counts = ItemCounts.of(ratings);
        int raters =
                ratings.identified() ? ratings.raters().size() : counts.basis().raters();
        if (raters != 2) {
            return new Refused(new Refusal.NotTwoRaters(raters));
        }
        return FleissKappa.of(ratings.ofItems(PairTable.ratedTwice(counts)), confidence);
    }
}
