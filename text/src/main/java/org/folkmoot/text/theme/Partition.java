package org.folkmoot.text.theme;

import java.util.Arrays;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.graph.Graph;
import org.folkmoot.text.graph.Leiden;
import org.folkmoot.text.graph.NearestNeighbours;
import org.folkmoot.text.graph.NeighbourGraph;
import org.folkmoot.text.graph.Neighbours;

/// The texts sorted into groups of likeness, and the groups into groups above them.
///
/// @param group of each text, 0 … `parent.length - 1`
/// @param parent of each group, numbered from 0
record Partition(int[] group, int[] parent) {
    /// Resolution of the finest themes at granularity 1.
    private static final double FINEST = 2;
    /// The most themes shown at one level.
    private static final int ONE_LEVEL = 15;

    static Partition of(Space space, Discovery.Options options, Crew crew, Progress progress) {
        Graph graph = graph(space, options, crew, progress);
        progress.at("grouping passages", 0, 0);
        int[] group = Leiden.communities(graph, new Leiden.Options(FINEST * options.granularity(), options.seed(), 10));
        return new Partition(group, parents(graph, group, options));
    }

    static Graph graph(Space space, Discovery.Options options, Crew crew, Progress progress) {
        int size = 0;
        Graph[] graphs = new Graph[space.routes().size()];
        for (int r = 0; r < graphs.length; r++) {
            Neighbours neighbours =
                    NearestNeighbours.of(space.rows(space.routes().get(r)), options.neighbours(), crew, progress);
            graphs[r] = NeighbourGraph.of(neighbours);
            size += graphs[r].weight().length / 2;
        }
        int[] a = new int[size];
        int[] b = new int[size];
        float[] weight = new float[size];
        int edges = 0;
        for (int r = 0; r < graphs.length; r++) {
            int[] texts = space.routes().get(r);
            Graph graph = graphs[r];
            for (int i = 0; i < graph.nodes(); i++) {
                for (int e = graph.start()[i]; e < graph.start()[i + 1]; e++) {
                    if (graph.neighbour()[e] > i) {
                        a[edges] = texts[i];
                        b[edges] = texts[graph.neighbour()[e]];
                        weight[edges++] = graph.weight()[e];
                    }
                }
            }
        }
        return Graph.of(space.vectors().rows(), a, b, weight);
    }

    /// Groups of groups: the communities of the graph whose nodes are the groups. Where the groups are few enough
    /// for one level each is its own.
    private static int[] parents(Graph graph, int[] group, Discovery.Options options) {
        int groups = Arrays.stream(group).max().orElse(-1) + 1;
        int[] alone = new int[groups];
        Arrays.setAll(alone, g -> g);
        if (groups <= ONE_LEVEL) {
            return alone;
        }
        return Leiden.aggregated(graph, group, new Leiden.Options(options.granularity(), options.seed(), 10));
    }
}
