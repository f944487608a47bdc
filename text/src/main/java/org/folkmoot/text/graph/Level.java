package org.folkmoot.text.graph;

import java.util.Arrays;

/// One level of aggregation: each node stands for a set of nodes of the graph below.
///
/// @param weight of each entry, the other end never the node itself
/// @param strength of each node: the weights of all edge ends in it, edges inside it counted twice
record Level(int[] start, int[] neighbour, double[] weight, double[] strength) {
    static Level of(Graph graph) {
        double[] weight = new double[graph.weight().length];
        double[] strength = new double[graph.nodes()];
        for (int i = 0; i < graph.nodes(); i++) {
            for (int e = graph.start()[i]; e < graph.start()[i + 1]; e++) {
                weight[e] = graph.weight()[e];
                strength[i] += weight[e];
            }
        }
        return new Level(graph.start(), graph.neighbour(), weight, strength);
    }

    int nodes() {
        return strength.length;
    }

    /// The level above, whose nodes are the groups `0 … groups - 1`.
    Level aggregate(int[] group, int groups) {
        int[] memberStart = new int[groups + 1];
        for (int g : group) {
            memberStart[g + 1]++;
        }
        for (int g = 0; g < groups; g++) {
            memberStart[g + 1] += memberStart[g];
        }
        int[] members = new int[group.length];
        int[] at = memberStart.clone();
        double[] newStrength = new double[groups];
        for (int i = 0; i < group.length; i++) {
            members[at[group[i]]++] = i;
            newStrength[group[i]] += strength[i];
        }
        int[] newStart = new int[groups + 1];
        int[] newNeighbour = new int[neighbour.length];
        double[] newWeight = new double[neighbour.length];
        double[] to = new double[groups];
        int end = 0;
        for (int g = 0; g < groups; g++) {
            int from = end;
            for (int m = memberStart[g]; m < memberStart[g + 1]; m++) {
                int i = members[m];
                for (int e = start[i]; e < start[i + 1]; e++) {
                    int h = group[neighbour[e]];
                    if (h != g) {
                        if (to[h] == 0) {
                            newNeighbour[end++] = h;
                        }
                        to[h] += weight[e];
                    }
                }
            }
            Arrays.sort(newNeighbour, from, end);
            for (int e = from; e < end; e++) {
                newWeight[e] = to[newNeighbour[e]];
                to[newNeighbour[e]] = 0;
            }
            newStart[g + 1] = end;
        }
        return new Level(newStart, Arrays.copyOf(newNeighbour, end), Arrays.copyOf(newWeight, end), newStrength);
    }
}
