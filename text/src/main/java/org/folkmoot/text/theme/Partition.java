package org.folkmoot.text.theme;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.graph.Graph;
import org.folkmoot.text.graph.Leiden;
import org.folkmoot.text.graph.NeighbourGraph;
import org.folkmoot.text.vector.Vectors;

/// The texts sorted into groups of likeness, and the groups into groups above them.
///
/// @param group of each text, 0 … `parent.length - 1`
/// @param parent of each group, numbered from 0
record Partition(int[] group, int[] parent) {
    /// Resolution of the finest themes at granularity 1.
    private static final double FINEST = 2;
    /// The most themes shown at one level.
    private static final int ONE_LEVEL = 15;
    /// The fewest and the most themes at the top of two levels.
    private static final int LEAST = 8;
    private static final int MOST = 20;
    private static final int ATTEMPTS = 20;
    private static final int RUNS = 8;
    private static final int PASSES = 10;

    /// The partition of the claims, each of the other texts with the group whose claims it is nearest to.
    static Partition of(
            Material material,
            boolean[] isClaim,
            Space space,
            Discovery.Options options,
            Crew crew,
            Progress progress) {
        int[] claims =
                IntStream.range(0, isClaim.length).filter(text -> isClaim[text]).toArray();
        int[] answers = Arrays.stream(claims).map(material.answers()::get).toArray();
        Space among = space.only(claims);
        Partition found = of(among, answers, options, crew, progress);
        Vectors centres = found.centres(among);
        int[] group = new int[material.size()];
        Arrays.fill(group, -1);
        for (int i = 0; i < claims.length; i++) {
            group[claims[i]] = found.group[i];
        }
        for (int text = 0; text < group.length; text++) {
            group[text] = group[text] < 0 ? nearest(space.vectors(), text, centres) : group[text];
        }
        return new Partition(group, found.parent);
    }

    private Vectors centres(Space space) {
        int d = space.vectors().dimension();
        Vectors centres = Vectors.zeros(parent.length, d);
        for (int i = 0; i < group.length; i++) {
            for (int k = 0; k < d; k++) {
                centres.values()[group[i] * d + k] += space.vectors().at(i, k);
            }
        }
        for (int g = 0; g < parent.length; g++) {
            Space.normalise(centres.values(), g * d, d, 1);
        }
        return centres;
    }

    private static int nearest(Vectors vectors, int text, Vectors centres) {
        int nearest = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int g = 0; g < centres.rows(); g++) {
            double cosine = 0;
            for (int k = 0; k < centres.dimension(); k++) {
                cosine += vectors.at(text, k) * centres.at(g, k);
            }
            nearest = cosine > most ? g : nearest;
            most = Math.max(most, cosine);
        }
        return nearest;
    }

    private static Partition of(Space space, int[] answers, Discovery.Options options, Crew crew, Progress progress) {
        Graph graph = graph(space, answers, options, crew, progress);
        progress.at("grouping passages", 0, 0);
        int[] group = Leiden.communities(
                agreed(graph, options), new Leiden.Options(FINEST * options.granularity(), options.seed(), PASSES));
        return new Partition(group, parents(graph, group, options));
    }

    /// The graph with each edge weighed by the share of several groupings that keep its ends together: what single
    /// groupings, with one seed, settle by chance is then settled by their majority.
    private static Graph agreed(Graph graph, Discovery.Options options) {
        float[] together = new float[graph.weight().length];
        for (int run = 1; run <= RUNS; run++) {
            int[] group = Leiden.communities(
                    graph, new Leiden.Options(FINEST * options.granularity(), options.seed() * RUNS + run, PASSES));
            for (int i = 0; i < graph.nodes(); i++) {
                for (int e = graph.start()[i]; e < graph.start()[i + 1]; e++) {
                    together[e] += group[i] == group[graph.neighbour()[e]] ? 1f / RUNS : 0;
                }
            }
        }
        for (int e = 0; e < together.length; e++) {
            together[e] = graph.weight()[e] * Math.max(0.01f, together[e]);
        }
        return new Graph(graph.start(), graph.neighbour(), together);
    }

    private static Graph graph(Space space, int[] answers, Discovery.Options options, Crew crew, Progress progress) {
        int size = 0;
        Graph[] graphs = new Graph[space.routes().size()];
        for (int r = 0; r < graphs.length; r++) {
            int[] route = space.routes().get(r);
            int[] of = Arrays.stream(route).map(text -> answers[text]).toArray();
            graphs[r] = NeighbourGraph.of(space.rows(route), of, options.neighbours(), crew, progress);
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

    /// Groups of groups: the communities of the graph whose nodes are the groups, at the resolution nearest to that of
    /// the options that gives no more than a reader takes in, nor too few to tell apart. Where the groups are few
    /// enough for one level each is its own.
    private static int[] parents(Graph graph, int[] group, Discovery.Options options) {
        int groups = count(group);
        int[] parent = new int[groups];
        Arrays.setAll(parent, g -> g);
        if (groups <= ONE_LEVEL) {
            return parent;
        }
        double resolution = options.granularity();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            parent = Leiden.aggregated(graph, group, new Leiden.Options(resolution, options.seed(), PASSES));
            int parents = count(parent);
            if (parents > MOST) {
                resolution /= 1.25;
            } else if (parents < LEAST) {
                resolution *= 1.25;
            } else {
                break;
            }
        }
        return parent;
    }

    private static int count(int[] group) {
        return Arrays.stream(group).max().orElse(-1) + 1;
    }
}
