package org.folkmoot.quality.classification;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// How alike two groupings of the same items are, whatever the groups are called.
///
/// With n_ij items in group i of the first and j of the second, and entropies H:
///
/// - adjusted Rand index: (Σ C(n_ij, 2) - E) / ((Σ C(n_i., 2) + Σ C(n_.j, 2)) / 2 - E), E = Σ C(n_i., 2) Σ
///   C(n_.j, 2) / C(n, 2); at most 1, about 0 for groupings by chance;
/// - homogeneity h = 1 - H(first | second) / H(first): each group of the second holds one of the first;
/// - completeness c = 1 - H(second | first) / H(second): each group of the first is kept together;
/// - V-measure (1 + β) h c / (β h + c); for β = 1 it equals
/// - normalised mutual information, I / ((H(first) + H(second)) / 2).
///
/// All but the first are in [0, 1], and are not corrected for chance: many small groups raise them. Two
/// groupings into one group each, or into single items each, agree wholly: 1. No items are an error. O(n log n).
///
/// Hubert, L. and Arabie, P. (1985), Comparing partitions, Journal of Classification 2, 193–218,
/// <https://doi.org/10.1007/BF01908075>, formula 5; Rosenberg, A. and Hirschberg, J. (2007), V-measure,
/// EMNLP-CoNLL, <https://aclanthology.org/D07-1043/>, formulas 1 to 3; normalised mutual information: Vinh, N.
/// X. and others (2010), Journal of Machine Learning Research 11, 2837–2854,
/// <https://jmlr.org/papers/v11/vinh10a.html>.
///
/// @param items items grouped
/// @param adjustedRand adjusted Rand index
/// @param homogeneity homogeneity of the second grouping, the first being the truth
/// @param completeness its completeness
/// @param mutualInformation normalised mutual information, by the arithmetic mean of the entropies
public record GroupingComparison(
        int items, double adjustedRand, double homogeneity, double completeness, double mutualInformation) {

    /// @param first group of each item, any numbers
    /// @param second group of each item, as many
    public static GroupingComparison of(int[] first, int[] second) {
        if (first.length != second.length || first.length == 0) {
            throw new IllegalArgumentException(
                    "both must group the same items, at least one: " + first.length + " and " + second.length);
        }
        int n = first.length;
        long[] pairs = new long[n];
        for (int i = 0; i < n; i++) {
            pairs[i] = (long) first[i] << 32 | (second[i] & 0xffffffffL);
        }
        int[] joint = sizes(pairs);
        int[] rows = sizes(Arrays.stream(first).asLongStream().toArray());
        int[] columns = sizes(Arrays.stream(second).asLongStream().toArray());
        double ofRows = entropy(rows, n);
        double ofColumns = entropy(columns, n);
        double information = Math.max(0, ofRows + ofColumns - entropy(joint, n));
        return new GroupingComparison(
                n,
                adjustedRand(joint, rows, columns, n),
                ofRows == 0 ? 1 : information / ofRows,
                ofColumns == 0 ? 1 : information / ofColumns,
                ofRows + ofColumns == 0 ? 1 : 2 * information / (ofRows + ofColumns));
    }

    /// As for numbers, for groups with names.
    public static <A, B> GroupingComparison ofNames(Iterable<A> first, Iterable<B> second) {
        return of(numbers(first), numbers(second));
    }

    /// V-measure.
    ///
    /// @param beta weight of completeness against homogeneity, > 0; 1 for both alike
    public double vMeasure(double beta) {
        if (!(beta > 0)) {
            throw new IllegalArgumentException("beta must be positive: " + beta);
        }
        double weighted = beta * homogeneity + completeness;
        return weighted == 0 ? 0 : (1 + beta) * homogeneity * completeness / weighted;
    }

    private static <T> int[] numbers(Iterable<T> names) {
        Map<T, Integer> index = new LinkedHashMap<>();
        int[] numbers = new int[16];
        int size = 0;
        for (T name : names) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, Math.multiplyExact(size, 2));
            }
            numbers[size++] = index.computeIfAbsent(name, _ -> index.size());
        }
        return Arrays.copyOf(numbers, size);
    }

    private static int[] sizes(long[] groups) {
        Arrays.sort(groups);
        int[] sizes = new int[groups.length];
        int last = -1;
        for (int i = 0; i < groups.length; i++) {
            if (i == 0 || groups[i] != groups[i - 1]) {
                last++;
            }
            sizes[last]++;
        }
        return Arrays.copyOf(sizes, last + 1);
    }

    private static double entropy(int[] sizes, double n) {
        double sum = 0;
        for (int size : sizes) {
            sum -= size / n * Math.log(size / n);
        }
        return sizes.length == 1 ? 0 : sum;
    }

    private static double adjustedRand(int[] joint, int[] rows, int[] columns, double n) {
        double together = pairs(joint);
        double inRows = pairs(rows);
        double inColumns = pairs(columns);
        double expected = n < 2 ? 0 : inRows * inColumns / (n * (n - 1) / 2);
        double most = (inRows + inColumns) / 2;
        return most == expected ? 1 : (together - expected) / (most - expected);
    }

    private static double pairs(int[] sizes) {
        double pairs = 0;
        for (int size : sizes) {
            pairs += (double) size * (size - 1) / 2;
        }
        return pairs;
    }
}
