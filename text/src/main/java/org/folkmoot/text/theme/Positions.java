package org.folkmoot.text.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.folkmoot.text.vector.Vectors;

/// Finds themes whose texts come from both sides of the paired closed question, and parts the sides where they also say
/// different things.
final class Positions {
    /// A theme mixes when the smaller side has more than this share of the texts whose position is known.
    private static final double MINORITY = 0.25;
    /// Fewest texts of a side, and of those with a known position in a theme that is said to mix.
    private static final int LEAST = 5;
    /// Mean share of each side's texts nearer to their own side, from which the sides are told apart.
    private static final double APART = 0.6;

    private final Material material;
    private final Space space;

    Positions(Material material, Space space) {
        this.material = material;
        this.space = space;
    }

    /// The partition with each group that mixes, and whose sides differ in what they say, parted into for and against
    /// under the same parent; texts of unknown position go to the nearer side.
    Partition parted(Partition partition) {
        int groups = partition.parent().length;
        List<List<Integer>> members = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            members.add(new ArrayList<>());
        }
        int[] group = partition.group().clone();
        for (int i = 0; i < group.length; i++) {
            members.get(group[i]).add(i);
        }
        int[] parent = Arrays.copyOf(partition.parent(), 2 * groups);
        int next = groups;
        for (int g = 0; g < groups; g++) {
            List<Integer> against = against(members.get(g));
            if (!against.isEmpty()) {
                parent[next] = parent[g];
                for (int text : against) {
                    group[text] = next;
                }
                next++;
            }
        }
        return new Partition(group, Arrays.copyOf(parent, next));
    }

    /// The texts to part from the rest, empty where the sides do not mix or say the same.
    private List<Integer> against(List<Integer> members) {
        List<Integer> yes = members.stream().filter(i -> position(i) > 0).toList();
        List<Integer> no = members.stream().filter(i -> position(i) < 0).toList();
        int known = yes.size() + no.size();
        int fewer = Math.min(yes.size(), no.size());
        if (fewer < LEAST || fewer <= MINORITY * known || 2 * known < members.size()) {
            return List.of();
        }
        double[] yesSum = sum(yes);
        double[] noSum = sum(no);
        double apart = (nearer(yes, yesSum, noSum) + nearer(no, noSum, yesSum)) / 2;
        if (apart < APART) {
            return List.of();
        }
        double yesLength = length(yesSum);
        double noLength = length(noSum);
        return members.stream()
                .filter(i ->
                        position(i) < 0 || (position(i) == 0 && dot(i, noSum) / noLength > dot(i, yesSum) / yesLength))
                .toList();
    }

    /// Share of `side` nearer to the mean of the rest of its side than to that of the other.
    private double nearer(List<Integer> side, double[] own, double[] other) {
        double otherLength = length(other);
        long count = side.stream()
                .filter(i -> {
                    double[] rest = own.clone();
                    int d = space.vectors().dimension();
                    for (int k = 0; k < d; k++) {
                        rest[k] -= space.vectors().values()[i * d + k];
                    }
                    return dot(i, rest) / length(rest) > dot(i, other) / otherLength;
                })
                .count();
        return (double) count / side.size();
    }

    private double[] sum(List<Integer> texts) {
        Vectors vectors = space.vectors();
        int d = vectors.dimension();
        double[] sum = new double[d];
        for (int text : texts) {
            for (int k = 0; k < d; k++) {
                sum[k] += vectors.values()[text * d + k];
            }
        }
        return sum;
    }

    private double dot(int text, double[] centre) {
        double sum = 0;
        for (int k = 0; k < centre.length; k++) {
            sum += centre[k] * space.vectors().values()[text * centre.length + k];
        }
        return sum;
    }

    private static double length(double[] vector) {
        double squares = 0;
        for (double x : vector) {
            squares += x * x;
        }
        return Math.max(1e-12, Math.sqrt(squares));
    }

    private int position(int text) {
        return material.positions().get(text);
    }

    /// How these texts mix for and against, by weight; empty where they do not or too little is known.
    Optional<String> mixed(List<Integer> texts) {
        long yes = 0;
        long no = 0;
        int known = 0;
        for (int text : texts) {
            yes += position(text) > 0 ? material.weights().get(text) : 0;
            no += position(text) < 0 ? material.weights().get(text) : 0;
            known += position(text) == 0 ? 0 : 1;
        }
        if (known < LEAST || Math.min(yes, no) <= MINORITY * (yes + no)) {
            return Optional.empty();
        }
        long share = Math.round(100.0 * yes / (yes + no));
        return Optional.of("Mixes positions: of those whose position is known, " + share + "% are for and "
                + (100 - share) + "% against.");
    }
}
