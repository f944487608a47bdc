package org.folkmoot.quality.classification;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.distribution.WilsonInterval;

/// How well codings that may give an item several labels match the truth.
///
/// O(items × labels an item). No items give no rates; an item without labels on both sides counts as an exact
/// match with Jaccard 1 (scikit-learn counts 0).
///
/// @param labels hits of each label of the codebook, in its order
/// @param items items compared
/// @param exact items whose set of labels is wholly right
/// @param jaccard mean over items of |truth ∩ given| / |truth ∪ given|, in [0, 1]; 0 if there are no items
/// @param <L> type of the labels
public record MultiLabelScores<L>(SequencedMap<L, Hits> labels, int items, int exact, double jaccard) {
    /// Compares item by item.
    ///
    /// @param codebook every label that may occur
    /// @param truth labels of each item by people
    /// @param given labels of each item by the coder, as many items in the same order
    public static <L> MultiLabelScores<L> of(
            List<L> codebook, List<? extends Set<L>> truth, List<? extends Set<L>> given) {
        if (truth.size() != given.size()) {
            throw new IllegalArgumentException(
                    "truth and given must cover the same items: " + truth.size() + " and " + given.size());
        }
        Map<L, long[]> counts = new LinkedHashMap<>();
        codebook.forEach(label -> counts.put(label, new long[3]));
        int exact = 0;
        double jaccard = 0;
        for (int i = 0; i < truth.size(); i++) {
            Set<L> right = truth.get(i);
            Set<L> said = given.get(i);
            Set<L> union = new HashSet<>(right);
            union.addAll(said);
            int shared = 0;
            for (L label : union) {
                long[] count = counts.get(label);
                if (count == null) {
                    throw new IllegalArgumentException("label must be in the codebook: " + label);
                }
                boolean both = right.contains(label) && said.contains(label);
                shared += both ? 1 : 0;
                count[both ? 0 : said.contains(label) ? 1 : 2]++;
            }
            exact += right.equals(said) ? 1 : 0;
            jaccard += union.isEmpty() ? 1 : (double) shared / union.size();
        }
        SequencedMap<L, Hits> hits = new LinkedHashMap<>();
        counts.forEach((label, n) -> hits.put(label, new Hits(n[0], n[1], n[2])));
        return new MultiLabelScores<>(hits, truth.size(), exact, truth.isEmpty() ? 0 : jaccard / truth.size());
    }

    /// Hits of all labels together, so that frequent labels weigh more.
    public Hits micro() {
        return labels.values().stream().reduce(new Hits(0, 0, 0), Hits::plus);
    }

    /// Rates averaged over labels, or empty if no label occurs.
    public Optional<Macro> macro() {
        return Macro.of(labels.values());
    }

    /// The interval of the share of items wholly right, or empty if there are no items.
    ///
    /// @param confidence in (0, 1)
    public Optional<Interval> exactInterval(double confidence) {
        return items == 0
                ? Optional.empty()
                : Optional.of(WilsonInterval.of((double) exact / items, items, confidence));
    }
}
