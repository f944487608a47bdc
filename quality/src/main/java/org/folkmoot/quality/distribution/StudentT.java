package org.folkmoot.quality.distribution;

/// Student's t distribution.
///
/// @param degreesOfFreedom > 0, not necessarily whole
public record StudentT(double degreesOfFreedom) {
    public StudentT {
        if (!(degreesOfFreedom > 0) || Double.isInfinite(degreesOfFreedom)) {
            throw new IllegalArgumentException("degrees of freedom must be positive and finite: " + degreesOfFreedom);
        }
    }

    /// P(T ≤ x), accurate in the lower tail: half of I at ν/(ν + x²) with shapes ν/2 and 1/2 (Abramowitz and
    /// Stegun, 26.7.1, 26.5.27).
    public double cdf(double x) {
        double nu = degreesOfFreedom;
        double tail = new Beta(nu / 2, 0.5).cdf(nu / (nu + x * x)) / 2;
        return x > 0 ? 1 - tail : tail;
    }

    /// P(|T| ≥ |t|), the two-sided p-value of a t statistic.
    public double twoSidedP(double t) {
        return Math.min(1, 2 * cdf(-Math.abs(t)));
    }

    /// The x with P(T ≤ x) = p; -∞ at 0 and +∞ at 1.
    ///
    /// @param p in [0, 1]
    public double quantile(double p) {
        Probability.checked("p", p);
        return p < 0.5 ? -upper(p) : upper(1 - p);
    }

    /// The x ≥ 0 with P(T > x) = tail.
    private double upper(double tail) {
        if (tail == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double nu = degreesOfFreedom;
        if (tail < 0.25) {
            double x = new Beta(nu / 2, 0.5).quantile(2 * tail);
            return Math.sqrt(nu * (1 - x) / x);
        }
        double y = new Beta(0.5, nu / 2).quantile(1 - 2 * tail);
        return Math.sqrt(nu * y / (1 - y));
    }

    /// The multiple of a standard error to either side that holds `confidence` of the distribution: 2.228 at 0.95
    /// with ten degrees of freedom.
    ///
    /// @param confidence in (0, 1)
    public double twoSided(double confidence) {
        return upper((1 - Probability.inside("confidence", confidence)) / 2);
    }
}
