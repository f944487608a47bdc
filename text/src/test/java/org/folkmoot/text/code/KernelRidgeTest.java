package org.folkmoot.text.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.folkmoot.text.Crew;
import org.folkmoot.text.vector.Similarities;
import org.folkmoot.text.vector.Vectors;
import org.junit.jupiter.api.Test;

final class KernelRidgeTest {
    private static final Crew ALONE = new Crew(1);
    private static final int N = 40;
    private static final double LAMBDA = 0.3;

    private static Vectors points(int n) {
        Random random = new Random(5);
        Vectors points = Vectors.zeros(n, 6);
        for (int i = 0; i < points.values().length; i++) {
            points.values()[i] = (float) random.nextGaussian();
        }
        return points;
    }

    private static float[][] targets(int n) {
        Random random = new Random(6);
        float[][] targets = new float[n][3];
        for (float[] row : targets) {
            for (int t = 0; t < 3; t++) {
                row[t] = random.nextInt(2);
            }
        }
        return targets;
    }

    @Test
    void leaveOneOutScoresAreThoseOfFitsWithoutTheExample() {
        Vectors points = points(N);
        Vectors kernel = Similarities.between(points, points, ALONE);
        float[][] targets = targets(N);
        KernelRidge.Validated all = KernelRidge.exact(kernel, targets, LAMBDA, ALONE);
        for (int left = 0; left < N; left += 7) {
            // The mean of the targets is taken once, over all: the shortcut leaves out the example, not its share in
            // it.
            float[][] others = new float[N - 1][];
            Vectors rest = Vectors.zeros(N - 1, 6);
            for (int i = 0, to = 0; i < N; i++) {
                if (i != left) {
                    System.arraycopy(points.values(), i * 6, rest.values(), to * 6, 6);
                    others[to] = targets[i].clone();
                    to++;
                }
            }
            double[] expected =
                    centredScores(points, left, rest, others, all.ridge().mean());
            for (int t = 0; t < 3; t++) {
                assertThat((double) all.leaveOneOut().at(left, t)).isCloseTo(expected[t], within(1e-4));
            }
        }
    }

    /// Solves the normal equations of the remaining examples around `mean`.
    private static double[] centredScores(Vectors points, int left, Vectors rest, float[][] targets, float[] mean) {
        int n = rest.rows();
        double[][] matrix = new double[n][n];
        double[][] y = new double[n][3];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] = dot(rest, i, rest, j) + (i == j ? LAMBDA : 0);
            }
            for (int t = 0; t < 3; t++) {
                y[i][t] = targets[i][t] - mean[t];
            }
        }
        double[][] a = Cholesky.of(matrix, ALONE).inverse(ALONE).times(y, ALONE);
        double[] scores = {mean[0], mean[1], mean[2]};
        for (int i = 0; i < n; i++) {
            for (int t = 0; t < 3; t++) {
                scores[t] += a[i][t] * dot(points, left, rest, i);
            }
        }
        return scores;
    }

    private static double dot(Vectors a, int i, Vectors b, int j) {
        double sum = 0;
        for (int d = 0; d < a.dimension(); d++) {
            sum += (double) a.at(i, d) * b.at(j, d);
        }
        return sum;
    }

    @Test
    void iterativeSolutionScoresAsTheExactOne() {
        Vectors points = points(300);
        Vectors kernel = Similarities.between(points, points, ALONE);
        float[][] targets = targets(300);
        Vectors exact =
                KernelRidge.exact(kernel, targets, LAMBDA, ALONE).ridge().scores(kernel, ALONE);
        Vectors iterative =
                KernelRidge.iterative(kernel, targets, LAMBDA, ALONE).scores(kernel, ALONE);
        for (int i = 0; i < exact.values().length; i++) {
            assertThat(iterative.values()[i]).isCloseTo(exact.values()[i], within(5e-3f));
        }
    }

    @Test
    void constantTargetIsItsOwnMean() {
        Vectors points = points(10);
        Vectors kernel = Similarities.between(points, points, ALONE);
        float[][] ones = new float[10][1];
        for (float[] row : ones) {
            row[0] = 1;
        }
        assertThat(KernelRidge.exact(kernel, ones, LAMBDA, ALONE)
                        .ridge()
                        .scores(kernel, ALONE)
                        .values())
                .containsOnly(1f);
        assertThat(KernelRidge.iterative(kernel, ones, LAMBDA, ALONE)
                        .scores(kernel, ALONE)
                        .values())
                .containsOnly(1f);
    }
}
