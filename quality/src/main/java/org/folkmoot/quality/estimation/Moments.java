package org.folkmoot.quality.estimation;

/// Sums over machine values of many units: all that prediction-powered inference needs of the units not read.
///
/// One pass, O(N); 1,000,000 units take a millisecond or two. Weights are scaled to mean 1.
///
/// @param size N
/// @param mean (1/N) Σ w f
/// @param w2 (1/N) Σ w²
/// @param w2f (1/N) Σ w² f
/// @param w2f2 (1/N) Σ w² f²
public record Moments(long size, double mean, double w2, double w2f, double w2f2) {
    /// The moments of equally weighted values.
    public static Moments of(double[] values) {
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value;
            squares += value * value;
        }
        int n = values.length;
        return new Moments(n, sum / n, 1, sum / n, squares / n);
    }

    /// The moments of equally weighted values, summed in double precision.
    public static Moments of(float[] values) {
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        int n = values.length;
        return new Moments(n, sum / n, 1, sum / n, squares / n);
    }

    /// The moments of yes/no codings.
    ///
    /// @param coded how many are yes
    /// @param size how many there are
    public static Moments ofCodings(long coded, long size) {
        double share = (double) coded / size;
        return new Moments(size, share, 1, share, share);
    }

    /// The moments of weighted values.
    ///
    /// @param weights positive, one for each value; only their ratios matter
    public static Moments of(double[] values, double[] weights) {
        double[] w = meanOne(weights);
        double mean = 0;
        double w2 = 0;
        double w2f = 0;
        double w2f2 = 0;
        for (int i = 0; i < values.length; i++) {
            double square = w[i] * w[i];
            mean += w[i] * values[i];
            w2 += square;
            w2f += square * values[i];
            w2f2 += square * values[i] * values[i];
        }
        double n = values.length;
        return new Moments(values.length, mean / n, w2 / n, w2f / n, w2f2 / n);
    }

    /// Weights divided by their mean.
    static double[] meanOne(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            if (!(weight > 0)) {
                throw new IllegalArgumentException("weights must be positive: " + weight);
            }
            sum += weight;
        }
        double[] scaled = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            scaled[i] = weights[i] * weights.length / sum;
        }
        return scaled;
    }

    /// (1/N) Σ (w f)² - mean²: the variance of the weighted values.
    double variance() {
        return Math.max(0, w2f2 - mean * mean);
    }
}
