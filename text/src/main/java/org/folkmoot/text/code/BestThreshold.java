package org.folkmoot.text.code;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.folkmoot.text.vector.Vectors;

/// The threshold on a score that maximises F1.
///
/// @param threshold halfway between the last score above and the first below the best cut; 0.5 if no label is true
/// @param f1 what it reaches, in [0, 1]
record BestThreshold(double threshold, double f1) {
    /// The best threshold for `scores[from, to)`; tied scores are never parted. Cost n log n.
    static BestThreshold of(double[] scores, boolean[] labels, int from, int to) {
        int[] order = IntStream.range(from, to)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparingInt(i -> i))
                .mapToInt(i -> i)
                .toArray();
        int positives = 0;
        for (int i = from; i < to; i++) {
            positives += labels[i] ? 1 : 0;
        }
        double best = 0;
        double threshold = 0.5;
        int hits = 0;
        for (int r = 0; r < order.length; r++) {
            hits += labels[order[r]] ? 1 : 0;
            boolean last = r + 1 == order.length;
            if (!last && scores[order[r + 1]] == scores[order[r]]) {
                continue;
            }
            double f1 = 2.0 * hits / (r + 1 + positives);
            if (f1 > best) {
                best = f1;
                threshold = last ? scores[order[r]] : (scores[order[r]] + scores[order[r + 1]]) / 2;
            }
        }
        return new BestThreshold(threshold, best);
    }

    /// The best F1 of one threshold for all columns of `scores`.
    static double f1(Vectors scores, float[][] labels) {
        double[] flat = new double[scores.values().length];
        boolean[] label = new boolean[flat.length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = scores.values()[i];
            label[i] = labels[i / scores.dimension()][i % scores.dimension()] > 0;
        }
        return of(flat, label, 0, flat.length).f1();
    }
}
