package org.folkmoot.quality.distribution;

import org.hipparchus.distribution.discrete.BinomialDistribution;

/// The binomial distribution: successes in `n` independent trials that each succeed with probability `p`.
///
/// @param n trials, ≥ 0
/// @param p probability of success, in [0, 1]
public record Binomial(int n, double p) {
    public Binomial {
        if (n < 0) {
            throw new IllegalArgumentException("n must not be negative: " + n);
        }
        Probability.checked("p", p);
    }

    /// P(X = k), by Loader's saddle-point expansion.
    public double probability(int k) {
        return k < 0 || k > n ? 0 : new BinomialDistribution(n, p).probability(k);
    }

    /// P(X ≤ k), accurate in the lower tail.
    public double cdf(int k) {
        if (k < 0) {
            return 0;
        }
        return k >= n ? 1 : new Beta((double) n - k, k + 1.0).cdf(1 - p);
    }

    /// P(X > k), accurate in the upper tail.
    public double survival(int k) {
        if (k < 0) {
            return 1;
        }
        return k >= n ? 0 : new Beta(k + 1.0, (double) n - k).cdf(p);
    }

    /// The least k with P(X ≤ k) ≥ `level`.
    ///
    /// @param level in [0, 1]
    public int quantile(double level) {
        Probability.checked("level", level);
        int low = -1;
        int high = n;
        while (high - low > 1) {
            int mid = (low + high) >>> 1;
            if (cdf(mid) >= level) {
                high = mid;
            } else {
                low = mid;
            }
        }
        return high;
    }
}
