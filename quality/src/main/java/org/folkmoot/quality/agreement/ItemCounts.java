package org.folkmoot.quality.agreement;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.folkmoot.quality.agreement.Coefficient.Basis;

/// How many raters put each item in each category, without the zeros: all that coefficients that do not ask who
/// rated need. O(ratings) in time and space.
final class ItemCounts {
    private final Ratings<?> ratings;
    private final int[] start;
    private final int[] category;
    private final int[] count;

    private ItemCounts(Ratings<?> ratings, int[] start, int[] category, int[] count) {
        this.ratings = ratings;
        this.start = start;
        this.category = category;
        this.count = count;
    }

    static ItemCounts of(Ratings<?> ratings) {
        int items = ratings.items().size();
        int[] start = new int[items + 1];
        int[] category = new int[ratings.size()];
        int[] count = new int[ratings.size()];
        int[] seat = new int[ratings.categories().size()];
        int size = 0;
        for (int i = 0; i < items; i++) {
            for (int j = ratings.start(i); j < ratings.start(i + 1); j++) {
                int k = ratings.category(j);
                // A seat before this item's start is left over from an earlier item.
                if (seat[k] < start[i] || seat[k] >= size || category[seat[k]] != k) {
                    seat[k] = size;
                    category[size++] = k;
                }
                count[seat[k]]++;
            }
            start[i + 1] = size;
        }
        return new ItemCounts(ratings, start, Arrays.copyOf(category, size), Arrays.copyOf(count, size));
    }

    int items() {
        return start.length - 1;
    }

    int categories() {
        return ratings.categories().size();
    }

    String name(int k) {
        return String.valueOf(ratings.categories().get(k));
    }

    /// Where the cells of item `i` begin; they end where those of `i + 1` begin.
    int start(int i) {
        return start[i];
    }

    int category(int cell) {
        return category[cell];
    }

    int count(int cell) {
        return count[cell];
    }

    /// Ratings of item `i`.
    int ratings(int i) {
        return ratings.start(i + 1) - ratings.start(i);
    }

    /// Ratings of each category on items with at least `least` ratings.
    double[] totals(int least) {
        double[] totals = new double[categories()];
        for (int i = 0; i < items(); i++) {
            if (ratings(i) >= least) {
                for (int c = start[i]; c < start[i + 1]; c++) {
                    totals[category[c]] += count[c];
                }
            }
        }
        return totals;
    }

    Basis basis() {
        boolean[] seen = new boolean[ratings.raters().size()];
        int items = 0;
        int size = 0;
        int most = 0;
        for (int i = 0; i < items(); i++) {
            if (ratings(i) >= 2) {
                items++;
                size += ratings(i);
                most = Math.max(most, ratings(i));
                for (int j = ratings.start(i); j < ratings.start(i + 1); j++) {
                    seen[ratings.rater(j)] = true;
                }
            }
        }
        int raters = ratings.identified()
                ? (int) IntStream.range(0, seen.length).filter(r -> seen[r]).count()
                : most;
        return new Basis(items, raters, size);
    }
}
