package org.folkmoot.quality.agreement;

import java.util.Arrays;
import java.util.stream.IntStream;

/// How much two different categories still agree: 1 on the diagonal, from 0 to 1 elsewhere.
///
/// With scores x of the categories, d = x_k - x_l, and R the range of the scores:
///
/// | Scheme | Weight |
/// |---|---|
/// | identity | 1 if k = l, else 0 |
/// | linear | 1 - \|d\| / R |
/// | quadratic | 1 - d² / R² |
/// | radical | 1 - √\|d\| / √R |
/// | ratio | 1 - (d / (x_k + x_l))² / (R / (max + min))² |
/// | ordinal | 1 - m(m - 1) / (q(q - 1)), m the number of ranks from k to l, both included |
/// | circular | 1 - sin²(π d / (R + 1)), scaled so that the least is 0 |
/// | bipolar | 1 - d² / ((x_k + x_l - 2 min)(2 max - x_k - x_l)), scaled so that the least is 0 |
///
/// Gwet, K. L. (2014), Handbook of Inter-Rater Reliability, 4th edition, chapter 3, ISBN 978-0970806284. His
/// ordinal weights are not Krippendorff's ordinal metric.
public final class Weights {
    private enum Scheme {
        IDENTITY,
        LINEAR,
        QUADRATIC,
        RADICAL,
        RATIO,
        ORDINAL,
        CIRCULAR,
        BIPOLAR
    }

    private final Scheme scheme;
    private final double[] scores;
    private final double least;
    private final double most;
    private final double greatestDistance;

    private Weights(Scheme scheme, double[] scores) {
        this.scheme = scheme;
        this.scores = scores.clone();
        this.least = Arrays.stream(scores).min().orElse(0);
        this.most = Arrays.stream(scores).max().orElse(0);
        double greatest = 0;
        if (scheme != Scheme.IDENTITY) {
            for (int k = 0; k < scores.length; k++) {
                for (int l = 0; l < k; l++) {
                    greatest = Math.max(greatest, distance(k, l));
                }
            }
        }
        this.greatestDistance = greatest;
    }

    /// Only equal categories agree.
    public static Weights identity(int categories) {
        return new Weights(Scheme.IDENTITY, new double[categories]);
    }

    public static Weights linear(double... scores) {
        return new Weights(Scheme.LINEAR, scores);
    }

    public static Weights quadratic(double... scores) {
        return new Weights(Scheme.QUADRATIC, scores);
    }

    public static Weights radical(double... scores) {
        return new Weights(Scheme.RADICAL, scores);
    }

    /// @param scores of the categories, not negative
    public static Weights ratio(double... scores) {
        for (double score : scores) {
            if (!(score >= 0)) {
                throw new IllegalArgumentException("scores of a ratio scale must not be negative: " + score);
            }
        }
        return new Weights(Scheme.RATIO, scores);
    }

    /// Gwet's ordinal weights over categories in the order of the scale.
    public static Weights ordinal(int categories) {
        return new Weights(Scheme.ORDINAL, positions(categories));
    }

    public static Weights circular(double... scores) {
        return new Weights(Scheme.CIRCULAR, scores);
    }

    public static Weights bipolar(double... scores) {
        return new Weights(Scheme.BIPOLAR, scores);
    }

    /// The scores 1, 2, …, `categories`, for scales on which only the order is known.
    public static double[] positions(int categories) {
        return IntStream.rangeClosed(1, categories).asDoubleStream().toArray();
    }

    public int categories() {
        return scores.length;
    }

    boolean isIdentity() {
        return scheme == Scheme.IDENTITY;
    }

    /// The weight between categories `k` and `l`, in [0, 1].
    public double at(int k, int l) {
        if (k == l) {
            return 1;
        }
        return isIdentity() || greatestDistance == 0 ? 0 : 1 - distance(k, l) / greatestDistance;
    }

    private double distance(int k, int l) {
        double difference = Math.abs(scores[k] - scores[l]);
        double sum = scores[k] + scores[l];
        return switch (scheme) {
            case IDENTITY -> 1;
            case LINEAR -> difference;
            case QUADRATIC -> difference * difference;
            case RADICAL -> Math.sqrt(difference);
            case RATIO -> difference == 0 ? 0 : Math.pow(difference / sum, 2);
            case ORDINAL -> difference * (difference + 1) / 2;
            case CIRCULAR -> Math.pow(Math.sin(Math.PI * difference / (most - least + 1)), 2);
            case BIPOLAR -> difference == 0 ? 0 : difference * difference / ((sum - 2 * least) * (2 * most - sum));
        };
    }

    /// Mean weight of each category to a category drawn with `probabilities`. O(q²), O(q) for the identity.
    double[] towards(double[] probabilities) {
        if (isIdentity()) {
            return probabilities;
        }
        double[] mean = new double[probabilities.length];
        for (int k = 0; k < mean.length; k++) {
            for (int l = 0; l < mean.length; l++) {
                mean[k] += at(k, l) * probabilities[l];
            }
        }
        return mean;
    }

    /// Sum of all weights.
    double sum() {
        if (isIdentity()) {
            return scores.length;
        }
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            for (int l = 0; l < scores.length; l++) {
                sum += at(k, l);
            }
        }
        return sum;
    }
}
