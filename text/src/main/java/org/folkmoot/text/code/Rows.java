package org.folkmoot.text.code;

import org.folkmoot.text.vector.Vectors;

/// Arithmetic on the rows of a matrix, in place.
final class Rows {
    private Rows() {}

    /// Scales every row to length 1; a zero row stays zero.
    static void normalise(Vectors matrix) {
        int d = matrix.dimension();
        float[] v = matrix.values();
        for (int i = 0; i < matrix.rows(); i++) {
            double squares = 0;
            for (int j = i * d; j < (i + 1) * d; j++) {
                squares += (double) v[j] * v[j];
            }
            if (squares > 0) {
                float scale = (float) (1 / Math.sqrt(squares));
                for (int j = i * d; j < (i + 1) * d; j++) {
                    v[j] *= scale;
                }
            }
        }
    }

    /// Mean of the rows that are not zero; zeros if there is none.
    static float[] mean(Vectors matrix) {
        int d = matrix.dimension();
        double[] sum = new double[d];
        int count = 0;
        for (int i = 0; i < matrix.rows(); i++) {
            if (!isZero(matrix, i)) {
                count++;
                for (int j = 0; j < d; j++) {
                    sum[j] += matrix.values()[i * d + j];
                }
            }
        }
        float[] mean = new float[d];
        for (int j = 0; j < d; j++) {
            mean[j] = (float) (sum[j] / Math.max(1, count));
        }
        return mean;
    }

    /// Subtracts `mean` from every row that is not zero.
    static void subtract(Vectors matrix, float[] mean) {
        int d = matrix.dimension();
        for (int i = 0; i < matrix.rows(); i++) {
            if (!isZero(matrix, i)) {
                for (int j = 0; j < d; j++) {
                    matrix.values()[i * d + j] -= mean[j];
                }
            }
        }
    }

    static boolean isZero(Vectors matrix, int row) {
        int d = matrix.dimension();
        for (int j = row * d; j < (row + 1) * d; j++) {
            if (matrix.values()[j] != 0) {
                return false;
            }
        }
        return true;
    }
}
