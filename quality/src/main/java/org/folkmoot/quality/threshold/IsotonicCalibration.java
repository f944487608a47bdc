package org.folkmoot.quality.threshold;

import java.util.Arrays;
import java.util.Comparator;

/// The isotonic calibration: the rising curve that is nearest, in squares, to the outcomes.
///
/// Pool-adjacent-violators on outcomes sorted by score, equal scores joined first; between scores seen the curve
/// is straight, beyond them level. It assumes only that a higher score is no worse, and needs some hundreds of
/// outcomes; with few it overfits and `PlattCalibration` is better. O(n log n) to fit, O(log n) to apply.
///
/// Barlow, R. E. and others (1972), Statistical Inference under Order Restrictions; Zadrozny, B. and Elkan, C.
/// (2002), Transforming classifier scores into accurate multiclass probability estimates, KDD,
/// <https://doi.org/10.1145/775047.775151>.
public final class IsotonicCalibration implements Calibration {
    private final double[] score;
    private final double[] value;

    private IsotonicCalibration(double[] score, double[] value) {
        this.score = score;
        this.value = value;
    }

    /// @param score of each coding, any finite number
    /// @param right whether it was right; at least one
    public static IsotonicCalibration fit(double[] score, boolean[] right) {
        double[] outcome = new double[right.length];
        for (int i = 0; i < right.length; i++) {
            outcome[i] = right[i] ? 1 : 0;
        }
        return fit(score, outcome);
    }

    /// @param score of each observation, any finite number
    /// @param outcome to be fitted; at least one
    static IsotonicCalibration fit(double[] score, double[] outcome) {
        int n = score.length;
        if (n == 0 || outcome.length != n) {
            throw new IllegalArgumentException(
                    "scores and outcomes must be as many, at least one: " + n + " and " + outcome.length);
        }
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> score[i]));
        double[] unique = new double[n];
        double[] weight = new double[n];
        double[] mean = new double[n];
        int size = 0;
        for (int i : order) {
            if (!Double.isFinite(score[i])) {
                throw new IllegalArgumentException("score " + i + " must be finite: " + score[i]);
            }
            if (size == 0 || score[i] != unique[size - 1]) {
                unique[size++] = score[i];
            }
            weight[size - 1]++;
            mean[size - 1] += (outcome[i] - mean[size - 1]) / weight[size - 1];
        }
        return new IsotonicCalibration(Arrays.copyOf(unique, size), pool(mean, weight, size));
    }

    private static double[] pool(double[] mean, double[] weight, int size) {
        int[] length = new int[size];
        int blocks = 0;
        for (int i = 0; i < size; i++) {
            mean[blocks] = mean[i];
            weight[blocks] = weight[i];
            length[blocks++] = 1;
            while (blocks > 1 && mean[blocks - 2] >= mean[blocks - 1]) {
                double sum = weight[blocks - 2] + weight[blocks - 1];
                mean[blocks - 2] += (mean[blocks - 1] - mean[blocks - 2]) * weight[blocks - 1] / sum;
                weight[blocks - 2] = sum;
                length[blocks - 2] += length[blocks - 1];
                blocks--;
            }
        }
        double[] value = new double[size];
        int at = 0;
        for (int b = 0; b < blocks; b++) {
            Arrays.fill(value, at, at + length[b], mean[b]);
            at += length[b];
        }
        return value;
    }

    @Override
    public double apply(double x) {
        int at = Arrays.binarySearch(score, x);
        if (at >= 0) {
            return value[at];
        }
        int above = -at - 1;
        if (above == 0 || above == score.length) {
            return value[above == 0 ? 0 : score.length - 1];
        }
        double part = (x - score[above - 1]) / (score[above] - score[above - 1]);
        return value[above - 1] + part * (value[above] - value[above - 1]);
    }
}
