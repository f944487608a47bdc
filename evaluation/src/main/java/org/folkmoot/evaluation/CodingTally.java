package org.folkmoot.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.vector.Vectors;

/// Counts how codings agree with people's, over folds and seeds.
final class CodingTally {
    private static final int BINS = 10;

    private final int[] hits;
    private final int[] given;
    private final int[] wanted;
    private int answers;
    private int firstRight;
    private final long[] binCount = new long[BINS];
    private final double[] binConfidence = new double[BINS];
    private final long[] binTrue = new long[BINS];

    CodingTally(int themes) {
        hits = new int[themes];
        given = new int[themes];
        wanted = new int[themes];
    }

    void add(Codings codings, List<Set<Integer>> labels) {
        List<Set<Integer>> coded = Stream.generate(() -> (Set<Integer>) new HashSet<Integer>())
                .limit(labels.size())
                .toList();
        for (int i = 0; i < codings.size(); i++) {
            coded.get(codings.answer(i)).add(codings.theme(i));
        }
        for (int i = 0; i < labels.size(); i++) {
            for (int theme : coded.get(i)) {
                given[theme]++;
                hits[theme] += labels.get(i).contains(theme) ? 1 : 0;
            }
            labels.get(i).forEach(theme -> wanted[theme]++);
        }
    }

    void add(Vectors confidences, List<Set<Integer>> labels) {
        for (int i = 0; i < labels.size(); i++) {
            int best = 0;
            for (int t = 0; t < confidences.dimension(); t++) {
                float p = confidences.at(i, t);
                best = p > confidences.at(i, best) ? t : best;
                int bin = Math.min(BINS - 1, (int) (p * BINS));
                binCount[bin]++;
                binConfidence[bin] += p;
                binTrue[bin] += labels.get(i).contains(t) ? 1 : 0;
            }
            if (!labels.get(i).isEmpty()) {
                answers++;
                firstRight += labels.get(i).contains(best) ? 1 : 0;
            }
        }
    }

    double microF1() {
        double sum = 0;
        double hit = 0;
        for (int t = 0; t < hits.length; t++) {
            sum += given[t] + wanted[t];
            hit += hits[t];
        }
        return sum == 0 ? 0 : 2 * hit / sum;
    }

    /// Mean F1 of the themes that at least `least` answers carry.
    double macroF1(int least) {
        double sum = 0;
        int themes = 0;
        for (int t = 0; t < hits.length; t++) {
            if (wanted[t] >= least) {
                sum += 2.0 * hits[t] / (given[t] + wanted[t]);
                themes++;
            }
        }
        return sum / Math.max(1, themes);
    }

    /// Micro-F1 without the themes named.
    double microF1Without(Set<Integer> left) {
        double sum = 0;
        double hit = 0;
        for (int t = 0; t < hits.length; t++) {
            if (!left.contains(t)) {
                sum += given[t] + wanted[t];
                hit += hits[t];
            }
        }
        return sum == 0 ? 0 : 2 * hit / sum;
    }

    /// Share of answers whose most confident theme is right.
    double accuracy() {
        return (double) firstRight / Math.max(1, answers);
    }

    /// Expected calibration error over ten bins of equal width, of all pairs of answer and theme at or above
    /// confidence 0.1: most pairs lie near 0, where any coder is well calibrated.
    double calibrationError() {
        double error = 0;
        long pairs = 0;
        for (int b = 1; b < BINS; b++) {
            error += Math.abs(binConfidence[b] - binTrue[b]);
            pairs += binCount[b];
        }
        return error / Math.max(1, pairs);
    }

    /// Per bin: range of confidence, pairs, mean confidence, share that people gave.
    List<List<String>> reliability() {
        return IntStream.range(0, BINS)
                .mapToObj(b -> List.of(
                        number(b / 10.0, 1) + "–" + number((b + 1) / 10.0, 1),
                        Long.toString(binCount[b]),
                        binCount[b] == 0 ? "–" : number(binConfidence[b] / binCount[b], 3),
                        binCount[b] == 0 ? "–" : number((double) binTrue[b] / binCount[b], 3)))
                .toList();
    }

    static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
