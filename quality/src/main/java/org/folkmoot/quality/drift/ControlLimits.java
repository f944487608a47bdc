package org.folkmoot.quality.drift;

import org.folkmoot.quality.distribution.Binomial;
import org.folkmoot.quality.distribution.Poisson;

/// Limits that a count exceeds only rarely while nothing has changed, exact for the discrete distribution.
///
/// P(count < low) ≤ tail and P(count > high) ≤ tail, with low the greatest and high the least such. Unlike
/// three-sigma limits they are right for rare events, where counts are skewed; a lower limit of 0 means that no
/// count is too low. The usual rate is taken as known: estimate it from some hundred events or more.
///
/// @param low least count within limits
/// @param high greatest count within limits
public record ControlLimits(int low, int high) {
    /// The tail beyond three standard errors of a normal distribution, which control charts are used to.
    public static final double THREE_SIGMA = 0.0013498980316300933;

    /// Limits for how many of `n` items have a property that a share `rate` usually has.
    ///
    /// @param n items, ≥ 0
    /// @param rate usual share, in [0, 1]
    /// @param tail in (0, 0.5)
    public static ControlLimits binomial(int n, double rate, double tail) {
        var usual = new Binomial(n, rate);
        int high = usual.quantile(1 - checked(tail));
        return new ControlLimits(lowest(usual.quantile(tail), k -> usual.cdf(k - 1), tail), high);
    }

    /// Limits for a count of independent events of which `expected` usually happen.
    ///
    /// @param expected usual count for this exposure, ≥ 0
    /// @param tail in (0, 0.5)
    public static ControlLimits poisson(double expected, double tail) {
        var usual = new Poisson(expected);
        int high = usual.quantile(1 - checked(tail));
        return new ControlLimits(lowest(usual.quantile(tail), k -> usual.cdf(k - 1), tail), high);
    }

    public boolean contains(int count) {
        return low <= count && count <= high;
    }

    private interface Below {
        double probability(int k);
    }

    /// The greatest k with P(count < k) ≤ tail: the tail's quantile, or one more if the tail is met exactly.
    private static int lowest(int quantile, Below below, double tail) {
        return below.probability(quantile + 1) <= tail ? quantile + 1 : quantile;
    }

    private static double checked(double tail) {
        if (!(tail > 0 && tail < 0.5)) {
            throw new IllegalArgumentException("tail must be in (0, 0.5): " + tail);
        }
        return tail;
    }
}
