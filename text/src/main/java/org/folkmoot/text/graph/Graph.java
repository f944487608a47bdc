package org.folkmoot.text.graph;

import java.util.Arrays;

/// An undirected weighted graph in compressed rows: the edges of node `i` are the entries from `start[i]` to
/// `start[i + 1]`, each edge standing in the rows of both its ends, neighbours ascending.
///
/// @param start length `nodes + 1`
/// @param neighbour the other end of each entry; never the node itself
/// @param weight of each entry, above 0, equal in both directions
public record Graph(int[] start, int[] neighbour, float[] weight) {
    public Graph {
        if (start.length == 0 || start[start.length - 1] != neighbour.length || neighbour.length != weight.length) {
            throw new IllegalArgumentException("rows must end where the entries do: " + neighbour.length
                    + " neighbours, " + weight.length + " weights, " + start.length + " starts");
        }
    }

    public int nodes() {
        return start.length - 1;
    }

    /// The graph of these edges; edges given twice, in either direction, add up.
    ///
    /// @param a one end of each edge
    /// @param b the other end, different from the first
    /// @param weight of each edge; edges without weight are left out
    public static Graph of(int nodes, int[] a, int[] b, float[] weight) {
        int[] start = new int[nodes + 1];
        for (int e = 0; e < a.length; e++) {
            if (a[e] == b[e]) {
                throw new IllegalArgumentException("an edge needs two different ends: " + a[e]);
            }
            start[a[e] + 1]++;
            start[b[e] + 1]++;
        }
        for (int i = 0; i < nodes; i++) {
            start[i + 1] += start[i];
        }
        // Filling in the order of the other end, twice, sorts each row (a counting sort by column, then by row).
        int[] byColumn = new int[start[nodes]];
        float[] byColumnWeight = new float[byColumn.length];
        scatter(start, a, b, weight, byColumn, byColumnWeight);
        int[] at = start.clone();
        int[] neighbour = new int[byColumn.length];
        float[] weights = new float[byColumn.length];
        for (int column = 0; column < nodes; column++) {
            for (int e = start[column]; e < start[column + 1]; e++) {
                neighbour[at[byColumn[e]]] = column;
                weights[at[byColumn[e]]++] = byColumnWeight[e];
            }
        }
        return merged(start, neighbour, weights);
    }

    private static void scatter(int[] start, int[] a, int[] b, float[] weight, int[] to, float[] toWeight) {
        int[] at = start.clone();
        for (int e = 0; e < a.length; e++) {
            to[at[b[e]]] = a[e];
            toWeight[at[b[e]]++] = weight[e];
            to[at[a[e]]] = b[e];
            toWeight[at[a[e]]++] = weight[e];
        }
    }

    /// Adds up entries of the same neighbour and leaves out those without weight, in place.
    private static Graph merged(int[] start, int[] neighbour, float[] weight) {
        int nodes = start.length - 1;
        int[] newStart = new int[nodes + 1];
        int to = 0;
        for (int i = 0; i < nodes; i++) {
            for (int e = start[i]; e < start[i + 1]; ) {
                int other = neighbour[e];
                float sum = 0;
                for (; e < start[i + 1] && neighbour[e] == other; e++) {
                    sum += weight[e];
                }
                if (sum > 0) {
                    neighbour[to] = other;
                    weight[to++] = sum;
                }
            }
            newStart[i + 1] = to;
        }
        return new Graph(newStart, Arrays.copyOf(neighbour, to), Arrays.copyOf(weight, to));
    }
}
