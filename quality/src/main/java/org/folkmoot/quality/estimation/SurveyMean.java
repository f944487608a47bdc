package org.folkmoot.quality.estimation;

import java.util.List;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.distribution.StudentT;
import org.folkmoot.quality.estimation.Estimate.Basis;
import org.folkmoot.quality.estimation.Estimate.Measured;
import org.folkmoot.quality.estimation.Estimate.Method;
import org.folkmoot.quality.estimation.Estimate.Refused;

/// The mean of a finite population from a sample with known inclusion probabilities.
///
/// | Estimator | Value | Use |
/// |---|---|---|
/// | `stratified` | Σ (N_h/N) ȳ_h | simple samples within strata |
/// | `horvitzThompson` | Σ (y/π) / N | unbiased; precise where y is about proportional to π |
/// | `hajek` | Σ (y/π) / Σ (1/π) | nearly unbiased; otherwise the better one |
///
/// Intervals are Student's t; for yes/no values with few of one kind use `ThemeShare`, which keeps inside [0, 1]
/// and holds at small counts. A population of no units, or too few read, is refused. O(n).
public final class SurveyMean {
    private SurveyMean() {}

    /// How the size of the sample came about, which decides the variance.
    public enum Design {
        /// Units were drawn independently of one another, so that the size is random (Poisson sampling).
        POISSON,
        /// The size was fixed beforehand, at high entropy: simple, systematic in random order, pivotal.
        FIXED_SIZE
    }

    /// A simple random sample of one stratum.
    ///
    /// @param size units in the stratum
    /// @param values of those read
    public record Stratum(long size, double[] values) {}

    /// The stratified mean; variance Σ (N_h/N)² (1 - n_h/N_h) s_h²/n_h, on Σ (n_h - 1) degrees of freedom.
    ///
    /// Cochran, W. G. (1977), Sampling Techniques, 3rd edition, formulas 5.1 and 5.7.
    public static Estimate stratified(List<Stratum> strata, double confidence) {
        double population = strata.stream().mapToLong(Stratum::size).sum();
        if (population == 0) {
            return new Refused(new Refusal.NothingToMeasure("units in the population"));
        }
        double value = 0;
        double variance = 0;
        double freedom = 0;
        int read = 0;
        double pooled = 0;
        for (Stratum stratum : strata) {
            int n = stratum.values.length;
            if (n > stratum.size) {
                throw new IllegalArgumentException("more values than units in a stratum: " + n + " > " + stratum.size);
            }
            boolean census = n == stratum.size;
            if (n < 2 && !census) {
                return new Refused(new Refusal.TooFewRead("units of a stratum", n, 2));
            }
            double share = stratum.size / population;
            double mean = mean(stratum.values);
            double square = 0;
            for (double y : stratum.values) {
                square += (y - mean) * (y - mean);
            }
            double spread = n > 1 ? square / (n - 1) : 0;
            value += n == 0 ? 0 : share * mean;
            variance += n == 0 ? 0 : share * share * (1 - n / (double) stratum.size) * spread / n;
            freedom += census ? 0 : n - 1;
            read += n;
            pooled += share * spread;
        }
        double effective = variance > 0 ? pooled / variance : read;
        return measured(value, variance, freedom, new Basis(read, (long) population, effective), confidence);
    }

    /// Horvitz and Thompson's mean.
    ///
    /// Poisson: Σ (1 - π)(y/π)² / N². Fixed size: Hájek's approximation n/(n - 1) Σ (1 - π)(y/π - B)² / N², B the
    /// mean of y/π weighted by 1 - π, which needs no joint probabilities.
    ///
    /// Horvitz, D. G. and Thompson, D. J. (1952), Journal of the American Statistical Association 47, 663–685,
    /// <https://doi.org/10.1080/01621459.1952.10483446>; Brewer, K. R. W. and Donadio, M. E. (2003), The high
    /// entropy variance of the Horvitz–Thompson estimator, Survey Methodology 29, 189–196.
    ///
    /// @param values y of the units drawn
    /// @param probability their π, in (0, 1]
    /// @param population N
    public static Estimate horvitzThompson(
            double[] values, double[] probability, long population, Design design, double confidence) {
        int n = checked(values, probability);
        if (n < 2) {
            return new Refused(new Refusal.TooFewRead("units", n, 2));
        }
        double[] expanded = new double[n];
        double total = 0;
        for (int i = 0; i < n; i++) {
            expanded[i] = values[i] / probability[i];
            total += expanded[i];
        }
        double variance = totalVariance(expanded, probability, design) / ((double) population * population);
        double effective = effective(values, probability, variance);
        return measured(total / population, variance, n - 1.0, new Basis(n, population, effective), confidence);
    }

    /// Hájek's mean; the variance of Horvitz and Thompson's total of (y - mean), divided by (Σ 1/π)².
    ///
    /// Särndal, C.-E., Swensson, B. and Wretman, J. (1992), Model Assisted Survey Sampling, result 5.7.1.
    ///
    /// @param values y of the units drawn
    /// @param probability their π, in (0, 1]
    /// @param population N, for the record only
    public static Estimate hajek(
            double[] values, double[] probability, long population, Design design, double confidence) {
        int n = checked(values, probability);
        if (n < 2) {
            return new Refused(new Refusal.TooFewRead("units", n, 2));
        }
        double weights = 0;
        double total = 0;
        for (int i = 0; i < n; i++) {
            weights += 1 / probability[i];
            total += values[i] / probability[i];
        }
        double mean = total / weights;
        double[] expanded = new double[n];
        for (int i = 0; i < n; i++) {
            expanded[i] = (values[i] - mean) / probability[i];
        }
        double variance = totalVariance(expanded, probability, design) / (weights * weights);
        double effective = effective(values, probability, variance);
        return measured(mean, variance, n - 1.0, new Basis(n, population, effective), confidence);
    }

    /// The variance of the values in the population, estimated by Σ w(y - ȳ)² / Σ w, over that of the estimate.
    private static double effective(double[] values, double[] probability, double variance) {
        double weights = 0;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            weights += 1 / probability[i];
            sum += values[i] / probability[i];
        }
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            squares += (values[i] - sum / weights) * (values[i] - sum / weights) / probability[i];
        }
        return variance > 0 ? squares / weights / variance : values.length;
    }

    /// The variance of a Horvitz–Thompson total from its terms y/π.
    static double totalVariance(double[] expanded, double[] probability, Design design) {
        int n = expanded.length;
        double centre = 0;
        if (design == Design.FIXED_SIZE) {
            double weight = 0;
            for (int i = 0; i < n; i++) {
                centre += (1 - probability[i]) * expanded[i];
                weight += 1 - probability[i];
            }
            centre = weight > 0 ? centre / weight : 0;
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (1 - probability[i]) * (expanded[i] - centre) * (expanded[i] - centre);
        }
        return design == Design.FIXED_SIZE ? sum * n / (n - 1) : sum;
    }

    static Measured measured(double value, double variance, double freedom, Basis basis, double confidence) {
        double error = Math.sqrt(variance);
        double reach = freedom > 0 ? new StudentT(freedom).twoSided(confidence) * error : 0;
        return new Measured(
                value,
                error,
                new Interval(value - reach, value + reach, confidence),
                Method.SURVEY_MEAN,
                basis,
                List.of());
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static int checked(double[] values, double[] probability) {
        if (values.length != probability.length) {
            throw new IllegalArgumentException(
                    "arrays must be of one length: " + values.length + ", " + probability.length);
        }
        for (int i = 0; i < probability.length; i++) {
            if (!(probability[i] > 0 && probability[i] <= 1)) {
                throw new IllegalArgumentException(
                        "inclusion probability of unit " + i + " must be in (0, 1]: " + probability[i]);
            }
        }
        return values.length;
    }
}
