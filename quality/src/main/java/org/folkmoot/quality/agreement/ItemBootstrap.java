package org.folkmoot.quality.agreement;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.folkmoot.quality.Interval;

/// The bootstrap over items: what interval a coefficient gets if items are drawn anew, with replacement, from
/// those at hand.
///
/// The percentile interval of the coefficient over the draws. It needs no formula for the variance, and so
/// serves any figure made of coefficients (a difference between two teams on the same items); it is no better
/// than the analytic intervals for few items. O(draws × cost of the coefficient); deterministic for a seed.
///
/// Efron, B. and Tibshirani, R. J. (1993), An Introduction to the Bootstrap, chapter 13,
/// <https://doi.org/10.1201/9780429246593>.
///
/// @param interval the percentile interval
/// @param draws draws asked for
/// @param refused draws in which the coefficient was refused, such as by one category only; left out
/// @param seed which with the ratings reproduces the interval
public record ItemBootstrap(Interval interval, int draws, int refused, long seed) {
    /// @param draws number of draws, at least 100
    /// @param seed any
    /// @param confidence of the interval, in (0, 1)
    public record Options(int draws, long seed, double confidence) {
        public Options {
            if (draws < 100) {
                throw new IllegalArgumentException("draws must be at least 100: " + draws);
            }
            if (!(confidence > 0 && confidence < 1)) {
                throw new IllegalArgumentException("confidence must be in (0, 1): " + confidence);
            }
        }
    }

    /// Draws items of `ratings` and asks the coefficient of each draw; throws if it is refused in every one.
    public static <V> ItemBootstrap of(
            Ratings<V> ratings, Function<Ratings<V>, Coefficient> coefficient, Options options) {
        var random = new SplittableRandom(options.seed());
        int n = ratings.items().size();
        double[] values = new double[options.draws()];
        int kept = 0;
        for (int draw = 0; draw < options.draws(); draw++) {
            int[] items = random.ints(n, 0, n).toArray();
            switch (coefficient.apply(ratings.ofItems(items))) {
                case Coefficient.Estimate estimate -> values[kept++] = estimate.value();
                case Coefficient.Refused _ -> {}
            }
        }
        if (kept == 0) {
            throw new IllegalArgumentException("the coefficient is refused in all " + options.draws() + " draws");
        }
        double[] sorted = Arrays.copyOf(values, kept);
        Arrays.sort(sorted);
        double tail = (1 - options.confidence()) / 2;
        var interval = new Interval(at(sorted, tail), at(sorted, 1 - tail), options.confidence());
        return new ItemBootstrap(interval, options.draws(), options.draws() - kept, options.seed());
    }

    /// The quantile by linear interpolation between order statistics.
    private static double at(double[] sorted, double level) {
        double position = level * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
