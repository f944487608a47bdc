package org.folkmoot.quality.estimation;

import java.util.Arrays;
import java.util.List;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.distribution.Normal;
import org.folkmoot.quality.estimation.Estimate.Basis;
import org.folkmoot.quality.estimation.Estimate.Measured;
import org.folkmoot.quality.estimation.Estimate.Method;
import org.folkmoot.quality.estimation.Estimate.Refused;

/// Prediction-powered inference as published: machine values f on N units not read and on n units read, human
/// values y on the latter.
///
/// θ = λ f̄_N + (1/n) Σ (y - λf), variance λ² Var(f_N)/N + Var(y - λf)/n, normal interval. With weights w (1/π,
/// scaled to mean 1) each term is multiplied by its weight and variances are of the weighted terms. λ = 1 trusts
/// the machine, λ = 0 is the classical mean, tuned λ = Cov(y, f) / ((1 + n/N) Var(f)) is best for large samples;
/// it is held to [0, 1]. Unlike the public reference code, one-sided requests stay one-sided when λ is tuned, and
/// p-values use the same λ as intervals.
///
/// **Known limits.** The estimand is the process that units come from, not the units received; the interval is for
/// large samples. For a yes/no theme that is rare it holds far less often than it says (at 1 % and 100 read in a
/// fifth to two thirds of samples, see `docs/methods/coverage.md`): use `ThemeShare`. For a finite population use
/// `PredictedMean`.
///
/// Deterministic; O(n) given `Moments`. Angelopoulos, A. N. et al. (2023), Prediction-powered inference, Science
/// 382, 669–674, <https://doi.org/10.1126/science.adi6000>, algorithm 1; Angelopoulos, A. N., Duchi, J. C. and
/// Zrnic, T. (2023), PPI++, <https://arxiv.org/abs/2311.01453>, section 6; Fisch, A. et al. (2024), Stratified
/// prediction-powered inference, <https://arxiv.org/abs/2406.04291>.
public final class PredictionPowered {
    private PredictionPowered() {}

    /// How far the machine is trusted.
    public sealed interface Lambda {
        /// By a factor chosen beforehand.
        ///
        /// @param value 0 not at all, 1 fully
        record Fixed(double value) implements Lambda {
            public Fixed {
                if (!(value >= 0 && value <= 1)) {
                    throw new IllegalArgumentException("lambda must be in [0, 1]: " + value);
                }
            }
        }

        /// As far as the units read show it deserves.
        record Tuned() implements Lambda {}
    }

    /// Which values are meant by "not the hypothesis", and which sides of the interval are finite.
    public enum Alternative {
        TWO_SIDED,
        /// The figure is larger: the interval is [low, ∞).
        LARGER,
        /// The figure is smaller: the interval is (-∞, high].
        SMALLER
    }

    /// @param confidence of the interval, in (0, 1)
    /// @param lambda how far the machine is trusted
    /// @param alternative which side
    public record Options(double confidence, Lambda lambda, Alternative alternative) {
        public static final Options DEFAULT = new Options(0.95, new Lambda.Tuned(), Alternative.TWO_SIDED);

        public Options {
            if (!(confidence > 0 && confidence < 1)) {
                throw new IllegalArgumentException("confidence must be in (0, 1): " + confidence);
            }
        }
    }

    /// The units read.
    ///
    /// @param human y
    /// @param machine f
    /// @param weight positive, such as 1/π; only their ratios matter; all 1 for a simple sample
    public record Labelled(double[] human, double[] machine, double[] weight) {
        public Labelled {
            if (human.length != machine.length || human.length != weight.length) {
                throw new IllegalArgumentException(
                        "arrays must be of one length: " + human.length + ", " + machine.length + ", " + weight.length);
            }
            weight = human.length == 0 ? weight : Moments.meanOne(weight);
        }

        public static Labelled of(double[] human, double[] machine) {
            double[] ones = new double[human.length];
            Arrays.fill(ones, 1);
            return new Labelled(human, machine, ones);
        }
    }

    /// A part of the population sampled on its own.
    ///
    /// @param share its share of the population; those of all parts add up to 1
    /// @param labelled units read in it
    /// @param unlabelled moments of the machine's values on its units not read
    public record Stratum(double share, Labelled labelled, Moments unlabelled) {}

    /// The mean of y.
    public static Estimate mean(Labelled labelled, Moments unlabelled, Options options) {
        return stratified(List.of(new Stratum(1, labelled, unlabelled)), options);
    }

    /// The mean of y over strata, λ being fixed or tuned in each on its own.
    public static Estimate stratified(List<Stratum> strata, Options options) {
        double shares = strata.stream().mapToDouble(Stratum::share).sum();
        if (!(Math.abs(shares - 1) <= 1e-6)) {
            throw new IllegalArgumentException("shares of the strata must add up to 1: " + shares);
        }
        double value = 0;
        double variance = 0;
        double classical = 0;
        int read = 0;
        long population = 0;
        for (Stratum stratum : strata) {
            int n = stratum.labelled.human.length;
            if (n < 2) {
                return new Refused(new Refusal.TooFewRead("units of a stratum", n, 2));
            }
            if (stratum.unlabelled.size() == 0) {
                return new Refused(new Refusal.NothingToMeasure("units coded by the machine and not read"));
            }
            var fit = new Fit(stratum.labelled, stratum.unlabelled, options.lambda);
            value += stratum.share * fit.value;
            variance += stratum.share * stratum.share * fit.variance;
            classical += stratum.share * stratum.share * fit.classicalVariance;
            read += n;
            population += n + stratum.unlabelled.size();
        }
        double error = Math.sqrt(variance);
        double effective = variance > 0 ? read * classical / variance : read;
        return new Measured(
                value,
                error,
                interval(value, error, options),
                Method.PREDICTION_POWERED,
                new Basis(read, population, effective),
                List.of());
    }

    /// The mean of y in one group minus that in another, sampled independently.
    public static Estimate difference(Estimate first, Estimate second, Options options) {
        if (!(first instanceof Measured one)) {
            return first;
        }
        if (!(second instanceof Measured other)) {
            return second;
        }
        double value = one.value() - other.value();
        double error = Math.hypot(one.standardError(), other.standardError());
        return new Measured(
                value,
                error,
                interval(value, error, options),
                Method.PREDICTION_POWERED,
                new Basis(
                        one.basis().read() + other.basis().read(),
                        one.basis().population() + other.basis().population(),
                        one.basis().effective() + other.basis().effective()),
                List.of());
    }

    /// The p-value of "the figure is `hypothesis`": normal statistic, the estimate's own λ.
    public static double pValue(Measured estimate, double hypothesis, Alternative alternative) {
        double gap = estimate.value() - hypothesis;
        double z = gap == 0 ? 0 : gap / estimate.standardError();
        return switch (alternative) {
            case TWO_SIDED -> Normal.twoSidedP(z);
            case LARGER -> Normal.survival(z);
            case SMALLER -> Normal.cdf(z);
        };
    }

    /// The λ that is used: fixed, or tuned and held to [0, 1]. 0 where the machine says the same of all.
    public static double lambda(Labelled labelled, Moments unlabelled, Lambda lambda) {
        return new Fit(labelled, unlabelled, lambda).lambda;
    }

    private static Interval interval(double value, double error, Options options) {
        double one = -Normal.quantile(1 - options.confidence) * error;
        double two = Normal.twoSided(options.confidence) * error;
        return switch (options.alternative) {
            case TWO_SIDED -> new Interval(value - two, value + two, options.confidence);
            case LARGER -> new Interval(value - one, Double.POSITIVE_INFINITY, options.confidence);
            case SMALLER -> new Interval(Double.NEGATIVE_INFINITY, value + one, options.confidence);
        };
    }

    /// The estimator on one stratum.
    private static final class Fit {
        private final double lambda;
        private final double value;
        private final double variance;
        private final double classicalVariance;

        Fit(Labelled read, Moments rest, Lambda choice) {
            lambda = switch (choice) {
                case Lambda.Fixed(double fixed) -> fixed;
                case Lambda.Tuned() -> tuned(read, rest);
            };
            int n = read.human.length;
            value = lambda * rest.mean() + mean(read, lambda);
            variance = lambda * lambda * rest.variance() / rest.size() + variance(read, lambda) / n;
            classicalVariance = variance(read, 0) / n;
        }

        /// Cov(g, h) / ((1 + n/N) Var(h)) of the weighted gradients g = w(y - θ₁), h = w(f - θ₁) at the estimate
        /// θ₁ with λ = 1 (PPI++, equation 10); Var(h) over all units, with divisor n + N - 1.
        private static double tuned(Labelled read, Moments rest) {
            double theta = rest.mean() + mean(read, 1);
            int n = read.human.length;
            double g = 0;
            double h = 0;
            double gh = 0;
            double hh = 0;
            for (int i = 0; i < n; i++) {
                double gradient = read.weight[i] * (read.human[i] - theta);
                double predicted = read.weight[i] * (read.machine[i] - theta);
                g += gradient;
                h += predicted;
                gh += gradient * predicted;
                hh += predicted * predicted;
            }
            double size = rest.size();
            double covariance = gh / n - g / n * (h / n);
            double allH = h + size * (rest.mean() - theta);
            double allHh = hh + size * (rest.w2f2() - 2 * theta * rest.w2f() + theta * theta * rest.w2());
            double all = n + size;
            double spread = (allHh - allH * allH / all) / (all - 1);
            double raw = covariance / ((1 + n / size) * spread);
            return spread > 1e-12 * Math.abs(allHh / all) && raw > 0 ? Math.min(1, raw) : 0;
        }

        private static double mean(Labelled read, double lambda) {
            double sum = 0;
            for (int i = 0; i < read.human.length; i++) {
                sum += read.weight[i] * (read.human[i] - lambda * read.machine[i]);
            }
            return sum / read.human.length;
        }

        private static double variance(Labelled read, double lambda) {
            double mean = mean(read, lambda);
            double sum = 0;
            for (int i = 0; i < read.human.length; i++) {
                double gap = read.weight[i] * (read.human[i] - lambda * read.machine[i]) - mean;
                sum += gap * gap;
            }
            return sum / read.human.length;
        }
    }
}
