package org.folkmoot.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// How well groups agree with labels: homogeneity (each group holds one label), completeness (each label lies in one
/// group) and their harmonic mean V.
///
/// With entropies H of labels C and groups K: h = 1 - H(C|K) / H(C), c = 1 - H(K|C) / H(K), V = 2 h c / (h + c); h or c
/// is 1 where its entropy is 0. All in [0, 1]. A. Rosenberg, J. Hirschberg (2007), V-measure, EMNLP-CoNLL, section 2.
///
/// @param groups number of groups that hold a scored item
/// @param labels number of labels
record VMeasure(double homogeneity, double completeness, int groups, int labels) {
    /// @param group of each item
    /// @param label of each item, negative where it has none and is not scored
    static VMeasure of(int[] group, int[] label) {
        Map<Integer, Integer> inGroup = new HashMap<>();
        Map<Integer, Integer> inLabel = new HashMap<>();
        Map<Long, Integer> inBoth = new HashMap<>();
        for (int i = 0; i < group.length; i++) {
            if (label[i] >= 0) {
                inGroup.merge(group[i], 1, Integer::sum);
                inLabel.merge(label[i], 1, Integer::sum);
                inBoth.merge(((long) group[i] << 32) | label[i], 1, Integer::sum);
            }
        }
        double groups = entropy(inGroup);
        double labels = entropy(inLabel);
        double mutual = groups + labels - entropy(inBoth);
        return new VMeasure(
                labels == 0 ? 1 : mutual / labels, groups == 0 ? 1 : mutual / groups, inGroup.size(), inLabel.size());
    }

    double v() {
        double sum = homogeneity + completeness;
        return sum <= 0 ? 0 : 2 * homogeneity * completeness / sum;
    }

    private static double entropy(Map<?, Integer> counts) {
        int[] numbers =
                counts.values().stream().mapToInt(Integer::intValue).sorted().toArray();
        double total = Arrays.stream(numbers).sum();
        return -Arrays.stream(numbers)
                .mapToDouble(n -> n / total * Math.log(n / total))
                .sum();
    }
}
