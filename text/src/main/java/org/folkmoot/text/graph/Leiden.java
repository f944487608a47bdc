package org.folkmoot.text.graph;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Communities of a weighted graph by the Leiden algorithm, maximising modularity with a resolution.
///
/// `Q = sum over communities c of (w(c) - resolution * K(c)^2 / (4 m))`, w(c) = weight of the edges inside, K(c) = sum
/// of
/// the strengths of its nodes, m = weight of all edges. Every community is connected. V. A. Traag, L. Waltman,
/// N. J. van Eck (2019), "From Louvain to Leiden", Scientific Reports 9:5233, doi:10.1038/s41598-019-41695-z, algorithm
/// A.2: fast local moving, refinement, aggregation, repeated until nothing moves. Cost: near linear in the edges.
/// Deterministic in the seed. A node without edges is a community of its own.
public final class Leiden {
    /// @param resolution above 0; greater gives more and smaller communities
    /// @param seed of the order in which nodes are visited
    /// @param passes over the whole algorithm, each starting from the result of the last
    public record Options(double resolution, long seed, int passes) {
        public static final Options DEFAULT = new Options(1, 1, 10);

        public Options {
            if (!(resolution > 0) || Double.isInfinite(resolution)) {
                throw new IllegalArgumentException("resolution must be above 0 and finite: " + resolution);
            }
            if (passes < 1) {
                throw new IllegalArgumentException("passes must be at least 1: " + passes);
            }
        }
    }

    /// Breadth of the random choice in refinement, in units of edge weight.
    private static final double RANDOMNESS = 0.01;

    private final double resolution;
    private final RandomGenerator random;
    private final double twiceWeight;

    private Leiden(Options options, double twiceWeight) {
        this.resolution = options.resolution;
        this.random = new SplittableRandom(options.seed);
        this.twiceWeight = twiceWeight;
    }

    /// The community of each node, numbered 0, 1, … by size (ties by their first node).
    public static int[] communities(Graph graph, Options options) {
        return communities(Level.of(graph), options);
    }

    /// Communities of groups: the community of each group `0, 1, …` when the nodes of a group must stay together,
    /// numbered 0, 1, … by size in groups.
    ///
    /// @param group of each node, numbers without gaps
    public static int[] aggregated(Graph graph, int[] group, Options options) {
        int groups = Arrays.stream(group).max().orElse(-1) + 1;
        return communities(Level.of(graph).aggregate(group, groups), options);
    }

    private static int[] communities(Level ground, Options options) {
        int[] initial = singletons(ground.nodes());
        double twiceWeight = Arrays.stream(ground.strength()).sum();
        int[] community = initial.clone();
        if (twiceWeight == 0) {
            return bySize(community);
        }
        Leiden leiden = new Leiden(options, twiceWeight);
        for (int pass = 0; pass < options.passes; pass++) {
            int[] next = leiden.pass(ground, community.clone());
            if (leiden.quality(ground, next) <= leiden.quality(ground, community) + 1e-9 * twiceWeight) {
                break;
            }
            community = next;
        }
        return bySize(community);
    }

    /// Modularity of a partition: Q / m, in [-1/2, 1] at resolution 1; 0 for a graph without edges.
    public static double modularity(Graph graph, int[] community, double resolution) {
        Level ground = Level.of(graph);
        double twiceWeight = Arrays.stream(ground.strength()).sum();
        return twiceWeight == 0
                ? 0
                : new Leiden(new Options(resolution, 0, 1), twiceWeight).quality(ground, community) * 2 / twiceWeight;
    }

    private double quality(Level level, int[] community) {
        int most = Arrays.stream(community).max().orElse(-1) + 1;
        double[] strength = new double[most];
        double inside = 0;
        for (int i = 0; i < level.nodes(); i++) {
            strength[community[i]] += level.strength()[i];
            for (int e = level.start()[i]; e < level.start()[i + 1]; e++) {
                if (community[level.neighbour()[e]] == community[i]) {
                    inside += level.weight()[e];
                }
            }
        }
        double expected = 0;
        for (double k : strength) {
            expected += k * k;
        }
        return inside / 2 - resolution * expected / (2 * twiceWeight);
    }

    /// One run of move, refine, aggregate up to the level where no community can be merged further.
    private int[] pass(Level ground, int[] community) {
        Level level = ground;
        int[] nodeOf = singletons(ground.nodes());
        int[] current = community;
        while (true) {
            current = renumber(current);
            move(level, current);
            current = renumber(current);
            int count = Arrays.stream(current).max().orElse(-1) + 1;
            if (count == level.nodes()) {
                break;
            }
            int[] refined = renumber(refine(level, current));
            int parts = Arrays.stream(refined).max().orElse(-1) + 1;
            if (parts == level.nodes()) {
                // Nothing can be refined together: go up with the communities themselves.
                refined = current;
                parts = count;
            }
            int[] above = new int[parts];
            for (int i = 0; i < level.nodes(); i++) {
                above[refined[i]] = current[i];
            }
            level = level.aggregate(refined, parts);
            for (int i = 0; i < nodeOf.length; i++) {
                nodeOf[i] = refined[nodeOf[i]];
            }
            current = above;
        }
        int[] result = new int[nodeOf.length];
        for (int i = 0; i < nodeOf.length; i++) {
            result[i] = current[nodeOf[i]];
        }
        return result;
    }

    /// Moves single nodes to the community of greatest gain, visiting again the neighbours of what moved, until none
    /// gains.
    private void move(Level level, int[] community) {
        int n = level.nodes();
        double[] strength = new double[n];
        int[] size = new int[n];
        for (int i = 0; i < n; i++) {
            strength[community[i]] += level.strength()[i];
            size[community[i]]++;
        }
        int[] unused = new int[n];
        int spare = 0;
        for (int c = n - 1; c >= 0; c--) {
            if (size[c] == 0) {
                unused[spare++] = c;
            }
        }
        int[] queue = shuffled(n);
        boolean[] waiting = new boolean[n];
        Arrays.fill(waiting, true);
        double[] to = new double[n];
        int[] touched = new int[n];
        int head = 0;
        int waitingCount = n;
        while (waitingCount > 0) {
            int i = queue[head];
            head = head + 1 == n ? 0 : head + 1;
            waitingCount--;
            waiting[i] = false;
            int old = community[i];
            double k = level.strength()[i];
            strength[old] -= k;
            size[old]--;
            int count = weightsTo(level, i, community, to, touched);
            int best = old;
            double bestGain = to[old] - resolution * k * strength[old] / twiceWeight;
            for (int t = 0; t < count; t++) {
                int c = touched[t];
                double gain = to[c] - resolution * k * strength[c] / twiceWeight;
                if (gain > bestGain + 1e-12) {
                    best = c;
                    bestGain = gain;
                }
            }
            if (bestGain < -1e-12 && size[old] > 0 && spare > 0) {
                best = unused[--spare];
            }
            for (int t = 0; t < count; t++) {
                to[touched[t]] = 0;
            }
            strength[best] += k;
            size[best]++;
            if (best != old) {
                community[i] = best;
                if (size[old] == 0) {
                    unused[spare++] = old;
                }
                for (int e = level.start()[i]; e < level.start()[i + 1]; e++) {
                    int j = level.neighbour()[e];
                    if (!waiting[j] && community[j] != best) {
                        waiting[j] = true;
                        int tail = head + waitingCount++;
                        queue[tail >= n ? tail - n : tail] = j;
                    }
                }
            }
        }
    }

    /// Splits each community into well connected parts: nodes that are alone and well connected to their community
    /// join, at random in proportion to the exponential of the gain, a part that is well connected too.
    private int[] refine(Level level, int[] community) {
        int n = level.nodes();
        int[] part = singletons(n);
        double[] communityStrength = new double[n];
        for (int i = 0; i < n; i++) {
            communityStrength[community[i]] += level.strength()[i];
        }
        double[] partStrength = level.strength().clone();
        double[] cut = cuts(level, community);
        boolean[] alone = new boolean[n];
        Arrays.fill(alone, true);
        double[] to = new double[n];
        int[] touched = new int[n];
        double[] chance = new double[n];
        for (int i : shuffled(n)) {
            double k = level.strength()[i];
            double total = communityStrength[community[i]];
            if (!alone[i] || cut[i] < resolution * k * (total - k) / twiceWeight) {
                continue;
            }
            int count = weightsWithin(level, i, community, part, to, touched);
            double sum = 0;
            for (int t = 0; t < count; t++) {
                int p = touched[t];
                double gain = to[p] - resolution * k * partStrength[p] / twiceWeight;
                boolean wellConnected =
                        cut[p] >= resolution * partStrength[p] * (total - partStrength[p]) / twiceWeight;
                chance[t] = p != i && gain > 0 && wellConnected ? Math.exp(Math.min(gain / RANDOMNESS, 500)) : 0;
                sum += chance[t];
            }
            if (sum > 0) {
                int chosen = choose(chance, count, sum);
                int p = touched[chosen];
                part[i] = p;
                alone[p] = false;
                alone[i] = false;
                partStrength[p] += k;
                cut[p] += cut[i] - 2 * to[p];
            }
            for (int t = 0; t < count; t++) {
                to[touched[t]] = 0;
            }
        }
        return part;
    }

    /// Weight from each node to the rest of its community.
    private static double[] cuts(Level level, int[] community) {
        double[] cut = new double[level.nodes()];
        for (int i = 0; i < cut.length; i++) {
            for (int e = level.start()[i]; e < level.start()[i + 1]; e++) {
                if (community[level.neighbour()[e]] == community[i]) {
                    cut[i] += level.weight()[e];
                }
            }
        }
        return cut;
    }

    private int choose(double[] chance, int count, double sum) {
        double rest = random.nextDouble() * sum;
        int last = 0;
        for (int t = 0; t < count; t++) {
            if (chance[t] > 0) {
                last = t;
                rest -= chance[t];
                if (rest < 0) {
                    break;
                }
            }
        }
        return last;
    }

    private static int weightsTo(Level level, int i, int[] group, double[] to, int[] touched) {
        int count = 0;
        for (int e = level.start()[i]; e < level.start()[i + 1]; e++) {
            int g = group[level.neighbour()[e]];
            if (to[g] == 0) {
                touched[count++] = g;
            }
            to[g] += level.weight()[e];
        }
        return count;
    }

    private static int weightsWithin(Level level, int i, int[] community, int[] part, double[] to, int[] touched) {
        int count = 0;
        for (int e = level.start()[i]; e < level.start()[i + 1]; e++) {
            int j = level.neighbour()[e];
            if (community[j] == community[i]) {
                if (to[part[j]] == 0) {
                    touched[count++] = part[j];
                }
                to[part[j]] += level.weight()[e];
            }
        }
        return count;
    }

    private int[] shuffled(int n) {
        int[] order = singletons(n);
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }

    private static int[] singletons(int n) {
        int[] numbers = new int[n];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }

    /// Numbers the groups 0, 1, … in the order of their first member.
    private static int[] renumber(int[] group) {
        int[] number = new int[Arrays.stream(group).max().orElse(-1) + 1];
        int[] result = new int[group.length];
        int next = 0;
        for (int i = 0; i < group.length; i++) {
            if (number[group[i]] == 0) {
                number[group[i]] = ++next;
            }
            result[i] = number[group[i]] - 1;
        }
        return result;
    }

    private static int[] bySize(int[] community) {
        int[] group = renumber(community);
        int[] size = new int[Arrays.stream(group).max().orElse(-1) + 1];
        for (int g : group) {
            size[g]++;
        }
        int[] order = IntStream.range(0, size.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer g) -> -size[g]).thenComparing(g -> g))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] rank = new int[size.length];
        for (int r = 0; r < order.length; r++) {
            rank[order[r]] = r;
        }
        return Arrays.stream(group).map(g -> rank[g]).toArray();
    }
}
