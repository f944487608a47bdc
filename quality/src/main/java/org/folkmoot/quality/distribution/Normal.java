package org.folkmoot.quality.distribution;

import org.hipparchus.special.Erf;

/// The standard normal distribution.
public final class Normal {
    private static final double SQRT2 = Math.sqrt(2);

    private Normal() {}

    public static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    /// Φ(x) = P(Z ≤ x), accurate in the lower tail.
    public static double cdf(double x) {
        return 0.5 * Erf.erfc(-x / SQRT2);
    }

    /// P(Z > x), accurate in the upper tail.
    public static double survival(double x) {
        return cdf(-x);
    }

    /// Φ⁻¹(p); -∞ at 0 and +∞ at 1.
    ///
    /// @param p in [0, 1]
    public static double quantile(double p) {
        Probability.checked("p", p);
        if (p > 0.5) {
            return -lower(1 - p);
        }
        return lower(p);
    }

    /// The quantile of p ≤ 1/2: the tail's asymptotic form, then Newton steps on the logarithm, on which the
    /// tail is nearly a parabola.
    private static double lower(double p) {
        if (p == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (p == 0.5) {
            return 0;
        }
        double square = -2 * Math.log(p);
        double x = -Math.sqrt(Math.max(0, square - Math.log(2 * Math.PI * Math.max(1, square))));
        for (int i = 0; i < 50; i++) {
            double cdf = cdf(x);
            double step = Math.log(cdf / p) * cdf / density(x);
            x -= step;
            if (Math.abs(step) <= 1e-15 * Math.abs(x)) {
                break;
            }
        }
        return x;
    }

    /// The multiple of a standard error to either side that holds `confidence` of the distribution: 1.96 at 0.95.
    ///
    /// @param confidence in (0, 1)
    public static double twoSided(double confidence) {
        return -lower((1 - Probability.inside("confidence", confidence)) / 2);
    }

    /// P(|Z| ≥ |z|), the two-sided p-value of a z statistic.
    public static double twoSidedP(double z) {
        return Math.min(1, 2 * cdf(-Math.abs(z)));
    }
}
