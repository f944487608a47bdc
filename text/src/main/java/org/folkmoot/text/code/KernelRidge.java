package org.folkmoot.text.code;

import org.folkmoot.text.Crew;
import org.folkmoot.text.vector.Similarities;
import org.folkmoot.text.vector.Vectors;

/// Regularised least squares in the space of a kernel, for many targets at once: `a = (K + λI)⁻¹ (y - ȳ)`, and the
/// score of `x` is `Σ_j k(x, x_j) a_j + ȳ`.
///
/// @param weights examples × targets: `a`
/// @param mean the mean of each target over the examples: `ȳ`
record KernelRidge(Vectors weights, float[] mean) {
    private static final int ITERATIONS = 100;
    private static final double TOLERANCE = 1e-3;

    /// Weights with the score that each example would have had, had it been left out.
    ///
    /// @param leaveOneOut examples × targets
    record Validated(KernelRidge ridge, Vectors leaveOneOut) {}

    /// Solves exactly; with it come the leave-one-out scores `y_i - a_i / (K + λI)⁻¹_ii`: cross-validation for the
    /// price of one fit (Rifkin and Lippert 2007, "Notes on regularized least squares"). In double precision. Cost
    /// n³ / 1.5, whatever the number of targets.
    static Validated exact(Vectors kernel, float[][] targets, double lambda, Crew crew) {
        int n = targets.length;
        float[] mean = mean(targets);
        double[][] matrix = new double[n][n];
        double[][] y = new double[n][mean.length];
        for (int i = 0; i < n; i++) {
            for (int t = 0; t < mean.length; t++) {
                y[i][t] = targets[i][t] - mean[t];
            }
            for (int j = 0; j < n; j++) {
                matrix[i][j] = kernel.at(i, j);
            }
            matrix[i][i] += lambda;
        }
        Cholesky.Inverse inverse = Cholesky.of(matrix, crew).inverse(crew);
        double[][] a = inverse.times(y, crew);
        double[] diagonal = inverse.diagonal();
        Vectors weights = Vectors.zeros(n, mean.length);
        Vectors leaveOneOut = Vectors.zeros(n, mean.length);
        for (int i = 0; i < n; i++) {
            for (int t = 0; t < mean.length; t++) {
                weights.values()[i * mean.length + t] = (float) a[i][t];
                leaveOneOut.values()[i * mean.length + t] = (float) (targets[i][t] - a[i][t] / diagonal[i]);
            }
        }
        return new Validated(new KernelRidge(weights, mean), leaveOneOut);
    }

    /// Solves by conjugate gradients, all targets side by side, until every residual is below a thousandth of its
    /// target (at most 100 rounds). Cost n² × targets a round.
    static KernelRidge iterative(Vectors kernel, float[][] targets, double lambda, Crew crew) {
        int n = targets.length;
        float[] mean = mean(targets);
        int k = mean.length;
        Vectors weights = Vectors.zeros(n, k);
        // Targets are rows here: each is one long array to the products.
        Vectors residual = Vectors.zeros(k, n);
        Vectors solution = Vectors.zeros(k, n);
        for (int t = 0; t < k; t++) {
            for (int i = 0; i < n; i++) {
                residual.values()[t * n + i] = targets[i][t] - mean[t];
            }
        }
        Vectors direction = new Vectors(k, n, residual.values().clone());
        double[] squares = squares(residual);
        double[] enough = squares.clone();
        for (int t = 0; t < k; t++) {
            enough[t] *= TOLERANCE * TOLERANCE;
        }
        for (int round = 0; round < ITERATIONS && above(squares, enough); round++) {
            Vectors image = Similarities.between(direction, kernel, crew);
            double[] next = new double[k];
            crew.run(k, t -> {
                if (squares[t] > enough[t]) {
                    next[t] = step(t, n, lambda, squares[t], image, direction, residual, solution);
                }
            });
            System.arraycopy(next, 0, squares, 0, k);
        }
        for (int t = 0; t < k; t++) {
            for (int i = 0; i < n; i++) {
                weights.values()[i * k + t] = solution.at(t, i);
            }
        }
        return new KernelRidge(weights, mean);
    }

    /// One step for target `t`; returns the squared length of its new residual.
    private static double step(
            int t,
            int n,
            double lambda,
            double square,
            Vectors image,
            Vectors direction,
            Vectors residual,
            Vectors solution) {
        float[] p = direction.values();
        float[] r = residual.values();
        int from = t * n;
        double curvature = 0;
        for (int i = from; i < from + n; i++) {
            image.values()[i] += (float) (lambda * p[i]);
            curvature += (double) p[i] * image.values()[i];
        }
        double length = square / curvature;
        double next = 0;
        for (int i = from; i < from + n; i++) {
            solution.values()[i] += (float) (length * p[i]);
            r[i] -= (float) (length * image.values()[i]);
            next += (double) r[i] * r[i];
        }
        double keep = next / square;
        for (int i = from; i < from + n; i++) {
            p[i] = (float) (r[i] + keep * p[i]);
        }
        return next;
    }

    private static boolean above(double[] squares, double[] enough) {
        for (int t = 0; t < squares.length; t++) {
            if (squares[t] > enough[t]) {
                return true;
            }
        }
        return false;
    }

    private static double[] squares(Vectors rows) {
        double[] squares = new double[rows.rows()];
        for (int i = 0; i < rows.rows(); i++) {
            for (int j = 0; j < rows.dimension(); j++) {
                squares[i] += (double) rows.at(i, j) * rows.at(i, j);
            }
        }
        return squares;
    }

    /// Scores of answers whose kernel with the examples is `cross`.
    Vectors scores(Vectors cross, Crew crew) {
        int n = weights.rows();
        int k = weights.dimension();
        Vectors turned = Vectors.zeros(k, n);
        for (int j = 0; j < n; j++) {
            for (int t = 0; t < k; t++) {
                turned.values()[t * n + j] = weights.at(j, t);
            }
        }
        Vectors scores = Similarities.between(cross, turned, crew);
        for (int i = 0; i < scores.values().length; i++) {
            scores.values()[i] += mean[i % k];
        }
        return scores;
    }

    private static float[] mean(float[][] targets) {
        int k = targets[0].length;
        float[] mean = new float[k];
        for (int t = 0; t < k; t++) {
            double sum = 0;
            for (float[] row : targets) {
                sum += row[t];
            }
            mean[t] = (float) (sum / targets.length);
        }
        return mean;
    }
}
