package org.folkmoot.quality.threshold;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;

/// Selective coding: the lowest confidence at which codings can be accepted unread, so that with probability 1 -
/// δ at most a share α of the accepted ones is wrong; and the reading that leaves for people.
///
/// Learn-then-Test. Thresholds are tested from the highest down, each by the p-value of "of the codings at least
/// this confident, more than α are wrong", until one is not rejected; the last rejected is the answer. Since the
/// order is fixed before any outcome is seen, the chance that the answer breaks its promise is at most δ, with
/// no correction for the number of thresholds, no assumption on the coder and no need for calibrated confidences.
///
/// Thresholds are quantiles of the confidences of *all* codings, in steps of 1/`steps`. The first is the highest
/// that accepts at least `leastShare` of them and at which the sample is expected to hold enough accepted
/// codings for one wrong one still to pass. Starting higher would stop more often by bad luck; a coder of whom
/// only fewer codings could be trusted is not trusted at all.
///
/// **Required:** the sample was drawn at random from all codings, each as likely as the other, and read blind,
/// and neither the coder nor its confidences learnt from it. A new wave of answers needs a new sample. O((n + N)
/// log N) for n read codings of N.
///
/// Angelopoulos, A. N., Bates, S., Candès, E. J., Jordan, M. I. and Lei, L. (2025), Learn then test: calibrating
/// predictive algorithms to achieve risk control, Annals of Applied Statistics 19, 1641–1662,
/// <https://doi.org/10.1214/24-AOAS1998>, theorem 1 and fixed-sequence testing; selective accuracy: section 5 of
/// <https://arxiv.org/abs/2110.01052>.
public sealed interface SelectiveCoding {
    /// @param alpha greatest share of accepted codings that may be wrong, in (0, 1)
    /// @param delta chance that the promise is broken, in (0, 1)
    /// @param bound test of the share; for right or wrong the binomial is exact
    /// @param steps how finely thresholds are tried, at least 1
    /// @param leastShare least share of codings worth accepting, in (0, 1]
    record Options(double alpha, double delta, RiskBound bound, int steps, double leastShare) {
        public Options {
            if (!(alpha > 0 && alpha < 1)) {
                throw new IllegalArgumentException("alpha must be in (0, 1): " + alpha);
            }
            if (!(delta > 0 && delta < 1)) {
                throw new IllegalArgumentException("delta must be in (0, 1): " + delta);
            }
            if (steps < 1) {
                throw new IllegalArgumentException("steps must be positive: " + steps);
            }
            if (!(leastShare > 0 && leastShare <= 1)) {
                throw new IllegalArgumentException("leastShare must be in (0, 1]: " + leastShare);
            }
        }

        /// Options with the exact bound, 200 steps, and a quarter of the codings as the least worth accepting.
        public static Options of(double alpha, double delta) {
            return new Options(alpha, delta, RiskBound.BINOMIAL, 200, 0.25);
        }
    }

    /// Codings at least as confident as the threshold can be accepted unread.
    ///
    /// @param threshold least confidence accepted
    /// @param accepted codings accepted
    /// @param toRead codings left for people
    /// @param sampled codings of the sample that are accepted
    /// @param wrong of these, wrong ones
    /// @param options with which it was found
    record Accepting(double threshold, int accepted, int toRead, int sampled, int wrong, Options options)
            implements SelectiveCoding {
        /// Share of the codings that people need not read.
        public double saved() {
            return (double) accepted / (accepted + toRead);
        }

        @Override
        public String message() {
            return String.format(
                    Locale.ROOT,
                    "Codings with a confidence of at least %.4f (%d of %d) can be accepted unread: with probability %s"
                            + " at most %s %% of them are wrong. %d are left to read.",
                    threshold,
                    accepted,
                    accepted + toRead,
                    plain(1 - options.delta()),
                    plain(100 * options.alpha()),
                    toRead);
        }
    }

    /// The sample is too small for the promise, were all its codings right.
    ///
    /// @param read codings read
    /// @param needed least number of accepted codings to read, all right, that could show it
    /// @param toRead all codings, which are left for people
    record SampleTooSmall(int read, int needed, int toRead) implements SelectiveCoding {
        @Override
        public String message() {
            return "No coding can be accepted unread: only " + read + " were read, and it takes " + needed
                    + ", all of them right, to make this promise.";
        }
    }

    /// Even the most confident codings are wrong too often, or too few of them were read to show otherwise.
    ///
    /// @param threshold the highest threshold that could be tested
    /// @param sampled codings of the sample at least as confident
    /// @param wrong of these, wrong ones
    /// @param bound what the share of wrong ones is under, with confidence 1 - δ; above α
    /// @param toRead all codings, which are left for people
    record NotShown(double threshold, int sampled, int wrong, double bound, int toRead) implements SelectiveCoding {
        @Override
        public String message() {
            return String.format(
                    Locale.ROOT,
                    "No coding can be accepted unread: of %d read with a confidence of at least %.4f, %d were wrong,"
                            + " which shows only that at most %.1f %% are.",
                    sampled,
                    threshold,
                    wrong,
                    100 * bound);
        }
    }

    /// The result in a sentence, for a person to read.
    String message();

    /// Codings left for people to read.
    int toRead();

    /// Finds the threshold.
    ///
    /// @param sample codings drawn at random from all, and read
    /// @param all confidences of all codings, those of the sample included
    static SelectiveCoding find(Outcomes sample, double[] all, Options options) {
        for (int i = 0; i < all.length; i++) {
            Outcomes.checked(i, all[i]);
        }
        int needed = enough(options, 0);
        if (sample.size() < needed || all.length == 0) {
            return new SampleTooSmall(sample.size(), needed, all.length);
        }
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        double share = Math.clamp((double) enough(options, 1) / sample.size(), options.leastShare(), 1);
        int first = (int) Math.ceil(share * options.steps());
        int last = first - 1;
        while (last < options.steps() && passes(Trial.of(sample, threshold(sorted, last + 1, options)), options)) {
            last++;
        }
        if (last < first) {
            double threshold = threshold(sorted, first, options);
            var tried = Trial.of(sample, threshold);
            double bound = tried.sampled() == 0
                    ? 1
                    : options.bound().upperBound(tried.wrong(), tried.sampled(), options.delta());
            return new NotShown(threshold, tried.sampled(), tried.wrong(), bound, all.length);
        }
        double threshold = threshold(sorted, last, options);
        var tried = Trial.of(sample, threshold);
        int toRead = firstAtLeast(sorted, threshold);
        return new Accepting(threshold, sorted.length - toRead, toRead, tried.sampled(), tried.wrong(), options);
    }

    /// The confidence that the given share of codings, in steps, reaches.
    private static double threshold(double[] sorted, int step, Options options) {
        int take = (int) Math.ceil((double) step * sorted.length / options.steps());
        return sorted[sorted.length - take];
    }

    private static boolean passes(Trial tried, Options options) {
        return tried.sampled() > 0
                && options.bound().pValue(tried.wrong(), tried.sampled(), options.alpha()) <= options.delta();
    }

    /// The least number of accepted codings among which `errors` wrong ones still pass the test.
    private static int enough(Options options, int errors) {
        int n = errors + 1;
        while (options.bound().pValue(errors, n, options.alpha()) > options.delta()) {
            n++;
        }
        return n;
    }

    private static int firstAtLeast(double[] sorted, double threshold) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (sorted[mid] >= threshold) {
                high = mid;
            } else {
                low = mid + 1;
            }
        }
        return low;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }
}
