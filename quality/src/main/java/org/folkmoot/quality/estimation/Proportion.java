package org.folkmoot.quality.estimation;

import org.folkmoot.quality.Interval;
import org.folkmoot.quality.distribution.Beta;
import org.folkmoot.quality.distribution.WilsonInterval;
import org.hipparchus.distribution.discrete.HypergeometricDistribution;

/// k of n: how many of the units read have the theme.
///
/// | Interval | Covers | Use |
/// |---|---|---|
/// | `wilson` | near what it says on average, below it at some rare p | quick comparison |
/// | `clopperPearson` | never less than it says, often much more | where a guarantee is owed |
/// | `guarded` | near what it says, each limit wrong at most 1 - confidence | default |
/// | `hypergeometric` | never less than it says, knowing the population | audits of small populations |
///
/// Both numbers may be fractional: an effective count from a weighted sample. n = 0 gives [0, 1].
///
/// @param successes k, in [0, n]
/// @param trials n, ≥ 0, finite
public record Proportion(double successes, double trials) {
    public Proportion {
        if (!(trials >= 0 && trials < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("trials must be finite and not negative: " + trials);
        }
        if (!(successes >= 0 && successes <= trials)) {
            throw new IllegalArgumentException("successes must be in [0, " + trials + "]: " + successes);
        }
    }

    /// The share k/n; NaN for n = 0.
    public double value() {
        return successes / trials;
    }

    /// Wilson's score interval.
    public Interval wilson(double confidence) {
        return trials == 0 ? new Interval(0, 1, confidence) : WilsonInterval.of(value(), trials, confidence);
    }

    /// The exact interval: the shares not rejected by either one-sided binomial test at (1 - confidence)/2.
    ///
    /// Clopper, C. J. and Pearson, E. S. (1934), The use of confidence or fiducial limits illustrated in the case
    /// of the binomial, Biometrika 26, 404–413, <https://doi.org/10.1093/biomet/26.4.404>.
    public Interval clopperPearson(double confidence) {
        double tail = (1 - confidence) / 2;
        return new Interval(exactLow(tail), 1 - mirrored().exactLow(tail), confidence);
    }

    /// Wilson's interval whose limits never lie inside the exact one-sided limits at the same confidence, so that
    /// each limit by itself is wrong with probability at most 1 - confidence whatever the share.
    ///
    /// Wilson's lower limit is too high for one, two or three successes, which makes it cover a share of 1 % in
    /// only 90 % of samples of 50. Brown, Cai and DasGupta replace it there by the one-sided Poisson limit; this
    /// takes the one-sided binomial limit wherever it is lower, and needs no table of when.
    ///
    /// Brown, L. D., Cai, T. T. and DasGupta, A. (2001), Interval estimation for a binomial proportion, Statistical
    /// Science 16, 101–133, section 4.1.1, <https://doi.org/10.1214/ss/1009213286>.
    public Interval guarded(double confidence) {
        return new Interval(guardedLow(confidence), 1 - mirrored().guardedLow(confidence), confidence);
    }

    /// The exact interval for a population of which n were drawn without replacement: the shares K/N not rejected
    /// by either one-sided hypergeometric test. O(n log N).
    ///
    /// @param population N, at least n
    public Interval hypergeometric(int population, double confidence) {
        int k = (int) successes;
        int n = (int) trials;
        if (k != successes || n != trials || n == 0) {
            throw new IllegalArgumentException("counts must be whole and trials positive: " + this);
        }
        if (population < n) {
            throw new IllegalArgumentException("population must be at least " + n + ": " + population);
        }
        double tail = (1 - confidence) / 2;
        int low = leastNotRejected(k, n, population, tail);
        int high = population - leastNotRejected(n - k, n, population, tail);
        return new Interval((double) low / population, (double) high / population, confidence);
    }

    /// The least K with P(X ≥ k) > tail.
    private static int leastNotRejected(int k, int n, int population, double tail) {
        int low = k - 1;
        int high = population - (n - k);
        while (high - low > 1) {
            int mid = (low + high) >>> 1;
            if (new HypergeometricDistribution(population, mid, n).upperCumulativeProbability(k) > tail) {
                high = mid;
            } else {
                low = mid;
            }
        }
        return high;
    }

    private Proportion mirrored() {
        return new Proportion(trials - successes, trials);
    }

    /// The p at which k or more of n have probability `tail`: a quantile of Beta(k, n - k + 1).
    private double exactLow(double tail) {
        if (successes == 0) {
            return 0;
        }
        return new Beta(successes, trials - successes + 1).quantile(tail);
    }

    private double guardedLow(double confidence) {
        if (successes == 0) {
            return 0;
        }
        double wilson = wilson(confidence).low();
        double tail = 1 - confidence;
        boolean safe = new Beta(successes, trials - successes + 1).cdf(wilson) <= tail;
        return safe ? wilson : exactLow(tail);
    }
}
