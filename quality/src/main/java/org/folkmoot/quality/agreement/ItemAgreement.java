package org.folkmoot.quality.agreement;

/// The agreement of the raters of each item, pairs of raters weighted alike, and its mean over items.
final class ItemAgreement {
    private final double[] ofItem;
    private final boolean[] rated;
    private final double mean;
    private final int items;

    /// For item i with r_i ≥ 2 ratings, r_ik of them k: Σ_k r_ik (Σ_l w_kl r_il - 1) / (r_i (r_i - 1)).
    ItemAgreement(ItemCounts counts, Weights weights) {
        ofItem = new double[counts.items()];
        rated = new boolean[counts.items()];
        double sum = 0;
        int n = 0;
        for (int i = 0; i < ofItem.length; i++) {
            int r = counts.ratings(i);
            if (r >= 2) {
                ofItem[i] = pairs(counts, weights, i) / ((double) r * (r - 1));
                rated[i] = true;
                sum += ofItem[i];
                n++;
            }
        }
        items = n;
        mean = n == 0 ? 0 : sum / n;
    }

    private static double pairs(ItemCounts counts, Weights weights, int i) {
        double sum = 0;
        for (int a = counts.start(i); a < counts.start(i + 1); a++) {
            double weighted = -1;
            for (int b = counts.start(i); b < counts.start(i + 1); b++) {
                weighted += weights.at(counts.category(a), counts.category(b)) * counts.count(b);
            }
            sum += counts.count(a) * weighted;
        }
        return sum;
    }

    double ofItem(int i) {
        return ofItem[i];
    }

    boolean rated(int i) {
        return rated[i];
    }

    /// Mean over items with at least two ratings; 0 if there is none.
    double mean() {
        return mean;
    }

    /// Items with at least two ratings.
    int items() {
        return items;
    }
}
