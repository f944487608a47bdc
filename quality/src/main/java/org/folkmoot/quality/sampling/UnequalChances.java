package org.folkmoot.quality.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Inclusion probabilities that differ, and a fixed-size draw that keeps them exactly.
///
/// The pivotal method lets units meet one after the other in random order: of two with chances a and b, one takes
/// a + b (or 1, the other keeping the rest) and the other drops out, by a coin that keeps the expectation of
/// both. In random order its entropy is high, so that Hájek's variance formula fits. O(N).
///
/// Deville, J.-C. and Tillé, Y. (1998), Unequal probability sampling without replacement through a splitting
/// method, Biometrika 85, 89–101, <https://doi.org/10.1093/biomet/85.1.89>.
final class UnequalChances {
    private static final double EXACT = 1e-12;

    private UnequalChances() {}

    /// The chances equal × n/N + t × size, capped at 1, with t such that they add up to n.
    ///
    /// @param size ≥ 0; if all are 0 the chances are equal
    static double[] of(double[] size, int n, double equalPart) {
        int all = size.length;
        double base = equalPart * n / all;
        double low = 0;
        double high = 1;
        double[] chance = at(high, size, base);
        while (sum(chance) < n && high < 1e300) {
            high *= 2;
            chance = at(high, size, base);
        }
        if (sum(chance) < n) {
            // Those of size 0 alone are below 1, and share equally what is left.
            return filled(chance, n);
        }
        for (int i = 0; i < 200; i++) {
            double mid = (low + high) / 2;
            if (sum(at(mid, size, base)) < n) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return at(high, size, base);
    }

    private static double[] filled(double[] chance, int n) {
        int open = 0;
        double full = 0;
        for (double value : chance) {
            open += value < 1 ? 1 : 0;
            full += value < 1 ? 0 : 1;
        }
        for (int i = 0; i < chance.length; i++) {
            chance[i] = chance[i] < 1 ? (n - full) / open : 1;
        }
        return chance;
    }

    private static double[] at(double factor, double[] size, double base) {
        double[] chance = new double[size.length];
        for (int i = 0; i < size.length; i++) {
            chance[i] = Math.min(1, base + factor * size[i]);
        }
        return chance;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /// The places drawn, each with exactly its chance; as many as the chances add up to.
    static List<Integer> pivotal(double[] chance, SplittableRandom random) {
        int[] order = new int[chance.length];
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        List<Integer> chosen = new ArrayList<>();
        int standing = -1;
        double its = 0;
        for (int rival : order) {
            double chances = chance[rival];
            if (chances >= 1 - EXACT) {
                chosen.add(rival);
                continue;
            }
            if (standing < 0) {
                standing = rival;
                its = chances;
                continue;
            }
            double both = its + chances;
            if (both < 1 - EXACT) {
                standing = random.nextDouble() * both < its ? standing : rival;
                its = both;
            } else {
                boolean standingWins = random.nextDouble() * (2 - both) < 1 - chances;
                chosen.add(standingWins ? standing : rival);
                standing = standingWins ? rival : standing;
                its = both - 1;
                if (its <= EXACT) {
                    standing = -1;
                }
            }
        }
        if (standing >= 0 && its > 0.5) {
            chosen.add(standing);
        }
        return chosen;
    }
}
