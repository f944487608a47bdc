package org.folkmoot.quality.estimation;

import java.util.function.ToDoubleFunction;
import org.folkmoot.quality.Interval;

/// Limits of a function of several independent figures from the limits of each: the distances by which the function
/// moves, when one figure goes to its limit and the others stay, are squared and added.
///
/// For a sum or a difference this is the method of variance estimates recovery (MOVER), which keeps what the single
/// intervals are good at: they are not symmetric, stay in their range and do not shrink to nothing where a sample
/// shows no variation. For other functions it needs that they are monotone in each figure; the limits are then
/// approximate.
///
/// Newcombe, R. G. (1998), Interval estimation for the difference between independent proportions, Statistics in
/// Medicine 17, 873–890, method 10; Zou, G. Y. and Donner, A. (2008), Construction of confidence limits about
/// effect measures, Statistics in Medicine 27, 1693–1702, <https://doi.org/10.1002/sim.3095>.
final class SquareAndAdd {
    private SquareAndAdd() {}

    /// @param value the figures
    /// @param low their lower limits
    /// @param high their upper limits
    static Interval of(
            double[] value, double[] low, double[] high, ToDoubleFunction<double[]> function, double confidence) {
        double centre = function.applyAsDouble(value);
        double down = 0;
        double up = 0;
        double[] moved = value.clone();
        for (int i = 0; i < value.length; i++) {
            moved[i] = low[i];
            double one = function.applyAsDouble(moved) - centre;
            moved[i] = high[i];
            double other = function.applyAsDouble(moved) - centre;
            moved[i] = value[i];
            double least = Math.min(0, Math.min(one, other));
            double most = Math.max(0, Math.max(one, other));
            down += least * least;
            up += most * most;
        }
        return new Interval(centre - Math.sqrt(down), centre + Math.sqrt(up), confidence);
    }
}
