package org.folkmoot.text.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.vector.Neighbours;
import org.folkmoot.text.vector.Vectors;
import org.junit.jupiter.api.Test;

class NeighbourGraphTest {
    @Test
    void fewerPointsThanNeighboursAreAllLinked() {
        Graph graph = NeighbourGraph.of(random(4, 5, 1), 10, new Crew(1), Progress.SILENT);
        assertThat(graph.start()).containsExactly(0, 3, 6, 9, 12);
    }

    @Test
    void onePointOrNoneHasNoEdges() {
        assertThat(NeighbourGraph.of(random(1, 5, 1), 10, new Crew(1), Progress.SILENT)
                        .start())
                .containsExactly(0, 0);
        assertThat(NeighbourGraph.of(random(0, 5, 1), 10, new Crew(1), Progress.SILENT)
                        .start())
                .containsExactly(0);
    }

    @Test
    void equalPointsStayLinked() {
        Vectors same = new Vectors(5, 1, new float[] {1, 1, 1, 1, 1});
        Graph graph = NeighbourGraph.of(same, 2, new Crew(1), Progress.SILENT);
        assertThat(graph.weight()).isNotEmpty().containsOnly(1);
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
}
