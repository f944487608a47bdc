package org.folkmoot.quality.multiplicity;

import java.util.Arrays;
import java.util.Comparator;

/// P-values adjusted for the number of comparisons made: reject every hypothesis whose adjusted value is at most
/// the level. Adjusted values keep the order of the raw ones, ties included, and never exceed 1. O(m log m) for
/// m values.
public final class AdjustedP {
    private AdjustedP() {}

    /// How the risk of false findings is held down.
    public enum Method {
        /// No adjustment: the level holds for each comparison on its own.
        NONE,
        /// The chance of even one false finding is at most the level, whatever the dependence.
        HOLM,
        /// Of the findings, the expected false share is at most the level, for independent or positively
        /// dependent tests.
        BENJAMINI_HOCHBERG
    }

    public static double[] adjust(double[] p, Method method) {
        return switch (method) {
            case NONE -> checked(p).clone();
            case HOLM -> holm(p);
            case BENJAMINI_HOCHBERG -> benjaminiHochberg(p);
        };
    }

    /// Holm's step-down values: max over j ≤ i of min(1, (m - j + 1) p₍ⱼ₎).
    ///
    /// Holm, S. (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of
    /// Statistics 6, 65–70, <https://www.jstor.org/stable/4615733>.
    ///
    /// @param p raw p-values in [0, 1], any order; an empty array gives an empty one
    public static double[] holm(double[] p) {
        int[] order = ascending(checked(p));
        int m = p.length;
        double[] adjusted = new double[m];
        double greatest = 0;
        for (int i = 0; i < m; i++) {
            greatest = Math.max(greatest, Math.min(1, (m - i) * p[order[i]]));
            adjusted[order[i]] = greatest;
        }
        return adjusted;
    }

    /// Benjamini and Hochberg's step-up values: min over j ≥ i of min(1, m p₍ⱼ₎ / j).
    ///
    /// Benjamini, Y. and Hochberg, Y. (1995), Controlling the false discovery rate, Journal of the Royal
    /// Statistical Society B 57, 289–300, <https://doi.org/10.1111/j.2517-6161.1995.tb02031.x>.
    ///
    /// @param p raw p-values in [0, 1], any order; an empty array gives an empty one
    public static double[] benjaminiHochberg(double[] p) {
        int[] order = ascending(checked(p));
        int m = p.length;
        double[] adjusted = new double[m];
        double least = 1;
        for (int i = m - 1; i >= 0; i--) {
            least = Math.min(least, m * p[order[i]] / (i + 1));
            adjusted[order[i]] = least;
        }
        return adjusted;
    }

    private static int[] ascending(double[] p) {
        Integer[] order = new Integer[p.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    private static double[] checked(double[] p) {
        for (int i = 0; i < p.length; i++) {
            if (!(p[i] >= 0 && p[i] <= 1)) {
                throw new IllegalArgumentException("p-value " + i + " must be in [0, 1]: " + p[i]);
            }
        }
        return p;
    }
}
