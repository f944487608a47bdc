package org.folkmoot.quality.estimation;

import java.util.Arrays;
import java.util.List;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.distribution.StudentT;
import org.folkmoot.quality.estimation.Estimate.Basis;
import org.folkmoot.quality.estimation.Estimate.Measured;
import org.folkmoot.quality.estimation.Estimate.Method;
import org.folkmoot.quality.estimation.Estimate.Refused;
import org.folkmoot.quality.estimation.PredictionPowered.Lambda;

/// The mean of a finite population of numbers (a score, a sentiment, a time), from machine values on all units and
/// human values on a sample with known inclusion probabilities.
///
/// θ = λ f̄ + Σ w(y - λf) / Σ w, with f̄ over the whole population and w = 1/π: the survey sampler's difference
/// estimator, which is prediction-powered inference for a finite population. Variance n/(n - 1) Σ (1 - π)w²e² /
/// (Σw)² with e = y - λf less its weighted mean; Student's t interval on n - 1 degrees of freedom, n - 2 with
/// tuned λ. Where units come in clusters (answers of one campaign, cases of one reporter), the terms are added up
/// within clusters first and degrees of freedom count clusters.
///
/// Tuned λ = Σ (1 - π)w² e_y e_f / Σ (1 - π)w² e_f², held to [0, 1]. Reading all gives an interval of no width. For
/// yes/no values use `ThemeShare`. Deterministic, O(n).
///
/// Cassel, C. M., Särndal, C.-E. and Wretman, J. H. (1976), Biometrika 63, 615–620,
/// <https://doi.org/10.1093/biomet/63.3.615>; Zrnic, T. and Candès, E. J. (2024), Active statistical inference,
/// <https://arxiv.org/abs/2403.03208>.
public final class PredictedMean {
    private PredictedMean() {}

    /// The units read.
    ///
    /// @param human y
    /// @param machine f
    /// @param probability π, in (0, 1]
    /// @param cluster cluster of each, from 0, numbered without gaps; empty if units come singly
    public record Read(double[] human, double[] machine, double[] probability, int[] cluster) {
        public Read {
            int n = human.length;
            if (machine.length != n || probability.length != n || (cluster.length != n && cluster.length != 0)) {
                throw new IllegalArgumentException("arrays must be of one length: " + n + ", " + machine.length + ", "
                        + probability.length + ", " + cluster.length);
            }
            for (int i = 0; i < n; i++) {
                if (!(probability[i] > 0 && probability[i] <= 1)) {
                    throw new IllegalArgumentException(
                            "inclusion probability of unit " + i + " must be in (0, 1]: " + probability[i]);
                }
            }
        }
    }

    /// @param machineMean mean of the machine's values over the whole population, those read included
    /// @param population units in all
    public static Estimate of(Read read, double machineMean, long population, Lambda lambda, double confidence) {
        int n = read.human.length;
        if (n == 0) {
            return new Refused(new Refusal.TooFewRead("units", 0, 1));
        }
        int fitted = lambda instanceof Lambda.Tuned ? 2 : 1;
        int units =
                read.cluster.length == 0 ? n : Arrays.stream(read.cluster).max().orElse(-1) + 1;
        if (units <= fitted && n < population) {
            return new Refused(new Refusal.TooFewRead("units", units, fitted + 1));
        }
        double[] weight = Arrays.stream(read.probability).map(p -> 1 / p).toArray();
        double[] y = centred(read.human, weight);
        double[] f = centred(read.machine, weight);
        double trust = switch (lambda) {
            case Lambda.Fixed(double value) -> value;
            case Lambda.Tuned() -> tuned(read, y, f);
        };
        double weights = 0;
        double sum = 0;
        double[] terms = new double[units];
        for (int i = 0; i < n; i++) {
            weights += weight[i];
            sum += weight[i] * (read.human[i] - trust * read.machine[i]);
            int unit = read.cluster.length == 0 ? i : read.cluster[i];
            terms[unit] += Math.sqrt(1 - read.probability[i]) * weight[i] * (y[i] - trust * f[i]);
        }
        double square = 0;
        for (double term : terms) {
            square += term * term;
        }
        double variance = units > 1 ? square * units / (units - 1.0) / (weights * weights) : 0;
        double value = trust * machineMean + sum / weights;
        double error = Math.sqrt(variance);
        double reach = units > fitted ? new StudentT(units - fitted).twoSided(confidence) * error : 0;
        double plain = 0;
        for (int i = 0; i < n; i++) {
            plain += weight[i] * y[i] * y[i];
        }
        double effective = variance > 0 ? plain / weights / variance : n;
        return new Measured(
                value,
                error,
                new Interval(value - reach, value + reach, confidence),
                Method.PREDICTED_MEAN,
                new Basis(n, population, effective),
                List.of());
    }

    private static double[] centred(double[] values, double[] weight) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weight[i] * values[i];
            weights += weight[i];
        }
        double mean = sum / weights;
        return Arrays.stream(values).map(value -> value - mean).toArray();
    }

    private static double tuned(Read read, double[] y, double[] f) {
        double cross = 0;
        double square = 0;
        for (int i = 0; i < y.length; i++) {
            double p = read.probability[i];
            double weight = (1 - p) / (p * p);
            cross += weight * y[i] * f[i];
            square += weight * f[i] * f[i];
        }
        return square > 0 ? Math.clamp(cross / square, 0, 1) : 0;
    }
}
