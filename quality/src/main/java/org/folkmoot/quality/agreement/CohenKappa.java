package org.folkmoot.quality.agreement;

import java.util.Optional;
import org.folkmoot.quality.agreement.Coefficient.Refused;

/// Cohen's kappa: agreement of two known raters beyond what their own habits would give by chance.
///
/// κ = (p_o - p_e) / (1 - p_e); for weights w, p_o = Σ w_kl p_kl and p_e = Σ w_kl p_k. p_.l over the table of
/// items that both rated. Range [-1, 1]; 0 is chance; lowered by rare categories (see
/// `Caution.PrevalenceParadox`) and raised where the raters' habits differ. The interval is normal with the
/// asymptotic standard error var κ = (Σ p_kl (w_kl - (w̄_k. + w̄_.l)(1 - κ))² - (κ - p_e (1 - κ))²) / (n (1 -
/// p_e)²), w̄_k. and w̄_.l being mean weights under the other rater's habits; capped at 1.
///
/// Refused for any other number of raters, where raters are not identified, where fewer than two items are rated
/// by both, where both used one category only, and where one rater used one category only, since κ is then 0 by
/// construction. O(items log items + q²), without weights O(items log items).
///
/// Cohen, J. (1960), A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20,
/// 37–46, <https://doi.org/10.1177/001316446002000104>; weighted: Cohen, J. (1968), Psychological Bulletin 70,
/// 213–220, <https://doi.org/10.1037/h0026256>; standard errors: Fleiss, J. L., Cohen, J. and Everitt, B. S.
/// (1969), Psychological Bulletin 72, 323–327, <https://doi.org/10.1037/h0028106>.
public final class CohenKappa {
    private final PairTable table;
    private final Weights weights;
    private final double observed;
    private final double chance;
    private final double[] towardsColumns;
    private final double[] towardsRows;

    private CohenKappa(PairTable table, Weights weights) {
        this.table = table;
        this.weights = weights;
        this.towardsColumns = weights.towards(table.columnShare());
        this.towardsRows = weights.towards(table.rowShare());
        double agreeing = 0;
        for (int cell = 0; cell < table.cells(); cell++) {
            agreeing += weights.at(table.row(cell), table.column(cell)) * table.share(cell);
        }
        this.observed = agreeing;
        double byChance = 0;
        for (int k = 0; k < towardsColumns.length; k++) {
            byChance += table.rowShare()[k] * towardsColumns[k];
        }
        this.chance = byChance;
    }

    /// @param confidence of the interval, in (0, 1)
    public static Coefficient of(Ratings<?> ratings, double confidence) {
        return weighted(ratings, Weights.identity(ratings.categories().size()), confidence);
    }

    /// Cohen's kappa with partial agreement between categories.
    ///
    /// @param weights between the categories of the ratings, in their order
    /// @param confidence of the interval, in (0, 1)
    public static Coefficient weighted(Ratings<?> ratings, Weights weights, double confidence) {
        if (weights.categories() != ratings.categories().size()) {
            throw new IllegalArgumentException("weights must be for the "
                    + ratings.categories().size() + " categories of the ratings: " + weights.categories());
        }
        var judgement = new Judgement(ItemCounts.of(ratings), confidence);
        Optional<Refusal> refusal = refusal(ratings, judgement);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        var kappa = new CohenKappa(PairTable.of(ratings), weights);
        return judgement.asymptotic(1 - kappa.observed, 1 - kappa.chance, kappa.variance());
    }

    /// The test against chance agreement, with the standard error that holds if kappa is 0. Empty where kappa is
    /// refused.
    public static Optional<NullTest> nullTest(Ratings<?> ratings, Weights weights) {
        if (!(weighted(ratings, weights, 0.95) instanceof Coefficient.Estimate estimate)) {
            return Optional.empty();
        }
        var kappa = new CohenKappa(PairTable.of(ratings), weights);
        return Optional.of(NullTest.of(estimate.value(), Math.sqrt(kappa.varianceIfZero())));
    }

    private static Optional<Refusal> refusal(Ratings<?> ratings, Judgement judgement) {
        if (!ratings.identified()) {
            return Optional.of(new Refusal.AnonymousRaters());
        }
        if (ratings.raters().size() != 2) {
            return Optional.of(new Refusal.NotTwoRaters(ratings.raters().size()));
        }
        return judgement.refusal().or(() -> constantRater(ratings));
    }

    private static Optional<Refusal> constantRater(Ratings<?> ratings) {
        PairTable table = PairTable.of(ratings);
        double[][] shares = {table.rowShare(), table.columnShare()};
        for (int rater = 0; rater < 2; rater++) {
            int used = -1;
            int categories = 0;
            for (int k = 0; k < shares[rater].length; k++) {
                if (shares[rater][k] > 0) {
                    used = k;
                    categories++;
                }
            }
            if (categories == 1) {
                return Optional.of(new Refusal.ConstantRater(
                        ratings.raters().get(rater),
                        String.valueOf(ratings.categories().get(used))));
            }
        }
        return Optional.empty();
    }

    private double variance() {
        double kappa = (observed - chance) / (1 - chance);
        double sum = 0;
        for (int cell = 0; cell < table.cells(); cell++) {
            int k = table.row(cell);
            int l = table.column(cell);
            double mean = towardsColumns[k] + towardsRows[l];
            sum += table.share(cell) * Math.pow(weights.at(k, l) - mean * (1 - kappa), 2);
        }
        double numerator = sum - Math.pow(kappa - chance * (1 - kappa), 2);
        return Math.max(0, numerator) / (table.items() * Math.pow(1 - chance, 2));
    }

    private double varianceIfZero() {
        double sum = 0;
        for (int k = 0; k < towardsColumns.length; k++) {
            for (int l = 0; l < towardsRows.length; l++) {
                double mean = towardsColumns[k] + towardsRows[l];
                sum += table.rowShare()[k] * table.columnShare()[l] * Math.pow(weights.at(k, l) - mean, 2);
            }
        }
        return (sum - chance * chance) / (table.items() * Math.pow(1 - chance, 2));
    }
}
