package org.folkmoot.quality.threshold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.distribution.WilsonInterval;

/// The reliability diagram: of codings with a given confidence, how many are right.
///
/// Expected calibration error ECE = Σ_b n_b / n |right share_b - mean confidence_b| over bins b, in [0, 1]. It
/// is biased upward: even a perfectly calibrated coder shows about `noise`, Σ_b n_b / n √(2 c_b (1 - c_b) / (π
/// n_b)) with c_b the mean confidence, for chance moves every bin; an ECE near the noise is no evidence against
/// the coder. Brier score = mean of (confidence - right)². No codings give no bins and zeros. O(n log n).
///
/// Naeini, M. P. and others (2015), Obtaining well calibrated probabilities using Bayesian binning, AAAI,
/// <https://doi.org/10.1609/aaai.v29i1.9602>; Guo, C. and others (2017), On calibration of modern neural
/// networks, ICML, <https://proceedings.mlr.press/v70/guo17a.html>, formulas 3 and 5.
///
/// @param bins the diagram, from low confidence to high; empty bins are left out
/// @param expectedError expected calibration error
/// @param greatestError greatest difference of any bin
/// @param noise expected calibration error that a calibrated coder would show on as many codings
/// @param brier Brier score, in [0, 1]
public record Reliability(List<Bin> bins, double expectedError, double greatestError, double noise, double brier) {
    public Reliability {
        bins = List.copyOf(bins);
    }

    /// Codings of about the same confidence.
    ///
    /// @param low least confidence of the bin
    /// @param high greatest
    /// @param codings how many
    /// @param meanConfidence their mean confidence
    /// @param right share of them that are right
    /// @param interval Wilson's interval of that share
    public record Bin(double low, double high, int codings, double meanConfidence, double right, Interval interval) {}

    /// How confidences are put in bins.
    public enum Binning {
        /// Bins of equal width over [0, 1]; a confidence on an edge falls in the bin above.
        EQUAL_WIDTH,
        /// Bins of as equal a number of codings as ties allow.
        EQUAL_COUNT
    }

    /// @param bins number of bins, > 0
    /// @param binning how they are made
    /// @param confidence of the bins' intervals, in (0, 1)
    public record Options(int bins, Binning binning, double confidence) {
        public static final Options DEFAULT = new Options(10, Binning.EQUAL_WIDTH, 0.95);

        public Options {
            if (bins < 1) {
                throw new IllegalArgumentException("bins must be positive: " + bins);
            }
        }
    }

    public static Reliability of(Outcomes outcomes, Options options) {
        int n = outcomes.size();
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> outcomes.confidence()[i]));
        double[] sorted =
                Arrays.stream(order).mapToDouble(i -> outcomes.confidence()[i]).toArray();
        List<Bin> bins = new ArrayList<>();
        double expected = 0;
        double greatest = 0;
        double noise = 0;
        for (int from = 0; from < n; ) {
            int to = end(sorted, from, options);
            Bin bin = bin(outcomes, order, from, to, options.confidence());
            bins.add(bin);
            double error = Math.abs(bin.right() - bin.meanConfidence());
            double share = (double) bin.codings() / n;
            expected += share * error;
            greatest = Math.max(greatest, error);
            noise += share
                    * Math.sqrt(2 * bin.meanConfidence() * (1 - bin.meanConfidence()) / (Math.PI * bin.codings()));
            from = to;
        }
        return new Reliability(bins, expected, greatest, noise, brier(outcomes));
    }

    /// Where the bin that begins at `from` ends.
    private static int end(double[] sorted, int from, Options options) {
        int n = sorted.length;
        int to = from + 1;
        switch (options.binning()) {
            case EQUAL_WIDTH -> {
                int bin = width(sorted[from], options.bins());
                while (to < n && width(sorted[to], options.bins()) == bin) {
                    to++;
                }
            }
            case EQUAL_COUNT -> {
                long bin = (long) from * options.bins() / n;
                while (to < n && ((long) to * options.bins() / n == bin || sorted[to] == sorted[to - 1])) {
                    to++;
                }
            }
        }
        return to;
    }

    private static int width(double confidence, int bins) {
        return Math.min(bins - 1, (int) (confidence * bins));
    }

    private static Bin bin(Outcomes outcomes, Integer[] order, int from, int to, double confidence) {
        double sum = 0;
        int right = 0;
        for (int i = from; i < to; i++) {
            sum += outcomes.confidence()[order[i]];
            right += outcomes.right()[order[i]] ? 1 : 0;
        }
        int n = to - from;
        double share = (double) right / n;
        return new Bin(
                outcomes.confidence()[order[from]],
                outcomes.confidence()[order[to - 1]],
                n,
                sum / n,
                share,
                WilsonInterval.of(share, n, confidence));
    }

    private static double brier(Outcomes outcomes) {
        double sum = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            sum += Math.pow(outcomes.confidence()[i] - (outcomes.right()[i] ? 1 : 0), 2);
        }
        return outcomes.size() == 0 ? 0 : sum / outcomes.size();
    }
}
