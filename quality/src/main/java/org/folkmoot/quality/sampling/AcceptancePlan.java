package org.folkmoot.quality.sampling;

import org.folkmoot.quality.distribution.Binomial;

/// An acceptance plan: read n, accept the lot if at most c are wrong.
///
/// The chances are binomial, which for small lots is on the safe side.
///
/// @param n how many to read
/// @param c how many wrong ones are tolerated
public record AcceptancePlan(int n, int c) {
    private static final int LARGEST = 10_000_000;

    public AcceptancePlan {
        if (!(0 <= c && c < n)) {
            throw new IllegalArgumentException("0 ≤ c < n must hold: " + c + ", " + n);
        }
    }

    /// The smallest plan that keeps both promises: a lot as good as `good` is accepted with chance at least 1 -
    /// `α`, one as bad as `bad` with chance at most `β`.
    ///
    /// For c = 0, 1, … the least n that keeps the second is found by bisection, and the first c that then keeps the
    /// first is taken. Guenther, W. C. (1969), Use of the binomial, hypergeometric and Poisson tables to obtain
    /// sampling plans, Journal of Quality Technology 1, 105–109.
    ///
    /// @param good rate of wrong ones that is good enough, in (0, bad)
    /// @param producersRisk α, chance of refusing a lot that is good enough, in (0, 1)
    /// @param bad rate of wrong ones that is not to be accepted, in (good, 1)
    /// @param consumersRisk β, chance of accepting a lot that bad, in (0, 1)
    public static AcceptancePlan of(double good, double producersRisk, double bad, double consumersRisk) {
        if (!(0 < good && good < bad && bad < 1)) {
            throw new IllegalArgumentException("0 < good < bad < 1 must hold: " + good + ", " + bad);
        }
        if (!(producersRisk > 0 && producersRisk < 1 && consumersRisk > 0 && consumersRisk < 1)) {
            throw new IllegalArgumentException("risks must be in (0, 1): " + producersRisk + ", " + consumersRisk);
        }
        for (int c = 0; ; c++) {
            int n = least(c, bad, consumersRisk);
            if (new Binomial(n, good).cdf(c) >= 1 - producersRisk) {
                return new AcceptancePlan(n, c);
            }
        }
    }

    private static int least(int c, double bad, double risk) {
        int low = c;
        int high = c + 1;
        while (new Binomial(high, bad).cdf(c) > risk) {
            low = high;
            high = 2 * high;
            if (high > LARGEST) {
                throw new IllegalArgumentException("no plan of less than " + LARGEST + " units keeps both promises");
            }
        }
        while (high - low > 1) {
            int mid = (low + high) >>> 1;
            if (new Binomial(mid, bad).cdf(c) > risk) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return high;
    }

    /// The operating characteristic: the chance that a lot with this rate of wrong ones is accepted.
    ///
    /// @param rate in [0, 1]
    public double accepts(double rate) {
        return new Binomial(n, rate).cdf(c);
    }
}
