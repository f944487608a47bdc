package org.folkmoot.quality.classification;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Rates averaged over labels, each label weighing the same however rare.
///
/// Labels that were neither given nor true are left out; of the others a rate that is 0/0 counts as 0, so that
/// never giving a hard label does not pay. As scikit-learn's `average="macro"` over the labels that occur.
///
/// @param precision mean precision
/// @param recall mean recall
/// @param f1 mean of the labels' F1, not F1 of the means
/// @param labels how many labels occur
public record Macro(double precision, double recall, double f1, int labels) {
    /// The averages, or empty if no label occurs.
    static Optional<Macro> of(Collection<Hits> all) {
        List<Hits> occurring = all.stream().filter(Hits::occurs).toList();
        if (occurring.isEmpty()) {
            return Optional.empty();
        }
        double precision = 0;
        double recall = 0;
        double f1 = 0;
        for (Hits hits : occurring) {
            precision += hits.precision().orElse(0);
            recall += hits.recall().orElse(0);
            f1 += hits.f1().orElse(0);
        }
        int n = occurring.size();
        return Optional.of(new Macro(precision / n, recall / n, f1 / n, n));
    }
}
