package org.folkmoot.text.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.folkmoot.text.Crew;
import org.junit.jupiter.api.Test;

final class CholeskyTest {
    /// `A'A + I` of a random square matrix.
    private static double[][] positive(int n, long seed) {
        Random random = new Random(seed);
        double[][] a = new double[n][n];
        for (double[] row : a) {
            for (int j = 0; j < n; j++) {
                row[j] = random.nextGaussian();
            }
        }
        double[][] product = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    product[i][j] += a[k][i] * a[k][j];
                }
            }
            product[i][i] += 1;
        }
        return product;
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }

    @Test
    void inverseTimesMatrixIsTheIdentity() {
        // Sizes around the block of four pivots and the stripes of 64 and 256.
        for (int n : new int[] {1, 2, 3, 4, 5, 63, 64, 65, 131, 257, 300}) {
            double[][] matrix = positive(n, n);
            Cholesky.Inverse inverse = Cholesky.of(copy(matrix), new Crew(1)).inverse(new Crew(1));
            double[][] product = inverse.times(matrix, new Crew(1));
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    assertThat(product[i][j]).as("n %d (%d, %d)", n, i, j).isCloseTo(i == j ? 1 : 0, within(1e-8));
                }
            }
        }
    }

    @Test
    void diagonalIsThatOfTheInverse() {
        int n = 70;
        double[][] identity = new double[n][n];
        for (int i = 0; i < n; i++) {
            identity[i][i] = 1;
        }
        Cholesky.Inverse inverse = Cholesky.of(positive(n, 1), new Crew(1)).inverse(new Crew(1));
        double[][] whole = inverse.times(identity, new Crew(1));
        double[] diagonal = inverse.diagonal();
        for (int i = 0; i < n; i++) {
            assertThat(diagonal[i]).isCloseTo(whole[i][i], within(1e-12));
        }
    }

    @Test
    void twoThreadsGiveTheSameBytes() {
        double[][] one =
                Cholesky.of(positive(200, 3), new Crew(1)).inverse(new Crew(1)).lower();
        double[][] two =
                Cholesky.of(positive(200, 3), new Crew(2)).inverse(new Crew(2)).lower();
        assertThat(two).isDeepEqualTo(one);
    }

    @Test
    void indefiniteMatrixIsRefused() {
        assertThatThrownBy(() -> Cholesky.of(new double[][] {{1, 2}, {2, 1}}, new Crew(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("matrix is not positive definite: pivot 1 is -3.0");
    }
}
