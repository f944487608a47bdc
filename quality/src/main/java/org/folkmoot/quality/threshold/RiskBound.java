package org.folkmoot.quality.threshold;

import org.folkmoot.quality.distribution.Binomial;

/// A test that the mean of losses in [0, 1] is at most a limit, valid for any number of independent losses.
public enum RiskBound {
    /// The exact binomial tail P(B ≤ k), B binomial with n trials at the limit, for k losses of 1 among n of 0
    /// or 1. Never worse than Hoeffding–Bentkus, but only for such losses.
    BINOMIAL {
        @Override
        public double pValue(double sum, int n, double limit) {
            checked(sum, n, limit);
            return new Binomial(n, limit).cdf((int) Math.ceil(sum));
        }
    },

    /// The Hoeffding–Bentkus p-value min(exp(-n h(min(r, a), a)), e P(B ≤ ⌈n r⌉)), r the mean loss, a the limit,
    /// B as above and h(p, q) = p ln(p/q) + (1 - p) ln((1 - p)/(1 - q)); for losses anywhere in [0, 1].
    ///
    /// Bates, S. and others (2021), Distribution-free, risk-controlling prediction sets, Journal of the ACM 68,
    /// 43, <https://doi.org/10.1145/3478535>, section 3.1.
    HOEFFDING_BENTKUS {
        @Override
        public double pValue(double sum, int n, double limit) {
            checked(sum, n, limit);
            double r = Math.min(sum / n, limit);
            double hoeffding = Math.exp(-n * divergence(r, limit));
            double bentkus = Math.E * new Binomial(n, limit).cdf((int) Math.ceil(sum));
            return Math.min(1, Math.min(hoeffding, bentkus));
        }
    };

    /// The p-value of the hypothesis that the mean loss is above `limit`: small where the losses show it is not.
    ///
    /// @param sum sum of the losses, in [0, n]
    /// @param n number of losses, > 0
    /// @param limit in (0, 1)
    public abstract double pValue(double sum, int n, double limit);

    /// The least limit that the losses show the mean to be under, at level δ: the upper confidence bound of the
    /// mean.
    ///
    /// By bisection; 1 where even that is not shown.
    ///
    /// @param sum sum of the losses, in [0, n]
    /// @param n number of losses, > 0
    /// @param delta in (0, 1)
    public double upperBound(double sum, int n, double delta) {
        if (!(delta > 0 && delta < 1)) {
            throw new IllegalArgumentException("delta must be in (0, 1): " + delta);
        }
        double low = Math.max(sum / n, Double.MIN_NORMAL);
        double high = Math.nextDown(1.0);
        if (low >= high || pValue(sum, n, high) > delta) {
            return 1;
        }
        for (int i = 0; i < 200 && Math.nextUp(low) < high; i++) {
            double mid = low + (high - low) / 2;
            if (pValue(sum, n, mid) > delta) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return high;
    }

    private static double divergence(double p, double q) {
        double first = p == 0 ? 0 : p * Math.log(p / q);
        double second = p == 1 ? 0 : (1 - p) * Math.log((1 - p) / (1 - q));
        return first + second;
    }

    private static void checked(double sum, int n, double limit) {
        if (n < 1 || !(sum >= 0 && sum <= n)) {
            throw new IllegalArgumentException("sum must be in [0, n], n positive: " + sum + " of " + n);
        }
        if (!(limit > 0 && limit < 1)) {
            throw new IllegalArgumentException("limit must be in (0, 1): " + limit);
        }
    }
}
