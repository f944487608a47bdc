package org.folkmoot.quality.classification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.distribution.WilsonInterval;

/// What was true against what was given, one label an item.
///
/// O(items + labels²).
///
/// @param labels the labels, which index rows and columns
/// @param counts `counts[t][g]` items that are t and were given g
/// @param <L> type of the labels
public record ConfusionMatrix<L>(List<L> labels, long[][] counts) {
    public ConfusionMatrix {
        labels = List.copyOf(labels);
        if (counts.length != labels.size()) {
            throw new IllegalArgumentException(
                    "counts must have a row for each of " + labels.size() + " labels: " + counts.length);
        }
    }

    /// @param codebook every label that may occur
    /// @param truth label of each item by people
    /// @param given label of each item by the coder, as many in the same order
    public static <L> ConfusionMatrix<L> of(List<L> codebook, List<L> truth, List<L> given) {
        if (truth.size() != given.size()) {
            throw new IllegalArgumentException(
                    "truth and given must cover the same items: " + truth.size() + " and " + given.size());
        }
        Map<L, Integer> index = new LinkedHashMap<>();
        codebook.forEach(label -> index.put(label, index.size()));
        long[][] counts = new long[index.size()][index.size()];
        for (int i = 0; i < truth.size(); i++) {
            counts[at(index, truth.get(i))][at(index, given.get(i))]++;
        }
        return new ConfusionMatrix<>(codebook, counts);
    }

    private static <L> int at(Map<L, Integer> index, L label) {
        Integer at = index.get(label);
        if (at == null) {
            throw new IllegalArgumentException("label must be in the codebook: " + label);
        }
        return at;
    }

    public long items() {
        long items = 0;
        for (long[] row : counts) {
            for (long n : row) {
                items += n;
            }
        }
        return items;
    }

    /// Share of items given their true label; empty without items.
    public OptionalDouble accuracy() {
        long items = items();
        return items == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right() / items);
    }

    /// @param confidence in (0, 1)
    public Optional<Interval> accuracyInterval(double confidence) {
        long items = items();
        return items == 0
                ? Optional.empty()
                : Optional.of(WilsonInterval.of((double) right() / items, (double) items, confidence));
    }

    /// Hits of each label, in the order of the labels.
    public List<Hits> hits() {
        List<Hits> hits = new ArrayList<>(labels.size());
        for (int k = 0; k < labels.size(); k++) {
            long wrongly = 0;
            long missed = 0;
            for (int l = 0; l < labels.size(); l++) {
                if (l != k) {
                    wrongly += counts[l][k];
                    missed += counts[k][l];
                }
            }
            hits.add(new Hits(counts[k][k], wrongly, missed));
        }
        return hits;
    }

    /// Rates averaged over labels, or empty if no label occurs.
    public Optional<Macro> macro() {
        return Macro.of(hits());
    }

    private long right() {
        long right = 0;
        for (int k = 0; k < counts.length; k++) {
            right += counts[k][k];
        }
        return right;
    }
}
