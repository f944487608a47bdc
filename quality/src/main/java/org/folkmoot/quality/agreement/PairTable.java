package org.folkmoot.quality.agreement;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The cross table of two raters over the items both rated, without its empty cells.
final class PairTable {
    private final int items;
    private final int[] row;
    private final int[] column;
    private final int[] count;
    private final double[] rowShare;
    private final double[] columnShare;

    private PairTable(int categories, long[] pairs) {
        Arrays.sort(pairs);
        items = pairs.length;
        row = new int[items];
        column = new int[items];
        int[] counts = new int[items];
        rowShare = new double[categories];
        columnShare = new double[categories];
        int cells = 0;
        for (int i = 0; i < items; i++) {
            if (i == 0 || pairs[i] != pairs[i - 1]) {
                row[cells] = (int) (pairs[i] >>> 32);
                column[cells] = (int) pairs[i];
                cells++;
            }
            counts[cells - 1]++;
            rowShare[row[cells - 1]] += 1.0 / items;
            columnShare[column[cells - 1]] += 1.0 / items;
        }
        count = Arrays.copyOf(counts, cells);
    }

    /// The table of ratings by exactly two raters.
    static PairTable of(Ratings<?> ratings) {
        int[] pairable = ratedTwice(ItemCounts.of(ratings));
        long[] pairs = Arrays.stream(pairable)
                .mapToLong(i -> {
                    int first = ratings.start(i);
                    boolean inOrder = ratings.rater(first) == 0;
                    long a = ratings.category(inOrder ? first : first + 1);
                    long b = ratings.category(inOrder ? first + 1 : first);
                    return a << 32 | b;
                })
                .toArray();
        return new PairTable(ratings.categories().size(), pairs);
    }

    static int[] ratedTwice(ItemCounts counts) {
        return IntStream.range(0, counts.items())
                .filter(i -> counts.ratings(i) >= 2)
                .toArray();
    }

    int items() {
        return items;
    }

    int cells() {
        return count.length;
    }

    int row(int cell) {
        return row[cell];
    }

    int column(int cell) {
        return column[cell];
    }

    double share(int cell) {
        return (double) count[cell] / items;
    }

    /// Share of items the first rater put in each category.
    double[] rowShare() {
        return rowShare;
    }

    /// Share of items the second rater put in each category.
    double[] columnShare() {
        return columnShare;
    }
}
