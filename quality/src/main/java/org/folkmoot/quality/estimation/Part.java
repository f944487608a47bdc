package org.folkmoot.quality.estimation;

import org.folkmoot.quality.Interval;

/// A part of the population (a stratum, or what the machine coded alike) and the share of it that has the theme,
/// estimated from the units read in it.
///
/// The share is Hájek's, Σwy / Σw with w = 1/π; its variance n/(n - 1) Σ(1 - π)w²(y - p)² / (Σw)². The limits are
/// guarded Wilson limits at the effective size n_e: n / (1 - n/N) where all weights are equal; else, as Korn and
/// Graubard do for surveys, p(1 - p)/variance, but while fewer than ten of either kind were read not more than
/// (Σw)² / Σ(1 - π)w², because a variance estimated from so few is not to be relied on. They never contradict what
/// was seen: at least k and at most N - (n - k) of the part have the theme.
///
/// Korn, E. L. and Graubard, B. I. (1998), Confidence intervals for proportions with small expected number of
/// positive counts estimated from survey data, Survey Methodology 24, 193–201.
///
/// @param size N, units in the part
/// @param read n
/// @param present k, units read that have the theme
/// @param share estimated share; NaN where none was read
/// @param variance of `share`
/// @param low lower limit
/// @param high upper limit
record Part(long size, int read, int present, double share, double variance, double low, double high) {
    private static final int RELIABLE = 10;
    private static final double ROUNDING = 1e-9;

    /// The sums over the units read in a part. A unit can stand for several like it, so that a larger sample than was
    /// read can be thought of.
    static final class Sums {
        private double n;
        private double k;
        private double w;
        private double wy;
        private double w2;
        private double v;
        private double vy;
        private double least = Double.POSITIVE_INFINITY;
        private double most;

        void add(boolean present, double probability) {
            add(present, probability, 1);
        }

        /// @param times how many units it stands for
        void add(boolean present, double probability, double times) {
            double weight = 1 / probability;
            double square = times * (1 - probability) * weight * weight;
            n += times;
            w += times * weight;
            w2 += times * weight * weight;
            v += square;
            if (present) {
                k += times;
                wy += times * weight;
                vy += square;
            }
            least = Math.min(least, probability);
            most = Math.max(most, probability);
        }

        double units() {
            return n;
        }

        /// How many units of the part the design expects not to have drawn, Σ(1/π - 1).
        double expectedUnread() {
            return w - n;
        }

        Part part(long size, double confidence) {
            if (n > size * (1 + ROUNDING)) {
                throw new IllegalArgumentException(
                        "more units were read than there are in a part: " + (long) n + " > " + size);
            }
            int read = (int) Math.round(n);
            int present = (int) Math.round(k);
            if (n == 0) {
                return new Part(size, 0, 0, Double.NaN, 0, 0, 1);
            }
            boolean equal = most - least <= ROUNDING * most;
            double p = equal ? k / n : Math.min(1, wy / w);
            if (n >= size * (1 - ROUNDING)) {
                return new Part(size, read, present, k / n, 0, k / n, k / n);
            }
            double rest = 1 - n / size;
            double spread = equal ? rest * p * (1 - p) / n : (vy * (1 - p) * (1 - p) + (v - vy) * p * p) / (w * w);
            double variance = n <= 1 ? p * (1 - p) : spread * n / (n - 1.0);
            double effective = equal ? n / rest : effective(p, variance);
            Interval limits = new Proportion(p * effective, effective).guarded(confidence);
            return new Part(
                    size,
                    read,
                    present,
                    p,
                    variance,
                    Math.max(Math.min(p, limits.low()), Math.min(p, k / size)),
                    Math.min(Math.max(p, limits.high()), Math.max(p, 1 - (n - k) / size)));
        }

        private double effective(double p, double variance) {
            double byWeights = v > 0 ? w * w / v : w * w / w2;
            if (!(variance > 0)) {
                return byWeights;
            }
            double byVariance = p * (1 - p) / variance;
            return k >= RELIABLE && n - k >= RELIABLE ? byVariance : Math.min(byWeights, byVariance);
        }
    }
}
