package org.folkmoot.quality.agreement;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/// The differences δ² between the categories of some ratings.
interface Difference {
    double at(int k, int l);

    /// Σ_l n_l δ²_kl for each category k. O(q²) unless the metric knows better.
    default double[] towards(double[] n) {
        double[] sums = new double[n.length];
        for (int k = 0; k < n.length; k++) {
            for (int l = 0; l < n.length; l++) {
                sums[k] += n[l] == 0 || k == l ? 0 : n[l] * at(k, l);
            }
        }
        return sums;
    }

    /// The greatest difference between any two of `q` categories.
    default double greatest(int q) {
        double greatest = 0;
        for (int k = 0; k < q; k++) {
            for (int l = 0; l < k; l++) {
                greatest = Math.max(greatest, at(k, l));
            }
        }
        return greatest;
    }

    static <V> Difference of(List<V> categories, Metric<? super V> metric) {
        return (k, l) -> metric.difference(categories.get(k), categories.get(l));
    }

    /// 1 between any two categories. O(q).
    record Nominal() implements Difference {
        @Override
        public double at(int k, int l) {
            return k == l ? 0 : 1;
        }

        @Override
        public double greatest(int q) {
            return 1;
        }

        @Override
        public double[] towards(double[] n) {
            double sum = 0;
            for (double count : n) {
                sum += count;
            }
            double[] sums = new double[n.length];
            for (int k = 0; k < n.length; k++) {
                sums[k] = sum - n[k];
            }
            return sums;
        }
    }

    /// (v_k - v_l)². O(q), by moments about the mean.
    record Interval(double[] values) implements Difference {
        @Override
        public double at(int k, int l) {
            return (values[k] - values[l]) * (values[k] - values[l]);
        }

        @Override
        public double greatest(int q) {
            DoubleSummaryStatistics range = Arrays.stream(values).summaryStatistics();
            return Math.pow(range.getMax() - range.getMin(), 2);
        }

        @Override
        public double[] towards(double[] n) {
            double count = 0;
            double sum = 0;
            for (int k = 0; k < n.length; k++) {
                count += n[k];
                sum += n[k] * values[k];
            }
            double mean = sum / count;
            double squares = 0;
            for (int k = 0; k < n.length; k++) {
                squares += n[k] * (values[k] - mean) * (values[k] - mean);
            }
            double[] sums = new double[n.length];
            for (int k = 0; k < n.length; k++) {
                sums[k] = count * (values[k] - mean) * (values[k] - mean) + squares;
            }
            return sums;
        }
    }

    /// ((v_k - v_l) / (v_k + v_l))² of values that are not negative.
    record Ratio(double[] values) implements Difference {
        @Override
        public double at(int k, int l) {
            double difference = values[k] - values[l];
            double quotient = difference == 0 ? 0 : difference / (values[k] + values[l]);
            return quotient * quotient;
        }
    }

    /// (Σ_{g from k to l} n_g - (n_k + n_l) / 2)²: how many ratings lie between, ends counted by half.
    ///
    /// @param upTo `upTo[k]` ratings of categories before k, and half of those of k
    record Ordinal(double[] upTo) implements Difference {
        static Ordinal of(double[] totals) {
            double[] upTo = new double[totals.length];
            double before = 0;
            for (int k = 0; k < totals.length; k++) {
                upTo[k] = before + totals[k] / 2;
                before += totals[k];
            }
            return new Ordinal(upTo);
        }

        @Override
        public double at(int k, int l) {
            return (upTo[k] - upTo[l]) * (upTo[k] - upTo[l]);
        }

        @Override
        public double greatest(int q) {
            return new Interval(upTo).greatest(q);
        }

        @Override
        public double[] towards(double[] n) {
            return new Interval(upTo).towards(n);
        }

        /// Σ_kl pairs_kl ∂δ²_kl / ∂n_g for each category g: one more rating of g lengthens every difference
        /// across g by one, and those that end at g by half. O(q²).
        double[] gradient(double[][] pairs) {
            int q = upTo.length;
            double[] steps = new double[q + 1];
            double[] ends = new double[q];
            for (int k = 0; k < q; k++) {
                for (int l = k + 1; l < q; l++) {
                    double slope = 2 * (pairs[k][l] + pairs[l][k]) * (upTo[l] - upTo[k]);
                    steps[k + 1] += slope;
                    steps[l] -= slope;
                    ends[k] += slope / 2;
                    ends[l] += slope / 2;
                }
            }
            double across = 0;
            for (int g = 0; g < q; g++) {
                across += steps[g];
                ends[g] += across;
            }
            return ends;
        }
    }
}
