package org.folkmoot.text.code;

import java.util.Arrays;
import org.folkmoot.text.Crew;

/// The Cholesky factor of a symmetric positive definite matrix, `A = U' U` with `U` upper triangular, and its
/// inverse.
///
/// Rows are arrays of their own and four pivots are eliminated in one sweep, so that the compiler vectorises the
/// inner loop. Every entry is computed in the same order on any number of threads. Cost n³/3 multiplications for the
/// factor, as
/// many for the inverse; Golub and Van Loan, Matrix Computations, 4th edition, section 4.2.
final class Cholesky {
    private static final int PIVOTS = 4;
    private static final int STRIPE = 64;

    private final double[][] upper;

    private Cholesky(double[][] upper) {
        this.upper = upper;
    }

    /// Factors `matrix`, which is overwritten; only its upper triangle is read.
    static Cholesky of(double[][] matrix, Crew crew) {
        int n = matrix.length;
        for (int from = 0; from < n; from += PIVOTS) {
            int to = Math.min(n, from + PIVOTS);
            for (int k = from; k < to; k++) {
                scale(matrix, k);
                for (int i = k + 1; i < to; i++) {
                    eliminate(matrix[i], matrix[k][i], matrix[k], i, n);
                }
            }
            if (to - from == PIVOTS && to < n) {
                sweep(matrix, from, to, crew);
            }
        }
        for (int i = 0; i < n; i++) {
            Arrays.fill(matrix[i], 0, i, 0);
        }
        return new Cholesky(matrix);
    }

    private static void scale(double[][] matrix, int k) {
        double[] row = matrix[k];
        if (!(row[k] > 0)) {
            throw new IllegalArgumentException("matrix is not positive definite: pivot " + k + " is " + row[k]);
        }
        double scale = 1 / Math.sqrt(row[k]);
        for (int j = k; j < row.length; j++) {
            row[j] *= scale;
        }
    }

    private static void sweep(double[][] matrix, int from, int first, Crew crew) {
        int n = matrix.length;
        double[] a = matrix[from];
        double[] b = matrix[from + 1];
        double[] c = matrix[from + 2];
        double[] d = matrix[from + 3];
        crew.run(Math.ceilDiv(n - first, STRIPE), stripe -> {
            int end = Math.min(n, first + (stripe + 1) * STRIPE);
            for (int i = first + stripe * STRIPE; i < end; i++) {
                eliminate(matrix[i], a, b, c, d, i, n);
            }
        });
    }

    private static void eliminate(double[] row, double factor, double[] pivot, int from, int to) {
        for (int j = from; j < to; j++) {
            row[j] -= factor * pivot[j];
        }
    }

    private static void eliminate(double[] row, double[] a, double[] b, double[] c, double[] d, int from, int to) {
        double fa = a[from];
        double fb = b[from];
        double fc = c[from];
        double fd = d[from];
        for (int j = from; j < to; j++) {
            row[j] -= fa * a[j] + fb * b[j] + fc * c[j] + fd * d[j];
        }
    }

    Inverse inverse(Crew crew) {
        int n = upper.length;
        double[][] inverse = new double[n][n];
        // Columns in stripes are independent of one another; row k needs the rows above it within its stripe.
        int stripes = Math.ceilDiv(n, 4 * STRIPE);
        crew.run(stripes, stripe -> {
            int from = stripe * 4 * STRIPE;
            int to = Math.min(n, from + 4 * STRIPE);
            for (int k = from; k < n; k++) {
                double[] row = inverse[k];
                if (k < to) {
                    row[k] = 1;
                }
                int end = Math.min(to, k + 1);
                int i = from;
                for (; i + 4 <= k; i += 4) {
                    subtract(row, inverse[i], inverse[i + 1], inverse[i + 2], inverse[i + 3], k, i, from, end);
                }
                for (; i < k; i++) {
                    eliminate(row, upper[i][k], inverse[i], from, end);
                }
                double scale = 1 / upper[k][k];
                for (int j = from; j < end; j++) {
                    row[j] *= scale;
                }
            }
        });
        return new Inverse(inverse);
    }

    private void subtract(
            double[] row, double[] a, double[] b, double[] c, double[] d, int k, int i, int from, int to) {
        double fa = upper[i][k];
        double fb = upper[i + 1][k];
        double fc = upper[i + 2][k];
        double fd = upper[i + 3][k];
        for (int j = from; j < to; j++) {
            row[j] -= fa * a[j] + fb * b[j] + fc * c[j] + fd * d[j];
        }
    }

    /// The inverse of the matrix as `L'L`.
    ///
    /// @param lower `L`, the inverse of `U'`, lower triangular
    record Inverse(double[][] lower) {
        /// The diagonal of the inverse.
        double[] diagonal() {
            double[] diagonal = new double[lower.length];
            for (double[] row : lower) {
                for (int j = 0; j < row.length; j++) {
                    diagonal[j] += row[j] * row[j];
                }
            }
            return diagonal;
        }

        /// The inverse times `right`.
        double[][] times(double[][] right, Crew crew) {
            int n = lower.length;
            int k = right[0].length;
            double[][] half = new double[n][k];
            crew.run(n, i -> {
                for (int j = 0; j <= i; j++) {
                    eliminate(half[i], -lower[i][j], right[j], 0, k);
                }
            });
            double[][] product = new double[n][k];
            crew.run(n, j -> {
                for (int i = j; i < n; i++) {
                    eliminate(product[j], -lower[i][j], half[i], 0, k);
                }
            });
            return product;
        }
    }
}
