package org.folkmoot.quality.distribution;

/// The beta distribution with shapes `a` and `b`, on [0, 1].
///
/// @param a first shape, > 0
/// @param b second shape, > 0
public record Beta(double a, double b) {
    public Beta {
        if (!(a > 0) || !(b > 0) || Double.isInfinite(a) || Double.isInfinite(b)) {
            throw new IllegalArgumentException("shapes must be positive and finite: " + a + ", " + b);
        }
    }

    /// The regularised incomplete beta function Iₓ(a, b), accurate in the lower tail.
    public double cdf(double x) {
        if (x <= 0) {
            return 0;
        }
        return x >= 1 ? 1 : org.hipparchus.special.Beta.regularizedBeta(x, a, b);
    }

    /// P(X > x), accurate in the upper tail.
    public double survival(double x) {
        return new Beta(b, a).cdf(1 - x);
    }

    /// The x with P(X ≤ x) = p, to the last bits of a double: bisection on the tail that is smaller, so that
    /// neither end loses digits. Some 60 evaluations of the incomplete beta function.
    ///
    /// @param p in [0, 1]
    public double quantile(double p) {
        Probability.checked("p", p);
        if (p == 0 || p == 1) {
            return p;
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < 200; i++) {
            double mid = low + (high - low) / 2;
            if (mid == low || mid == high) {
                break;
            }
            boolean below = p <= 0.5 ? cdf(mid) < p : survival(mid) > 1 - p;
            if (below) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return low + (high - low) / 2;
    }
}
