package org.folkmoot.quality.sampling;

import org.folkmoot.quality.distribution.Normal;

/// How many units to read, by the normal approximation: n for an interval of `reach` to either side.
///
/// 1/n = (reach/z)² / ((1 - ρ²) S²) + 1/N, with S² the variance of the values (p(1 - p) for a share), N the
/// population, and ρ the correlation between machine and human value; ρ = 0 is the classical estimate. A machine
/// with ρ = 0.7 halves the reading. For shares below some 5/n read more: the interval that holds there is wider
/// than this formula knows. O(1).
///
/// Cochran, W. G. (1977), Sampling Techniques, 3rd edition, 4.4; Angelopoulos, A. N., Duchi, J. C. and Zrnic, T.
/// (2023), PPI++, <https://arxiv.org/abs/2311.01453>.
public final class SampleSize {
    private SampleSize() {}

    /// @param reach half width of the interval, > 0
    /// @param confidence in (0, 1)
    /// @param population N, units in all; `Long.MAX_VALUE` if it does not matter
    /// @param correlation ρ between machine and human value, in [0, 1)
    public record Aim(double reach, double confidence, long population, double correlation) {
        public Aim {
            if (!(reach > 0)) {
                throw new IllegalArgumentException("reach must be positive: " + reach);
            }
            if (!(confidence > 0 && confidence < 1)) {
                throw new IllegalArgumentException("confidence must be in (0, 1): " + confidence);
            }
            if (population < 1) {
                throw new IllegalArgumentException("population must be at least 1: " + population);
            }
            if (!(correlation >= 0 && correlation < 1)) {
                throw new IllegalArgumentException("correlation must be in [0, 1): " + correlation);
            }
        }
    }

    /// How many to read for a share.
    ///
    /// @param share what it may be, in [0, 1]; 0.5 is the safe guess
    public static long forShare(double share, Aim aim) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in [0, 1]: " + share);
        }
        return forMean(Math.sqrt(share * (1 - share)), aim);
    }

    /// How many to read for a mean.
    ///
    /// @param deviation standard deviation of the values, ≥ 0
    public static long forMean(double deviation, Aim aim) {
        if (!(deviation >= 0)) {
            throw new IllegalArgumentException("deviation must not be negative: " + deviation);
        }
        double z = Normal.twoSided(aim.confidence);
        double variance = (1 - aim.correlation * aim.correlation) * deviation * deviation;
        if (variance == 0) {
            return Math.min(2, aim.population);
        }
        double inverse = aim.reach * aim.reach / (z * z * variance) + 1.0 / aim.population;
        return Math.min(aim.population, Math.max(2, (long) Math.ceil(1 / inverse - 1e-9)));
    }

    /// How to spend on reading and on the machine.
    ///
    /// @param read n, units to be read
    /// @param unread N, further units for the machine alone
    /// @param cost of both
    /// @param effective units that would have to be read without the machine
    public record Budget(long read, long unread, double cost, long effective) {
        /// The best use of a sum of money.
        ///
        /// Minimises (1 - ρ²)/n + ρ²/(n + N) at cost n c_h + (n + N) c_m. The best n goes with √((1 - ρ²)/c_h),
        /// the best n + N with √(ρ²/c_m); the machine is left out where it does not pay.
        ///
        /// Broska, D., Howes, M. and van Loon, A. (2025), The mixed subjects design, Sociological Methods &
        /// Research 54, <https://doi.org/10.1177/00491241251326865>.
        ///
        /// @param sum what there is to spend
        /// @param correlation ρ, in [0, 1)
        /// @param human cost of reading one unit, > 0
        /// @param machine cost of having one unit coded by the machine, > 0
        public static Budget of(double sum, double correlation, double human, double machine) {
            double per = unitCost(correlation, human, machine);
            if (per >= human) {
                long n = Math.round(sum / human);
                return new Budget(n, 0, n * human, n);
            }
            return at(sum / per, correlation, human, machine);
        }

        /// The cheapest way to know as much as from `effective` units read without the machine.
        public static Budget forEffective(double effective, double correlation, double human, double machine) {
            double per = unitCost(correlation, human, machine);
            if (per >= human) {
                long n = Math.round(effective);
                return new Budget(n, 0, n * human, n);
            }
            return at(effective, correlation, human, machine);
        }

        /// The cost of one effective unit, (√((1 - ρ²) c_h) + ρ √c_m)².
        private static double unitCost(double correlation, double human, double machine) {
            double root = Math.sqrt((1 - correlation * correlation) * human) + correlation * Math.sqrt(machine);
            return root * root;
        }

        private static Budget at(double effective, double correlation, double human, double machine) {
            double rest = 1 - correlation * correlation;
            double root = Math.sqrt(unitCost(correlation, human, machine));
            double read = effective * root * Math.sqrt(rest / human);
            double coded = effective * root * correlation / Math.sqrt(machine);
            long n = Math.round(read);
            long unread = Math.max(0, Math.round(coded - read));
            double all = n + (double) unread;
            double worth = n / (1 - correlation * correlation * unread / all);
            return new Budget(n, unread, n * human + all * machine, Math.round(worth));
        }
    }
}
