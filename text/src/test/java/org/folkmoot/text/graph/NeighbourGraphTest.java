package org.folkmoot.text.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.vector.Vectors;
import org.junit.jupiter.api.Test;

class NeighbourGraphTest {
    @Test
    void nearestNeighboursAreThoseOfAFullSort() {
        Vectors vectors = random(701, 13, 5);
        Neighbours found = NearestNeighbours.of(vectors, 9, new Crew(2), Progress.SILENT);
        for (int i = 0; i < vectors.rows(); i++) {
            int row = i;
            int[] expected = IntStream.range(0, vectors.rows())
                    .filter(j -> j != row)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer j) -> -dot(vectors, row, j)))
                    .limit(9)
                    .mapToInt(Integer::intValue)
                    .toArray();
            assertThat(Arrays.copyOfRange(found.id(), i * 9, i * 9 + 9)).isEqualTo(expected);
        }
    }

    @Test
    void threadsDoNotChangeTheNeighbours() {
        Vectors vectors = random(300, 7, 6);
        Neighbours one = NearestNeighbours.of(vectors, 5, new Crew(1), Progress.SILENT);
        Neighbours two = NearestNeighbours.of(vectors, 5, new Crew(2), Progress.SILENT);
        assertThat(two.id()).isEqualTo(one.id());
        assertThat(two.similarity()).isEqualTo(one.similarity());
    }

    @Test
    void equallyNearOnesComeInOrder() {
        Vectors same = new Vectors(4, 1, new float[] {1, 1, 1, 1});
        assertThat(NearestNeighbours.of(same, 3, new Crew(1), Progress.SILENT).id())
                .containsExactly(1, 2, 3, 0, 2, 3, 0, 1, 3, 0, 1, 2);
    }

    @Test
    void fewerPointsThanNeighbours() {
        Neighbours found = NearestNeighbours.of(random(3, 4, 1), 10, new Crew(1), Progress.SILENT);
        assertThat(found.each()).isEqualTo(2);
        assertThat(NearestNeighbours.of(random(1, 4, 1), 10, new Crew(1), Progress.SILENT)
                        .id())
                .isEmpty();
    }

    @Test
    void weightsOfEachPointSumToTheLogarithmOfItsNeighbours() {
        // One-way neighbours of point 0 only: no direction back, so weights stand as computed.
        Neighbours neighbours = new Neighbours(
                5, 4, new int[] {1, 2, 3, 4, 2, 3, 4, 0, 3, 4, 1, 0, 4, 1, 2, 0, 1, 2, 3, 0}, new float[] {
                    .9f, .8f, .6f, .5f, .9f, .8f, .7f, 0, .9f, .8f, .7f, 0, .9f, .8f, .7f, 0, .9f, .8f, .7f, 0
                });
        Graph graph = NeighbourGraph.of(neighbours);
        assertThat(graph.nodes()).isEqualTo(5);
        assertThat((double) weight(graph, 0, 1)).isCloseTo(1, within(1e-6));
        for (int i = 0; i < 5; i++) {
            for (int e = graph.start()[i]; e < graph.start()[i + 1]; e++) {
                assertThat(graph.weight()[e]).isBetween(0f, 1.0001f);
                assertThat(weight(graph, graph.neighbour()[e], i)).isEqualTo(graph.weight()[e]);
            }
        }
    }

    @Test
    void bothDirectionsCombineAsEitherOr() {
        // Two neighbours each: exp(0) + exp(-x) = log2(3), so the second weight is log2(3) - 1 in every direction.
        Neighbours neighbours =
                new Neighbours(3, 2, new int[] {1, 2, 0, 2, 0, 1}, new float[] {.9f, .5f, .9f, .4f, .5f, .4f});
        double second = Math.log(3) / Math.log(2) - 1;
        Graph graph = NeighbourGraph.of(neighbours);
        assertThat((double) weight(graph, 0, 1)).isCloseTo(1, within(1e-4));
        assertThat((double) weight(graph, 0, 2)).isCloseTo(1, within(1e-4));
        assertThat((double) weight(graph, 1, 2)).isCloseTo(2 * second - second * second, within(1e-4));
    }

    @Test
    void edgesGivenTwiceAddUpAndWeightlessOnesAreLeftOut() {
        Graph graph = Graph.of(3, new int[] {0, 1, 1}, new int[] {1, 0, 2}, new float[] {1, 2, 0});
        assertThat(graph.start()).containsExactly(0, 1, 2, 2);
        assertThat(graph.neighbour()).containsExactly(1, 0);
        assertThat(graph.weight()).containsExactly(3, 3);
    }

    private static float weight(Graph graph, int i, int j) {
        int at = Arrays.binarySearch(graph.neighbour(), graph.start()[i], graph.start()[i + 1], j);
        return at < 0 ? 0 : graph.weight()[at];
    }

    private static Vectors random(int rows, int dimension, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Vectors vectors = Vectors.zeros(rows, dimension);
        for (int i = 0; i < vectors.values().length; i++) {
            vectors.values()[i] = (float) random.nextGaussian();
        }
        return vectors;
    }

    private static double dot(Vectors v, int i, int j) {
        float sum = 0;
        for (int k = 0; k < v.dimension(); k++) {
            sum += v.at(i, k) * v.at(j, k);
        }
        return sum;
    }
}
