package org.folkmoot.quality.sampling;

import org.folkmoot.quality.Interval;

/// An interval for a mean that holds at every moment at once, so that one may look after every unit read and stop
/// when it is narrow enough.
///
/// For each candidate mean m a gambler bets against "the mean is m", once on more and once on less: capital
/// K± = Π (1 ± λ±(x_t - m_t)). As long as m is true no strategy is expected to gain, so by Ville's inequality the
/// chance that max(K⁺, K⁻)/2 ever reaches 1/α is at most α. The interval is made of the m where it has not. Bets
/// are the predictable plug-in λ_t = √(2 ln(2/α) / (σ̂² t ln(t + 1))), held to 1/2 of the largest that cannot
/// ruin. From a finite population without replacement, m_t = (N m - Σ_{i<t} x_i)/(N - t + 1) is what the mean of
/// the rest would be; the interval closes when all are read.
///
/// The price for looking any time: some 1.3 to 2 times the width of an interval that may be looked at once.
/// Values are in [0, 1]; for yes/no answers 0 and 1. The candidates form a grid; K⁺ falls and K⁻ rises with m, so
/// that the last candidate ruled out on either side is a valid end. Not thread-safe. O(grid) a unit.
///
/// Waudby-Smith, I. and Ramdas, A. (2024), Estimating means of bounded random variables by betting, Journal of the
/// Royal Statistical Society B 86, 1–27, <https://doi.org/10.1093/jrsssb/qkad009>, theorem 3, proposition 4 and
/// section 5.
public final class ConfidenceSequence {
    private static final double CAUTION = 0.5;
    private static final double LEAST = 1e-12;

    private final Options options;
    private final double[] logUp;
    private final double[] logDown;
    private int low = -1;
    private int high;
    private long read;
    private double sum;
    private double squares = 0.25;
    private double variance = 0.25;

    /// @param confidence in (0, 1), that the interval holds at all times together
    /// @param population units from which the sample is drawn without replacement, or 0 if they come without end
    /// @param grid number of steps from 0 to 1, at least 100
    public record Options(double confidence, long population, int grid) {
        public Options {
            if (!(confidence > 0 && confidence < 1)) {
                throw new IllegalArgumentException("confidence must be in (0, 1): " + confidence);
            }
            if (population < 0) {
                throw new IllegalArgumentException("population must not be negative: " + population);
            }
            if (grid < 100) {
                throw new IllegalArgumentException("grid must be at least 100: " + grid);
            }
        }

        /// From a finite population, 95 %, thousandths.
        public static Options of(long population) {
            return new Options(0.95, population, 1000);
        }
    }

    public ConfidenceSequence(Options options) {
        this.options = options;
        logUp = new double[options.grid + 1];
        logDown = new double[options.grid + 1];
        high = options.grid + 1;
    }

    /// Takes in the next unit, in the random order in which units are read, and tells what is known now.
    ///
    /// @param value in [0, 1]
    public Interval add(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("value must be in [0, 1]: " + value);
        }
        if (options.population > 0 && read == options.population) {
            throw new IllegalStateException("all " + read + " units were read already");
        }
        double alpha = 1 - options.confidence;
        long t = read + 1;
        double bet = Math.sqrt(2 * Math.log(2 / alpha) / (variance * t * Math.log(t + 1.0)));
        for (int g = Math.max(0, low + 1); g <= options.grid; g++) {
            double m = meanOfRest(g);
            logUp[g] += Math.log1p(Math.min(bet, CAUTION / Math.max(m, LEAST)) * (value - m));
        }
        for (int g = Math.min(options.grid, high - 1); g >= 0; g--) {
            double m = meanOfRest(g);
            logDown[g] += Math.log1p(-Math.min(bet, CAUTION / Math.max(1 - m, LEAST)) * (value - m));
        }
        double ruin = Math.log(2 / alpha);
        while (low < options.grid && logUp[low + 1] >= ruin) {
            low++;
        }
        while (high > 0 && logDown[high - 1] >= ruin) {
            high--;
        }
        read = t;
        sum += value;
        double mean = (0.5 + sum) / (t + 1);
        squares += (value - mean) * (value - mean);
        variance = squares / (t + 1);
        return now();
    }

    /// What the mean of the units not yet read would be, were candidate g the mean of all.
    private double meanOfRest(int g) {
        double candidate = (double) g / options.grid;
        if (options.population == 0) {
            return candidate;
        }
        return Math.clamp((options.population * candidate - sum) / (options.population - (double) read), 0, 1);
    }

    /// What is known now: the intersection of all intervals so far.
    public Interval now() {
        double least = Math.max(0, low) / (double) options.grid;
        double most = Math.min(options.grid, high) / (double) options.grid;
        if (options.population > 0) {
            double left = options.population - (double) read;
            least = Math.max(least, sum / options.population);
            most = Math.min(most, (sum + left) / options.population);
        }
        return new Interval(Math.min(least, most), Math.max(least, most), options.confidence);
    }

    /// How many units were read.
    public long read() {
        return read;
    }
}
