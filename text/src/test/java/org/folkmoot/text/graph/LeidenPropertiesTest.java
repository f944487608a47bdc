package org.folkmoot.text.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeidenPropertiesTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void plantedPartitionsAreRecovered(long seed) {
        Graph graph = LeidenTest.planted(new SplittableRandom(seed), 10, 20, 0.6, 0.01);
        int[] found = Leiden.communities(graph, new Leiden.Options(1, seed, 10));
        for (int i = 0; i < found.length; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(found[i] == found[j]).as("%d and %d", i, j).isEqualTo(i / 20 == j / 20);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void communitiesAreConnectedAndNumberedBySize(long seed) {
        Graph graph = LeidenTest.planted(new SplittableRandom(seed), 20, 15, 0.15, 0.02);
        int[] found = Leiden.communities(graph, new Leiden.Options(1.5, seed, 10));
        int communities = Arrays.stream(found).max().orElseThrow() + 1;
        int before = Integer.MAX_VALUE;
        for (int c = 0; c < communities; c++) {
            int size = size(found, c);
            assertThat(size).isPositive().isLessThanOrEqualTo(before);
            assertThat(reachable(graph, found, c)).as("community %d", c).isEqualTo(size);
            before = size;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noSingleMoveGains(long seed) {
        Graph graph = LeidenTest.planted(new SplittableRandom(seed), 5, 12, 0.4, 0.1);
        int[] found = Leiden.communities(graph, new Leiden.Options(1, seed, 10));
        double best = Leiden.modularity(graph, found, 1);
        int communities = Arrays.stream(found).max().orElseThrow() + 1;
        for (int i = 0; i < found.length; i++) {
            int old = found[i];
            for (int c = 0; c < communities; c++) {
                found[i] = c;
                assertThat(Leiden.modularity(graph, found, 1)).isLessThanOrEqualTo(best + 1e-9);
            }
            found[i] = old;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void sameSeedSameCommunities(long seed) {
        Graph graph = LeidenTest.planted(new SplittableRandom(seed), 20, 15, 0.15, 0.02);
        Leiden.Options options = new Leiden.Options(1, seed, 10);
        assertThat(Leiden.communities(graph, options)).isEqualTo(Leiden.communities(graph, options));
    }

    private static int size(int[] found, int community) {
        return (int) Arrays.stream(found).filter(c -> c == community).count();
    }

    private static int reachable(Graph graph, int[] found, int community) {
        boolean[] seen = new boolean[found.length];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < found.length && open.isEmpty(); i++) {
            if (found[i] == community) {
                open.add(i);
                seen[i] = true;
            }
        }
        int count = 0;
        while (!open.isEmpty()) {
            int i = open.remove();
            count++;
            for (int e = graph.start()[i]; e < graph.start()[i + 1]; e++) {
                int j = graph.neighbour()[e];
                if (found[j] == community && !seen[j]) {
                    seen[j] = true;
                    open.add(j);
                }
            }
        }
        return count;
    }
}
