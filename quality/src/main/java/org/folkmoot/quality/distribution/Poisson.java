package org.folkmoot.quality.distribution;

import org.hipparchus.distribution.discrete.PoissonDistribution;
import org.hipparchus.special.Gamma;

/// The Poisson distribution: how often a rare, independent event is seen when `mean` are expected.
///
/// @param mean expected count, ≥ 0
public record Poisson(double mean) {
    public Poisson {
        if (!(mean >= 0) || Double.isInfinite(mean)) {
            throw new IllegalArgumentException("mean must be finite and not negative: " + mean);
        }
    }

    /// P(X = k).
    public double probability(int k) {
        if (k < 0) {
            return 0;
        }
        return mean == 0 ? (k == 0 ? 1 : 0) : new PoissonDistribution(mean).probability(k);
    }

    /// P(X ≤ k) = Q(k + 1, mean), accurate in the lower tail.
    public double cdf(int k) {
        if (k < 0) {
            return 0;
        }
        return mean == 0 ? 1 : Gamma.regularizedGammaQ(k + 1.0, mean);
    }

    /// P(X > k) = P(k + 1, mean), accurate in the upper tail.
    public double survival(int k) {
        if (k < 0) {
            return 1;
        }
        return mean == 0 ? 0 : Gamma.regularizedGammaP(k + 1.0, mean);
    }

    /// The least k with P(X ≤ k) ≥ `level`.
    ///
    /// @param level in [0, 1)
    public int quantile(double level) {
        if (!(level >= 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in [0, 1): " + level);
        }
        int low = -1;
        int high = 1;
        while (cdf(high) < level) {
            low = high;
            high = Math.multiplyExact(high, 2);
        }
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
