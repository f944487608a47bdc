package org.folkmoot.text.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.folkmoot.text.Crew;
import org.junit.jupiter.api.Test;

class RidgeReferenceTest {
    // Single precision on numbers near one.
    private static final Offset<Float> ROUNDING = Offset.offset(2e-5f);

    // numpy 2.4.6: S = [[1,2],[0,1],[3,-1],[2,2]], Y = [[1],[2],[0],[-1]], mu = 0.5 * (14 + 10) / 2 = 6,
    // solve(S.T @ S + mu * I, S.T @ Y) with S.T @ S = [[14, 3], [3, 10]] and S.T @ Y = [-1, 2].
    @Test
    void denseRidgeSolvesTheNormalEquations() {
        float[][] inputs = {{1, 2}, {0, 1}, {3, -1}, {2, 2}};
        float[][] targets = {{1}, {2}, {0}, {-1}};
        float[][] w = new DenseRidge(inputs, 0.5, new Crew(2)).solve(targets);
        // [[20, 3], [3, 16]] w = [-1, 2]: w = [-22, 43] / 311
        assertThat(w[0]).containsExactly(new float[] {-22f / 311}, ROUNDING);
        assertThat(w[1]).containsExactly(new float[] {43f / 311}, ROUNDING);
    }

    @Test
    void denseRidgeOfZerosIsZero() {
        float[][] w = new DenseRidge(new float[3][2], 0.5, new Crew(1)).solve(new float[][] {{1}, {2}, {3}});
        assertThat(w).isDeepEqualTo(new float[2][1]);
    }

    /// Enough steps of conjugate gradients reach the optimum, where the gradient `Xᵀ(Y − XB) − λB` is zero.
    @Test
    void sparseRidgeReachesTheOptimum() {
        int[][] texts = {{1, 2, 3}, {1, 2, 4}, {2, 2, 3}, {1, 2}, {5, 1}, {4, 3, 1, 2}, {3}, {5, 5, 5}};
        NgramFeatures features = NgramFeatures.learn(6, texts);
        SparseRows x = SparseRows.of(features, texts);
        float[][] y = new float[texts.length][2];
        for (int i = 0; i < texts.length; i++) {
            y[i][0] = i * 0.25f - 1;
            y[i][1] = (i * 5 % 8) * 0.25f - 1;
        }
        double lambda = 0.75;
        var ridge = new SparseRidge(x, lambda, 2, new Crew(2));
        float[][] b = ridge.unknowns();
        ridge.improve(b, y, 12);

        float[][] rest = new float[texts.length][2];
        x.times(b, x.columns(), rest, new Crew(1));
        for (int i = 0; i < rest.length; i++) {
            rest[i][0] = y[i][0] - rest[i][0];
            rest[i][1] = y[i][1] - rest[i][1];
        }
        for (int f = 0; f < x.columns(); f++) {
            if (x.isUsed(f)) {
                float[] gradient = new float[2];
                x.columnTimes(f, rest, gradient);
                SparseRows.axpy((float) -lambda, b[f], gradient);
                assertThat(gradient).as("feature " + f).containsExactly(new float[2], ROUNDING);
            }
        }
        assertThat(Arrays.stream(b).filter(row -> row.length > 0)).hasSize(6);
    }
}
