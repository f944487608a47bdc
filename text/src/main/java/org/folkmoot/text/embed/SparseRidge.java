package org.folkmoot.text.embed;

import java.util.Arrays;
import org.folkmoot.text.Crew;

/// Ridge regression on a sparse matrix: improves B towards the least `|X·B − Y|² + λ|B|²`, all columns of Y at once.
///
/// Conjugate gradients with the diagonal as preconditioner, each column of Y with step sizes of its own. Reductions run
/// over blocks of fixed size in fixed order: the same bytes on any number of threads.
///
/// M. R. Hestenes and E. Stiefel (1952), https://doi.org/10.6028/jres.049.044; preconditioned form: Y. Saad, Iterative
/// Methods for Sparse Linear Systems (2003), algorithm 9.1, https://doi.org/10.1137/1.9780898718003.
final class SparseRidge {
    private static final int BLOCK = 256;

    private final SparseRows x;
    private final double lambda;
    private final int outputs;
    private final Crew crew;
    private final float[] inverseDiagonal;
    private final float[][] residual;
    private final float[][] direction;
    private final float[][] image;
    private final float[][] predicted;

    SparseRidge(SparseRows x, double lambda, int outputs, Crew crew) {
        this.x = x;
        this.lambda = lambda;
        this.outputs = outputs;
        this.crew = crew;
        inverseDiagonal = new float[x.columns()];
        for (int f = 0; f < x.columns(); f++) {
            inverseDiagonal[f] = (float) (1 / (x.squares(f) + lambda));
        }
        residual = unknowns();
        direction = unknowns();
        image = unknowns();
        predicted = new float[x.rows()][outputs];
    }

    /// A row of zeros for each feature that some text holds; empty rows for the others.
    float[][] unknowns() {
        float[][] rows = new float[x.columns()][];
        float[] none = {};
        Arrays.setAll(rows, f -> x.isUsed(f) ? new float[outputs] : none);
        return rows;
    }

    /// Makes `steps` steps from `b`, in place, towards the optimum for the targets `y`.
    void improve(float[][] b, float[][] y, int steps) {
        x.times(b, x.columns(), predicted, crew);
        crew.run(x.rows(), r -> {
            for (int j = 0; j < outputs; j++) {
                predicted[r][j] = y[r][j] - predicted[r][j];
            }
        });
        double[] rz = reduce((f, sum) -> {
            x.columnTimes(f, predicted, residual[f]);
            SparseRows.axpy((float) -lambda, b[f], residual[f]);
            scale(inverseDiagonal[f], residual[f], direction[f]);
            addProducts(residual[f], direction[f], sum);
        });
        for (int step = 0; step < steps; step++) {
            x.times(direction, x.columns(), predicted, crew);
            double[] curvature = reduce((f, sum) -> {
                x.columnTimes(f, predicted, image[f]);
                SparseRows.axpy((float) lambda, direction[f], image[f]);
                addProducts(direction[f], image[f], sum);
            });
            float[] length = ratio(rz, curvature);
            double[] next = reduce((f, sum) -> {
                addProduct(length, direction[f], b[f]);
                subtractProduct(length, image[f], residual[f]);
                scale(inverseDiagonal[f], residual[f], image[f]);
                addProducts(residual[f], image[f], sum);
            });
            float[] keep = ratio(next, rz);
            rz = next;
            reduce((f, _) -> advance(keep, image[f], direction[f]));
        }
    }

    @FunctionalInterface
    private interface ForFeature {
        void update(int feature, double[] sum);
    }

    private double[] reduce(ForFeature task) {
        int blocks = Math.ceilDiv(x.columns(), BLOCK);
        double[][] sums = new double[blocks][outputs];
        crew.run(blocks, block -> {
            for (int f = block * BLOCK; f < Math.min(x.columns(), (block + 1) * BLOCK); f++) {
                if (x.isUsed(f)) {
                    task.update(f, sums[block]);
                }
            }
        });
        double[] total = new double[outputs];
        for (double[] sum : sums) {
            for (int j = 0; j < outputs; j++) {
                total[j] += sum[j];
            }
        }
        return total;
    }

    private static float[] ratio(double[] numerator, double[] denominator) {
        float[] ratio = new float[numerator.length];
        for (int j = 0; j < ratio.length; j++) {
            ratio[j] = denominator[j] > 0 ? (float) (numerator[j] / denominator[j]) : 0;
        }
        return ratio;
    }

    private static void scale(float by, float[] x, float[] y) {
        for (int j = 0; j < y.length; j++) {
            y[j] = by * x[j];
        }
    }

    private static void addProducts(float[] x, float[] y, double[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += x[j] * y[j];
        }
    }

    private static void addProduct(float[] by, float[] x, float[] y) {
        for (int j = 0; j < y.length; j++) {
            y[j] += by[j] * x[j];
        }
    }

    private static void subtractProduct(float[] by, float[] x, float[] y) {
        for (int j = 0; j < y.length; j++) {
            y[j] -= by[j] * x[j];
        }
    }

    private static void advance(float[] keep, float[] z, float[] p) {
        for (int j = 0; j < p.length; j++) {
            p[j] = z[j] + keep[j] * p[j];
        }
    }
}
