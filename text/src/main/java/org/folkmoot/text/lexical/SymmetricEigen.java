package org.folkmoot.text.lexical;

import java.util.Arrays;
import java.util.Comparator;

/// Eigenvalues, greatest first, and eigenvectors of a symmetric matrix, by cyclic Jacobi rotations.
///
/// G. H. Golub, C. F. Van Loan (2013), Matrix Computations, algorithm 8.5.3. Cost: O(d^3) a sweep, some ten sweeps.
/// The sign of each vector is fixed: its entry of greatest absolute value is positive.
record SymmetricEigen(double[] values, double[][] vectors) {
    private static final int SWEEPS = 60;

    static SymmetricEigen of(double[][] matrix) {
        int d = matrix.length;
        double[][] a = new double[d][];
        // Eigenvectors as rows, so that a rotation walks along memory.
        double[][] v = new double[d][d];
        for (int i = 0; i < d; i++) {
            a[i] = matrix[i].clone();
            v[i][i] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS && !isDiagonal(a); sweep++) {
            for (int p = 0; p < d; p++) {
                for (int q = p + 1; q < d; q++) {
                    rotate(a, v, p, q);
                }
            }
        }
        return sorted(a, v);
    }

    double value(int j) {
        return values[j];
    }

    /// Entry `i` of vector `j`.
    double vector(int i, int j) {
        return vectors[j][i];
    }

    private static boolean isDiagonal(double[][] a) {
        double off = 0;
        double on = 0;
        for (int i = 0; i < a.length; i++) {
            on += a[i][i] * a[i][i];
            for (int j = i + 1; j < a.length; j++) {
                off += a[i][j] * a[i][j];
            }
        }
        return off <= 1e-24 * on;
    }

    private static void rotate(double[][] a, double[][] v, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double tau = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, tau) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
        double c = 1 / Math.sqrt(1 + t * t);
        double s = t * c;
        turn(a[p], a[q], c, s);
        for (double[] row : a) {
            double x = row[p];
            double y = row[q];
            row[p] = c * x - s * y;
            row[q] = s * x + c * y;
        }
        turn(v[p], v[q], c, s);
    }

    private static void turn(double[] x, double[] y, double c, double s) {
        for (int k = 0; k < x.length; k++) {
            double xk = x[k];
            x[k] = c * xk - s * y[k];
            y[k] = s * xk + c * y[k];
        }
    }

    private static SymmetricEigen sorted(double[][] a, double[][] v) {
        Integer[] order = new Integer[a.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -a[i][i]).thenComparing(i -> i));
        double[] values = new double[a.length];
        double[][] vectors = new double[a.length][];
        for (int j = 0; j < a.length; j++) {
            values[j] = a[order[j]][order[j]];
            vectors[j] = signed(v[order[j]]);
        }
        return new SymmetricEigen(values, vectors);
    }

    private static double[] signed(double[] vector) {
        double greatest = 0;
        for (double x : vector) {
            greatest = Math.abs(x) > Math.abs(greatest) ? x : greatest;
        }
        return greatest < 0 ? Arrays.stream(vector).map(x -> -x).toArray() : vector;
    }
}
