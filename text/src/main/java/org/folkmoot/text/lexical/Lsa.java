package org.folkmoot.text.lexical;

import java.util.SplittableRandom;
import org.folkmoot.text.vector.Vectors;

/// Latent semantic analysis: texts as short dense vectors, from the leading singular vectors of their term weights.
///
/// For `A ~ U S V'` of rank `d`, row `i` of the result is row `i` of `U S`, scaled to unit length (a text without known
/// terms has a zero row). Randomised subspace iteration with oversampling 10 and two more passes over `A`:
/// N. Halko, P.-G. Martinsson, J. A. Tropp (2011), "Finding structure with randomness", doi:10.1137/090771806,
/// algorithm 4.4. Cost: O((entries + n d) d) with n rows. Deterministic in the seed.
public final class Lsa {
    private static final int OVERSAMPLING = 10;
    private static final int ITERATIONS = 2;

    private Lsa() {}

    /// @param dimension wished for; fewer where the texts or terms are fewer
    public static Vectors of(TermVectors terms, int dimension, long seed) {
        if (dimension < 1) {
            throw new IllegalArgumentException("dimension must be at least 1: " + dimension);
        }
        int width = Math.min(dimension + OVERSAMPLING, Math.min(terms.rows(), terms.columns()));
        if (width == 0) {
            return Vectors.zeros(terms.rows(), 1);
        }
        Vectors basis = gaussian(terms.columns(), width, seed);
        Vectors range = terms.times(basis);
        orthonormalise(range, 1);
        for (int i = 0; i < ITERATIONS; i++) {
            Vectors back = terms.transposedTimes(range);
            orthonormalise(back, 1);
            range = terms.times(back);
            orthonormalise(range, i + 1 < ITERATIONS ? 1 : 2);
        }
        // A ~ Q (Q'A) = Q B; with B B' = W L W': U = Q W and S = sqrt(L).
        Vectors transposedB = terms.transposedTimes(range);
        SymmetricEigen eigen = SymmetricEigen.of(gram(transposedB));
        return rotate(range, eigen, Math.min(dimension, width));
    }

    private static Vectors gaussian(int rows, int width, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Vectors matrix = Vectors.zeros(rows, width);
        for (int i = 0; i < matrix.values().length; i++) {
            matrix.values()[i] = (float) random.nextGaussian();
        }
        return matrix;
    }

    /// Makes the columns orthonormal by passes through the Cholesky factor of their Gram matrix (one is enough to keep
    /// them apart, two to make them exact); a column that depends on those before it becomes zero.
    private static void orthonormalise(Vectors m, int passes) {
        for (int pass = 0; pass < passes; pass++) {
            double[][] upper = cholesky(gram(m));
            int d = m.dimension();
            double[] row = new double[d];
            for (int i = 0; i < m.rows(); i++) {
                for (int j = 0; j < d; j++) {
                    row[j] = m.values()[i * d + j];
                }
                for (int j = 0; j < d; j++) {
                    double pivot = upper[j][j];
                    row[j] = pivot == 0 ? 0 : row[j] / pivot;
                    for (int k = j + 1; k < d; k++) {
                        row[k] -= row[j] * upper[j][k];
                    }
                    m.values()[i * d + j] = (float) row[j];
                }
            }
        }
    }

    private static double[][] gram(Vectors m) {
        int d = m.dimension();
        double[][] gram = new double[d][d];
        for (int i = 0; i < m.rows(); i++) {
            for (int j = 0; j < d; j++) {
                double x = m.values()[i * d + j];
                if (x != 0) {
                    double[] row = gram[j];
                    for (int k = 0; k < d; k++) {
                        row[k] += x * m.values()[i * d + k];
                    }
                }
            }
        }
        return gram;
    }

    /// Upper factor R with R'R = `a`; rows of dependent columns are zero.
    private static double[][] cholesky(double[][] a) {
        int d = a.length;
        double[][] upper = new double[d][d];
        for (int j = 0; j < d; j++) {
            double rest = a[j][j];
            for (int k = 0; k < j; k++) {
                rest -= upper[k][j] * upper[k][j];
            }
            if (rest <= 1e-10 * a[j][j]) {
                continue;
            }
            double pivot = Math.sqrt(rest);
            upper[j][j] = pivot;
            for (int c = j + 1; c < d; c++) {
                double sum = a[j][c];
                for (int k = 0; k < j; k++) {
                    sum -= upper[k][j] * upper[k][c];
                }
                upper[j][c] = sum / pivot;
            }
        }
        return upper;
    }

    private static Vectors rotate(Vectors range, SymmetricEigen eigen, int dimension) {
        int width = range.dimension();
        Vectors out = Vectors.zeros(range.rows(), dimension);
        double[] row = new double[dimension];
        for (int i = 0; i < range.rows(); i++) {
            double squares = 0;
            for (int j = 0; j < dimension; j++) {
                double sum = 0;
                for (int k = 0; k < width; k++) {
                    sum += range.values()[i * width + k] * eigen.vector(k, j);
                }
                row[j] = sum * Math.sqrt(Math.max(0, eigen.value(j)));
                squares += row[j] * row[j];
            }
            // A row this short is rounding noise of a text without terms, not a direction.
            double scale = squares > 1e-10 ? 1 / Math.sqrt(squares) : 0;
            for (int j = 0; j < dimension; j++) {
                out.values()[i * dimension + j] = (float) (row[j] * scale);
            }
        }
        return out;
    }
}
