package org.folkmoot.text.code;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// A rising curve through what was observed: the isotonic regression of labels on scores, joined by straight lines
/// between the centres of its blocks and level beyond the first and the last.
///
/// Pool adjacent violators (Barlow et al. 1972; for calibration Zadrozny and Elkan 2002). Tied scores share a block.
/// Cost n log n.
///
/// @param scores centres of the blocks, rising
/// @param shares of true labels in each, rising
record Isotonic(double[] scores, double[] shares) {
    /// @param observed at least one score
    static Isotonic fit(double[] observed, boolean[] labels) {
        int[] order = IntStream.range(0, observed.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> observed[i]).thenComparingInt(i -> i))
                .mapToInt(i -> i)
                .toArray();
        double[] score = new double[order.length];
        double[] label = new double[order.length];
        int[] count = new int[order.length];
        int blocks = 0;
        for (int i : order) {
            boolean tied = blocks > 0 && count[blocks - 1] > 0 && score[blocks - 1] / count[blocks - 1] == observed[i];
            int at = tied ? blocks - 1 : blocks++;
            score[at] += observed[i];
            label[at] += labels[i] ? 1 : 0;
            count[at]++;
        }
        int kept = 0;
        for (int b = 0; b < blocks; b++) {
            score[kept] = score[b];
            label[kept] = label[b];
            count[kept] = count[b];
            kept++;
            while (kept > 1 && label[kept - 2] * count[kept - 1] >= label[kept - 1] * count[kept - 2]) {
                score[kept - 2] += score[kept - 1];
                label[kept - 2] += label[kept - 1];
                count[kept - 2] += count[kept - 1];
                kept--;
            }
        }
        for (int b = 0; b < kept; b++) {
            score[b] /= count[b];
            label[b] /= count[b];
        }
        return new Isotonic(Arrays.copyOf(score, kept), Arrays.copyOf(label, kept));
    }

    double at(double score) {
        int found = Arrays.binarySearch(scores, score);
        if (found >= 0) {
            return shares[found];
        }
        int above = -found - 1;
        if (above == 0) {
            return shares[0];
        }
        if (above == scores.length) {
            return shares[above - 1];
        }
        double way = (score - scores[above - 1]) / (scores[above] - scores[above - 1]);
        return shares[above - 1] + way * (shares[above] - shares[above - 1]);
    }
}
