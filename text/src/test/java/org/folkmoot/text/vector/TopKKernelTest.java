package org.folkmoot.text.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopKKernelTest {
    private static Neighbours plain(Vectors queries, Vectors rows, int k, boolean exceptSelf) {
        int[] indices = new int[queries.rows() * k];
        float[] similarities = new float[indices.length];
        Arrays.fill(indices, -1);
        Arrays.fill(similarities, Float.NEGATIVE_INFINITY);
        for (int q = 0; q < queries.rows(); q++) {
            int query = q;
            int[] best = IntStream.range(0, rows.rows())
                    .filter(r -> !exceptSelf || r != query)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingDouble(r -> -Samples.dot(queries, query, rows, r))
                            .thenComparingInt(r -> r))
                    .limit(k)
                    .mapToInt(r -> r)
                    .toArray();
            for (int n = 0; n < best.length; n++) {
                indices[q * k + n] = best[n];
                similarities[q * k + n] = Samples.dot(queries, q, rows, best[n]);
            }
        }
        return new Neighbours(queries.rows(), k, indices, similarities);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 3", "0, 5, 2, 4", "5, 0, 2, 4", "3, 2, 5, 7", "259, 301, 10, 17", "30, 513, 1, 384"})
    void equalsAFullSort(int queries, int rows, int k, int dimension) {
        Vectors q = Samples.gaussian(queries, dimension, 3);
        Vectors r = Samples.gaussian(rows, dimension, 4);
        Neighbours expected = plain(q, r, k, false);
        assertThat(TopK.of(q, r, k, new Crew(1), Progress.SILENT)).isEqualTo(expected);
        assertThat(TopK.of(q, r, k, new Crew(3), Progress.SILENT)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 3", "300, 5", "519, 15"})
    void noRowIsItsOwnNeighbour(int rows, int k) {
        Vectors v = Samples.gaussian(rows, 9, 5);
        assertThat(TopK.within(v, k, new Crew(2), Progress.SILENT)).isEqualTo(plain(v, v, k, true));
    }

    @Test
    void rowsOfTheOwnGroupAreNoNeighbours() {
        Vectors line = new Vectors(5, 1, new float[] {5, 4, 3, 2, 1});
        Neighbours nearest = TopK.within(line, new int[] {7, 7, 8, 8, 9}, 2, new Crew(1), Progress.SILENT);
        assertThat(nearest.indices()).containsExactly(2, 3, 2, 3, 0, 1, 0, 1, 0, 1);
    }

    @Test
    void tiesGoToTheLowerIndex() {
        Vectors equal = new Vectors(600, 1, filled(600, 1));
        Neighbours nearest = TopK.within(equal, 2, new Crew(2), Progress.SILENT);
        assertThat(Arrays.copyOf(nearest.indices(), 6)).containsExactly(1, 2, 0, 2, 0, 1);
        assertThat(Arrays.copyOfRange(nearest.indices(), 1196, 1200)).containsExactly(0, 1, 0, 1);
    }

    private static float[] filled(int length, float value) {
        float[] values = new float[length];
        Arrays.fill(values, value);
        return values;
    }

    @Test
    void noNeighboursIsRefused() {
        assertThatThrownBy(() -> TopK.within(Vectors.zeros(1, 1), 0, new Crew(1), Progress.SILENT))
                .hasMessage("k must be at least 1: 0");
    }
}
