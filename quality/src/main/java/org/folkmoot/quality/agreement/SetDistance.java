package org.folkmoot.quality.agreement;

import java.util.HashSet;
import java.util.Set;

/// Distances between sets of labels, for codings that may give an item several: 0 for equal sets, two empty ones
/// included, 1 for sets that share nothing.
public enum SetDistance implements Metric<Set<String>> {
    /// 1 - |A ∩ B| / |A ∪ B|. Jaccard, P. (1912), <https://doi.org/10.1111/j.1469-8137.1912.tb05611.x>.
    JACCARD {
        @Override
        public double difference(Set<String> a, Set<String> b) {
            return a.equals(b) ? 0 : 1 - overlap(a, b);
        }
    },

    /// 1 - M |A ∩ B| / |A ∪ B|, with M 2/3 where one set holds the other and 1/3 where they only overlap: a
    /// set that is merely less specific is nearer than one that contradicts.
    ///
    /// Passonneau, R. (2006), Measuring agreement on set-valued items (MASI) for semantic and pragmatic
    /// annotation, LREC 2006, <http://www.lrec-conf.org/proceedings/lrec2006/pdf/636_pdf.pdf>.
    MASI {
        @Override
        public double difference(Set<String> a, Set<String> b) {
            if (a.equals(b)) {
                return 0;
            }
            boolean nested = a.containsAll(b) || b.containsAll(a);
            return 1 - overlap(a, b) * (nested ? 2.0 / 3 : 1.0 / 3);
        }
    };

    private static double overlap(Set<String> a, Set<String> b) {
        Set<String> shared = new HashSet<>(a);
        shared.retainAll(b);
        return (double) shared.size() / (a.size() + b.size() - shared.size());
    }
}
