package org.folkmoot.text.code;

import org.folkmoot.text.vector.Vectors;

/// From scores to probabilities and decisions: one rising curve for all themes, and a threshold for each.
///
/// First a logistic curve, `q = σ(a s + b ln(prevalence) + c)`, by Newton's method (Platt 1999, pooled over themes
/// because most have few examples). Most pairs of answer and theme are plainly wrong and shape that curve, so it errs
/// at the top: an isotonic curve on `q` corrects it, with the weight `n / (n + 200)` that `n` given themes earn.
/// Both are fitted on scores made without the example they judge. The threshold of a theme maximises its F1 on the
/// same scores, drawn towards the threshold that maximises F1 over all themes as if ten examples spoke for that.
///
/// @param prevalence logarithm of each theme's share of the examples
/// @param trust weight of the isotonic curve, in [0, 1)
/// @param thresholds least confidence with which each theme is given
record Calibration(
        double slope,
        double prevalenceWeight,
        double intercept,
        double[] prevalence,
        Isotonic curve,
        double trust,
        double[] thresholds) {
    private static final double ISOTONIC_SHRINKAGE = 200;
    private static final double SHRINKAGE = 10;
    private static final double RIDGE = 1e-3;
    private static final int ITERATIONS = 25;

    /// @param scores one row per example, made without it
    /// @param labels as many rows: 1 where the example has the theme
    static Calibration fit(Vectors scores, float[][] labels) {
        int n = scores.rows();
        int k = scores.dimension();
        double[] prevalence = new double[k];
        for (int t = 0; t < k; t++) {
            double positives = 0;
            for (float[] row : labels) {
                positives += row[t];
            }
            prevalence[t] = Math.log((positives + 0.5) / (n + 1));
        }
        double[] w = {8, 0.5, -3};
        for (int step = 0; step < ITERATIONS; step++) {
            if (newton(w, scores, labels, prevalence) < 1e-6) {
                break;
            }
        }
        double[] first = new double[n * k];
        boolean[] given = new boolean[n * k];
        int count = 0;
        for (int i = 0; i < n * k; i++) {
            first[i] = logistic(w, scores.values()[i], prevalence[i % k]);
            given[i] = labels[i / k][i % k] > 0;
            count += given[i] ? 1 : 0;
        }
        Isotonic curve = Isotonic.fit(first, given);
        double trust = count / (count + ISOTONIC_SHRINKAGE);
        Calibration open = new Calibration(w[0], w[1], w[2], prevalence, curve, trust, new double[k]);
        return new Calibration(w[0], w[1], w[2], prevalence, curve, trust, thresholds(open, scores, labels));
    }

    double confidence(double score, int theme) {
        double q = logistic(new double[] {slope, prevalenceWeight, intercept}, score, prevalence[theme]);
        return trust * curve.at(q) + (1 - trust) * q;
    }

    private static double logistic(double[] w, double score, double prevalence) {
        return 1 / (1 + Math.exp(-(w[0] * score + w[1] * prevalence + w[2])));
    }

    boolean gives(double confidence, int theme) {
        return confidence >= thresholds[theme];
    }

    /// One step; returns the greatest change.
    private static double newton(double[] w, Vectors scores, float[][] labels, double[] prevalence) {
        double[] g = {-RIDGE * w[0], -RIDGE * w[1], -RIDGE * w[2]};
        double[][] h = {{RIDGE, 0, 0}, {0, RIDGE, 0}, {0, 0, RIDGE}};
        for (int i = 0; i < scores.rows(); i++) {
            for (int t = 0; t < prevalence.length; t++) {
                double[] x = {scores.at(i, t), prevalence[t], 1};
                double p = logistic(w, x[0], x[1]);
                double weight = Math.max(1e-9, p * (1 - p));
                for (int a = 0; a < 3; a++) {
                    g[a] += (labels[i][t] - p) * x[a];
                    for (int b = 0; b < 3; b++) {
                        h[a][b] += weight * x[a] * x[b];
                    }
                }
            }
        }
        double[] step = solve(h, g);
        double most = 0;
        for (int a = 0; a < 3; a++) {
            // Far from the optimum a whole step may overshoot.
            double change = Math.clamp(step[a], -3, 3);
            w[a] += change;
            most = Math.max(most, Math.abs(change));
        }
        return most;
    }

    /// Solves the 3 × 3 system by Cramer's rule.
    private static double[] solve(double[][] h, double[] g) {
        double all = determinant(h);
        double[] x = new double[3];
        for (int c = 0; c < 3; c++) {
            double[][] replaced = {h[0].clone(), h[1].clone(), h[2].clone()};
            for (int r = 0; r < 3; r++) {
                replaced[r][c] = g[r];
            }
            x[c] = determinant(replaced) / all;
        }
        return x;
    }

    private static double determinant(double[][] m) {
        return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
    }

    private static double[] thresholds(Calibration calibration, Vectors scores, float[][] labels) {
        int n = scores.rows();
        int k = scores.dimension();
        double[] confidence = new double[n * k];
        boolean[] label = new boolean[n * k];
        for (int i = 0; i < n; i++) {
            for (int t = 0; t < k; t++) {
                confidence[t * n + i] = calibration.confidence(scores.at(i, t), t);
                label[t * n + i] = labels[i][t] > 0;
            }
        }
        double common = BestThreshold.of(confidence, label, 0, n * k).threshold();
        double[] thresholds = new double[k];
        for (int t = 0; t < k; t++) {
            double own = BestThreshold.of(confidence, label, t * n, (t + 1) * n).threshold();
            double positives = Math.exp(calibration.prevalence[t]) * (n + 1) - 0.5;
            double trust = positives / (positives + SHRINKAGE);
            thresholds[t] = positives < 0.5 ? common : trust * own + (1 - trust) * common;
        }
        return thresholds;
    }
}
