package org.folkmoot.quality.estimation;

import java.util.List;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.distribution.Normal;
import org.folkmoot.quality.estimation.Estimate.Basis;
import org.folkmoot.quality.estimation.Estimate.Measured;
import org.folkmoot.quality.estimation.Estimate.Method;
import org.folkmoot.quality.estimation.Estimate.Refused;

/// Active inference: each unit was read or not by a coin of its own, whose probability may depend on how unsure the
/// machine was.
///
/// θ = (1/m) Σ (f + (y - f) ξ/π) over all m units, ξ = 1 where read; variance of the terms over m; normal interval.
/// The estimand is the process the units come from. O(m).
///
/// Zrnic, T. and Candès, E. J. (2024), Active statistical inference, <https://arxiv.org/abs/2403.03208>, section 4.
public final class ActiveMean {
    private ActiveMean() {}

    /// @param human y; anything where not read
    /// @param machine f
    /// @param probability π, in (0, 1]
    /// @param read ξ
    public static Estimate of(
            double[] human, double[] machine, double[] probability, boolean[] read, double confidence) {
        int m = machine.length;
        if (human.length != m || probability.length != m || read.length != m) {
            throw new IllegalArgumentException("arrays must be of one length: " + human.length + ", " + m + ", "
                    + probability.length + ", " + read.length);
        }
        if (m < 2) {
            return new Refused(new Refusal.TooFewRead("units", m, 2));
        }
        double sum = 0;
        double square = 0;
        int count = 0;
        for (int i = 0; i < m; i++) {
            if (!(probability[i] > 0 && probability[i] <= 1)) {
                throw new IllegalArgumentException(
                        "inclusion probability of unit " + i + " must be in (0, 1]: " + probability[i]);
            }
            double term = machine[i] + (read[i] ? (human[i] - machine[i]) / probability[i] : 0);
            sum += term;
            square += term * term;
            count += read[i] ? 1 : 0;
        }
        double value = sum / m;
        double error = Math.sqrt(Math.max(0, square / m - value * value) / m);
        double reach = Normal.twoSided(confidence) * error;
        return new Measured(
                value,
                error,
                new Interval(value - reach, value + reach, confidence),
                Method.PREDICTION_POWERED,
                new Basis(count, m, count),
                List.of());
    }
}
