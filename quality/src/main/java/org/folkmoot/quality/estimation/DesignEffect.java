package org.folkmoot.quality.estimation;

import java.util.Arrays;

/// By how much clusters (copies of a campaign letter, cases of one reporter) and unequal weights make a sample
/// worth less than as many independent units.
///
/// effect = (1 + (m̃ - 1) ρ)(1 + cv²(w)), with ρ the intraclass correlation by analysis of variance (held to ≥
/// 0), m̃ = Σm²/Σm the size of the cluster a unit is in, and cv²(w) the relative variance of the weights. A
/// thousand copies of one letter have ρ = 1 and are worth one opinion when the question is what people think;
/// when the question is how many of the answers received say so, each counts and no design effect applies.
///
/// With every cluster of one unit ρ is 0. With one cluster only ρ cannot be seen and is taken as 1. Where all values
/// are equal nothing varies, within clusters or between, and ρ is taken as 0: ask about themes that some have and
/// others not. O(n).
///
/// Kish, L. (1965), Survey Sampling, sections 5.4, 8.2 and 11.7; Donner, A. and Koval, J. J. (1980), Biometrics 36,
/// 19–25, <https://doi.org/10.2307/2530491>.
///
/// @param intraclassCorrelation ρ, in [0, 1]
/// @param clusterSize m̃, ≥ 1
/// @param byClusters 1 + (m̃ - 1)ρ
/// @param byWeights 1 + cv²(w)
/// @param units n
public record DesignEffect(
        double intraclassCorrelation, double clusterSize, double byClusters, double byWeights, int units) {
    /// Both effects together.
    public double effect() {
        return byClusters * byWeights;
    }

    /// How many independent units the sample is worth.
    public double effectiveUnits() {
        return units / effect();
    }

    /// @param values 0 or 1, or any number; one for each unit
    /// @param cluster cluster of each unit, any numbers
    /// @param weight positive, one for each unit
    public static DesignEffect of(double[] values, int[] cluster, double[] weight) {
        int n = values.length;
        if (n == 0 || cluster.length != n || weight.length != n) {
            throw new IllegalArgumentException(
                    "arrays must be of one length, at least 1: " + n + ", " + cluster.length + ", " + weight.length);
        }
        int[] names = Arrays.stream(cluster).distinct().sorted().toArray();
        double[] size = new double[names.length];
        double[] sum = new double[names.length];
        double total = 0;
        for (int i = 0; i < n; i++) {
            int c = Arrays.binarySearch(names, cluster[i]);
            size[c]++;
            sum[c] += values[i];
            total += values[i];
        }
        double squares = 0;
        double between = 0;
        for (int c = 0; c < names.length; c++) {
            squares += size[c] * size[c];
            double gap = sum[c] / size[c] - total / n;
            between += size[c] * gap * gap;
        }
        double within = 0;
        for (int i = 0; i < n; i++) {
            int c = Arrays.binarySearch(names, cluster[i]);
            double gap = values[i] - sum[c] / size[c];
            within += gap * gap;
        }
        double rho = correlation(between, within, n, names.length, squares);
        double mean = squares / n;
        return new DesignEffect(rho, mean, 1 + (mean - 1) * rho, byWeights(weight), n);
    }

    private static double correlation(double between, double within, int n, int clusters, double squares) {
        if (clusters == n) {
            return 0;
        }
        if (clusters == 1) {
            return 1;
        }
        double msb = between / (clusters - 1);
        double msw = within / (n - clusters);
        double typical = (n - squares / n) / (clusters - 1);
        double sum = msb + (typical - 1) * msw;
        return sum > 0 ? Math.clamp((msb - msw) / sum, 0, 1) : 0;
    }

    private static double byWeights(double[] weight) {
        double sum = 0;
        double squares = 0;
        for (double w : weight) {
            if (!(w > 0)) {
                throw new IllegalArgumentException("weights must be positive: " + w);
            }
            sum += w;
            squares += w * w;
        }
        return weight.length * squares / (sum * sum);
    }
}
