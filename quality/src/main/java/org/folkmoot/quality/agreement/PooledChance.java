package org.folkmoot.quality.agreement;

import org.folkmoot.quality.agreement.Coefficient.Refused;

/// Coefficients (p_a - p_e) / (1 - p_e) whose chance agreement p_e comes from the habits of all raters together,
/// with the published variance over items that holds under missing ratings. It takes the number of items rated
/// twice for random, so that many items rated once widen the interval (`Caution.ManyRatedOnce`).
///
/// With n items rated at all, n₂ of them twice or more, r_ik of the r_i ratings of item i being k:
/// π_k = 1/n Σ_i r_ik / r_i; p_a is the mean agreement of the n₂ items; p_e is Σ_kl w_kl π_k π_l, or for Gwet
/// T_w / (q(q - 1)) Σ_k π_k (1 - π_k) with T_w the sum of all weights. Item i contributes
/// κ_i = n/n₂ (p_a,i - p_e [r_i ≥ 2]) / (1 - p_e) and p_e,i, the chance agreement seen from its ratings, and
/// var κ = 1/(n(n - 1)) Σ_i (κ_i - 2(1 - κ)(p_e,i - p_e) / (1 - p_e) - κ)².
///
/// Gwet, K. L. (2021), Large-sample variance of Fleiss generalized kappa, Educational and Psychological
/// Measurement 81, 781–790, <https://doi.org/10.1177/0013164420973080>; for AC1, Gwet, K. L.
/// (2008), Computing inter-rater reliability and its variance in the presence of high agreement, British Journal
/// of Mathematical and Statistical Psychology 61, 29–48, <https://doi.org/10.1348/000711006X126600>.
final class PooledChance {
    enum Model {
        /// Two ratings drawn from the pooled ones.
        FLEISS,
        /// Only the items that are hard to rate are rated at random.
        GWET
    }

    private PooledChance() {}

    static Coefficient estimate(Ratings<?> ratings, Weights weights, Model model, double confidence) {
        if (weights.categories() != ratings.categories().size()) {
            throw new IllegalArgumentException("weights must be for the "
                    + ratings.categories().size() + " categories of the ratings: " + weights.categories());
        }
        ItemCounts counts = ItemCounts.of(ratings);
        var judgement = new Judgement(counts, confidence);
        return judgement
                .refusal()
                .<Coefficient>map(Refused::new)
                .orElseGet(() -> estimate(counts, weights, model, judgement));
    }

    private static Coefficient estimate(ItemCounts counts, Weights weights, Model model, Judgement judgement) {
        int n = counts.items();
        double[] prevalence = prevalence(counts);
        double[] seen = switch (model) {
            case FLEISS -> weights.towards(prevalence);
            case GWET -> scaledComplement(prevalence, weights.sum());
        };
        double chance = 0;
        for (int k = 0; k < prevalence.length; k++) {
            chance += prevalence[k] * seen[k];
        }
        var agreement = new ItemAgreement(counts, weights);
        double value = (agreement.mean() - chance) / (1 - chance);
        double inflation = (double) n / agreement.items();
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double own = agreement.rated(i) ? inflation * (agreement.ofItem(i) - chance) / (1 - chance) : 0;
            double chanceOfItem = 0;
            for (int c = counts.start(i); c < counts.start(i + 1); c++) {
                chanceOfItem += counts.count(c) * seen[counts.category(c)];
            }
            chanceOfItem /= counts.ratings(i);
            squares += Math.pow(own - 2 * (1 - value) * (chanceOfItem - chance) / (1 - chance) - value, 2);
        }
        return judgement.linearised(1 - agreement.mean(), 1 - chance, squares / n / (n - 1), n, Judgement.Unit.SHARE);
    }

    private static double[] prevalence(ItemCounts counts) {
        double[] prevalence = new double[counts.categories()];
        for (int i = 0; i < counts.items(); i++) {
            for (int c = counts.start(i); c < counts.start(i + 1); c++) {
                prevalence[counts.category(c)] += (double) counts.count(c) / counts.ratings(i) / counts.items();
            }
        }
        return prevalence;
    }

    private static double[] scaledComplement(double[] prevalence, double weightSum) {
        double q = prevalence.length;
        double[] seen = new double[prevalence.length];
        for (int k = 0; k < seen.length; k++) {
            seen[k] = weightSum / (q * (q - 1)) * (1 - prevalence[k]);
        }
        return seen;
    }
}
