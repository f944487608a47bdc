package org.folkmoot.text.embed;

import org.folkmoot.text.Crew;

/// Ridge regression on a few hundred dense inputs: the W with the least `|S·W − Y|² + μ|W|²`, by normal equations and
/// Cholesky's factors.
///
/// μ is given as a share of the mean diagonal of `SᵀS`. The same bytes on any number of threads.
final class DenseRidge {
    private final float[][] inputs;
    private final double[][] factor;
    private final Crew crew;

    /// @param inputs S, row by row, all of one length
    /// @param share how large μ is against the mean diagonal, above 0
    DenseRidge(float[][] inputs, double share, Crew crew) {
        this.inputs = inputs;
        this.crew = crew;
        float[][] gram = crossProducts(inputs);
        double trace = 0;
        for (int i = 0; i < gram.length; i++) {
            trace += gram[i][i];
        }
        double mu = trace > 0 ? share * trace / gram.length : 1;
        factor = new double[gram.length][gram.length];
        for (int i = 0; i < gram.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = gram[i][j] + (i == j ? mu : 0);
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
            }
        }
    }

    /// `Sᵀ · right`.
    private float[][] crossProducts(float[][] right) {
        int width = inputs[0].length;
        float[][] products = new float[width][right[0].length];
        crew.run(width, i -> {
            for (int k = 0; k < inputs.length; k++) {
                SparseRows.axpy(inputs[k][i], right[k], products[i]);
            }
        });
        return products;
    }

    /// W for the targets Y: one row for each input.
    float[][] solve(float[][] targets) {
        float[][] right = crossProducts(targets);
        int n = factor.length;
        int outputs = targets[0].length;
        float[][] solution = new float[n][outputs];
        crew.run(outputs, c -> {
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                double sum = right[i][c];
                for (int k = 0; k < i; k++) {
                    sum -= factor[i][k] * y[k];
                }
                y[i] = sum / factor[i][i];
            }
            for (int i = n - 1; i >= 0; i--) {
                double sum = y[i];
                for (int k = i + 1; k < n; k++) {
                    sum -= factor[k][i] * y[k];
                }
                y[i] = sum / factor[i][i];
                solution[i][c] = (float) y[i];
            }
        });
        return solution;
    }
}
