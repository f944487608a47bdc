package org.folkmoot.text.graph;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.vector.Neighbours;
import org.folkmoot.text.vector.TopK;
import org.folkmoot.text.vector.Vectors;

/// Turns nearest neighbours into a graph whose weights say how sure it is that two points belong together.
///
/// Weight from i to its neighbour j: `exp(-max(0, d(i,j) - rho(i)) / sigma(i))` with d = 1 - cosine, rho(i) = distance
/// to
/// the nearest neighbour and sigma(i) such that the weights of i sum to log2(k + 1); both directions combine to
/// `a + b - a b`. So each point has near neighbours of its own, in dense and in thin regions. L. McInnes, J. Healy,
/// J. Melville (2018), UMAP, arXiv:1802.03426, section 3.1. Cost: O(n k).
public final class NeighbourGraph {
    private static final int HALVINGS = 64;
    /// Least weight kept of an edge: a graph may not have edges without weight.
    private static final float LEAST = 1e-6f;

    private NeighbourGraph() {}

    /// The graph of the `each` nearest neighbours of every row; of all others where the rows are fewer.
    ///
    /// @param vectors rows of unit length, or zero
    public static Graph of(Vectors vectors, int each, Crew crew, Progress progress) {
        int k = Math.min(each, vectors.rows() - 1);
        return k < 1
                ? Graph.of(vectors.rows(), new int[0], new int[0], new float[0])
                : of(TopK.within(vectors, k, crew, progress));
    }

    /// The graph of the `each` nearest neighbours of every row in other groups; without regard to groups where one
    /// group leaves its rows no others.
    ///
    /// @param vectors rows of unit length, or zero
    /// @param group of each row, any numbers
    public static Graph of(Vectors vectors, int[] group, int each, Crew crew, Progress progress) {
        int largest = IntStream.of(group)
                .boxed()
                .collect(Collectors.groupingBy(g -> g, Collectors.summingInt(_ -> 1)))
                .values()
                .stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        int k = Math.min(each, vectors.rows() - largest);
        return k < 1 ? of(vectors, each, crew, progress) : of(TopK.within(vectors, group, k, crew, progress));
    }

    /// The graph of these neighbours, of which none may be missing.
    public static Graph of(Neighbours neighbours) {
        int k = neighbours.k();
        int[] ids = neighbours.indices();
        int[] a = new int[ids.length];
        float[] directed = new float[ids.length];
        for (int i = 0; i < neighbours.rows(); i++) {
            Arrays.fill(a, i * k, (i + 1) * k, i);
            weigh(neighbours.similarities(), i * k, k, directed);
        }
        Graph sum = Graph.of(neighbours.rows(), a, ids, directed);
        // Where both directions exist the sum holds a + b: take a b off, once for each pair.
        for (int i = 0; i < neighbours.rows(); i++) {
            for (int e = i * k; e < (i + 1) * k; e++) {
                int j = ids[e];
                int back = i < j ? indexOf(ids, j * k, (j + 1) * k, i) : -1;
                if (back >= 0) {
                    float product = directed[e] * directed[back];
                    subtract(sum, i, j, product);
                    subtract(sum, j, i, product);
                }
            }
        }
        return sum;
    }

    private static void weigh(float[] similarity, int from, int k, float[] out) {
        double nearest = 1 - similarity[from];
        double target = Math.log(k + 1.0) / Math.log(2);
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double sigma = 1;
        for (int step = 0; step < HALVINGS; step++) {
            double sum = 0;
            for (int e = from; e < from + k; e++) {
                sum += Math.exp(-Math.max(0, 1 - similarity[e] - nearest) / sigma);
            }
            if (Math.abs(sum - target) < 1e-5) {
                break;
            }
            if (sum > target) {
                high = sigma;
            } else {
                low = sigma;
            }
            sigma = Double.isInfinite(high) ? sigma * 2 : (low + high) / 2;
        }
        for (int e = from; e < from + k; e++) {
            double weight = Math.exp(-Math.max(0, 1 - similarity[e] - nearest) / sigma);
            out[e] = Math.max(LEAST, (float) weight);
        }
    }

    private static int indexOf(int[] ids, int from, int to, int id) {
        for (int e = from; e < to; e++) {
            if (ids[e] == id) {
                return e;
            }
        }
        return -1;
    }

    private static void subtract(Graph graph, int i, int j, float product) {
        int at = Arrays.binarySearch(graph.neighbour(), graph.start()[i], graph.start()[i + 1], j);
        graph.weight()[at] = Math.max(LEAST, graph.weight()[at] - product);
    }
}
