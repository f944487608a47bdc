package org.folkmoot.text.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LeidenTest {
    @Test
    void twoCliquesJoinedByOneEdgeAreTwoCommunities() {
        List<int[]> edges = new ArrayList<>();
        clique(edges, 0, 5);
        clique(edges, 5, 9);
        edges.add(new int[] {4, 5});
        assertThat(Leiden.communities(graph(9, edges), Leiden.Options.DEFAULT))
                .containsExactly(0, 0, 0, 0, 0, 1, 1, 1, 1);
    }

    @Test
    void ringOfCliquesIsFoundCliqueByClique() {
        List<int[]> edges = new ArrayList<>();
        for (int c = 0; c < 12; c++) {
            clique(edges, c * 6, c * 6 + 6);
            edges.add(new int[] {c * 6, (c * 6 + 9) % 72});
        }
        int[] found = Leiden.communities(graph(72, edges), Leiden.Options.DEFAULT);
        for (int i = 0; i < 72; i++) {
            assertThat(found[i]).isEqualTo(found[i / 6 * 6]);
        }
        assertThat(Arrays.stream(found).distinct().count()).isEqualTo(12);
    }

    @Test
    void nodesWithoutEdgesAreAlone() {
        assertThat(Leiden.communities(graph(3, List.of()), Leiden.Options.DEFAULT))
                .containsExactly(0, 1, 2);
        assertThat(Leiden.communities(graph(3, List.of(new int[] {1, 2})), Leiden.Options.DEFAULT))
                .containsExactly(1, 0, 0);
    }

    @Test
    void noNodesNoCommunities() {
        assertThat(Leiden.communities(graph(0, List.of()), Leiden.Options.DEFAULT))
                .isEmpty();
    }

    @Test
    void modularityIsThatOfTheFormula() {
        List<int[]> edges = List.of(new int[] {0, 1}, new int[] {1, 2}, new int[] {2, 3});
        // w = 1 + 1, K = 3 and 3, m = 3: (2 - (9 + 9) / 12) / 3.
        assertThat(Leiden.modularity(graph(4, edges), new int[] {0, 0, 1, 1}, 1))
                .isCloseTo(1 / 6.0, within(1e-12));
    }

    @Test
    void greaterResolutionGivesMoreCommunities() {
        Graph graph = planted(new SplittableRandom(3), 8, 25, 0.5, 0.05);
        int coarse = count(Leiden.communities(graph, new Leiden.Options(0.2, 1, 10)));
        int fine = count(Leiden.communities(graph, new Leiden.Options(4, 1, 10)));
        assertThat(coarse).isLessThan(8);
        assertThat(fine).isGreaterThan(8);
    }

    @Test
    void aggregatedGroupsStayTogether() {
        Graph graph = planted(new SplittableRandom(4), 8, 10, 0.8, 0.02);
        int[] pairs = new int[80];
        Arrays.setAll(pairs, i -> i / 2);
        int[] found = Leiden.aggregated(graph, pairs, Leiden.Options.DEFAULT);
        assertThat(found).hasSize(40);
        for (int pair = 0; pair < 40; pair++) {
            assertThat(found[pair]).isEqualTo(found[pair / 5 * 5]);
        }
    }

    @Test
    void optionsOutOfBoundsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Leiden.Options(0, 1, 10))
                .withMessageContaining("0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Leiden.Options(1, 1, 0))
                .withMessageContaining("0");
    }

    static Graph planted(SplittableRandom random, int groups, int each, double within, double between) {
        List<int[]> edges = new ArrayList<>();
        for (int i = 0; i < groups * each; i++) {
            for (int j = 0; j < i; j++) {
                if (random.nextDouble() < (i / each == j / each ? within : between)) {
                    edges.add(new int[] {i, j});
                }
            }
        }
        return graph(groups * each, edges);
    }

    static Graph graph(int nodes, List<int[]> edges) {
        float[] ones = new float[edges.size()];
        Arrays.fill(ones, 1);
        int[] a = edges.stream().mapToInt(e -> e[0]).toArray();
        int[] b = edges.stream().mapToInt(e -> e[1]).toArray();
        return Graph.of(nodes, a, b, ones);
    }

    private static void clique(List<int[]> edges, int from, int to) {
        for (int i = from; i < to; i++) {
            for (int j = from; j < i; j++) {
                edges.add(new int[] {i, j});
            }
        }
    }

    private static int count(int[] communities) {
        return (int) Arrays.stream(communities).distinct().count();
    }
}
