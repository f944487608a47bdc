package org.folkmoot.text.theme;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.text.vector.Vectors;

/// A set of texts and how typical of it each is.
///
/// @param texts claims first, then most typical first
/// @param typicality cosine of each, in that order, with the mean of all
/// @param weight sum of the texts' weights
record Cluster(List<Integer> texts, List<Double> typicality, long weight) {
    /// @param claims per text of the material whether it is one of the claims that themes are made of
    static Cluster of(List<Integer> members, boolean[] claims, Material material, Space space) {
        Vectors vectors = space.vectors();
        int d = vectors.dimension();
        float[] centre = new float[d];
        long weight = 0;
        for (int i : members) {
            weight += material.weights().get(i);
            for (int k = 0; k < d; k++) {
                centre[k] += vectors.values()[i * d + k];
            }
        }
        Space.normalise(centre, 0, d, 1);
        double[] cosine =
                members.stream().mapToDouble(i -> dot(centre, vectors, i)).toArray();
        List<Integer> order = IntStream.range(0, members.size())
                .boxed()
                .sorted(Comparator.comparing((Integer m) -> !claims[members.get(m)])
                        .thenComparingDouble(m -> -cosine[m])
                        .thenComparing(members::get))
                .toList();
        return new Cluster(
                order.stream().map(members::get).toList(),
                order.stream().map(m -> cosine[m]).toList(),
                weight);
    }

    private static double dot(float[] centre, Vectors vectors, int row) {
        double sum = 0;
        for (int k = 0; k < centre.length; k++) {
            sum += centre[k] * vectors.at(row, k);
        }
        return sum;
    }
}
