package org.folkmoot.quality.estimation;

import java.util.List;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.distribution.Normal;
import org.folkmoot.quality.estimation.Estimate.Basis;
import org.folkmoot.quality.estimation.Estimate.Measured;
import org.folkmoot.quality.estimation.Estimate.Method;

/// The difference between the shares of two groups that were sampled independently.
///
/// Limits by square-and-add from those of the two shares, so that they hold for rare themes too (Newcombe 1998,
/// method 10, where both are Wilson's). The p-value is that of a normal statistic whose standard error is the
/// distance from the difference to the limit on the side of 0: it is below 1 - confidence exactly when the
/// interval leaves 0 out.
///
/// @param estimate share of the first group minus share of the second, in [-1, 1]
/// @param p two-sided p-value of "the shares are equal", in [0, 1]
public record ShareDifference(Measured estimate, double p) {
    /// @param first share of one group
    /// @param second share of the other, at the same confidence
    public static ShareDifference of(Measured first, Measured second) {
        double confidence = first.interval().confidence();
        if (second.interval().confidence() != confidence) {
            throw new IllegalArgumentException("both shares need one confidence: " + confidence + ", "
                    + second.interval().confidence());
        }
        double[] value = {first.value(), second.value()};
        double[] low = {first.interval().low(), second.interval().low()};
        double[] high = {first.interval().high(), second.interval().high()};
        Interval interval = SquareAndAdd.of(value, low, high, share -> share[0] - share[1], confidence);
        double difference = value[0] - value[1];
        double reach = difference > 0 ? difference - interval.low() : interval.high() - difference;
        double p = reach == 0
                ? (difference == 0 ? 1 : 0)
                : Normal.twoSidedP(difference / reach * Normal.twoSided(confidence));
        Basis one = first.basis();
        Basis other = second.basis();
        var basis = new Basis(
                one.read() + other.read(), one.population() + other.population(), one.effective() + other.effective());
        double error = Math.hypot(first.standardError(), second.standardError());
        return new ShareDifference(
                new Measured(difference, error, interval.within(-1, 1), Method.SHARE_DIFFERENCE, basis, List.of()), p);
    }
}
