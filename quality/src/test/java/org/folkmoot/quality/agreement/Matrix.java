package org.folkmoot.quality.agreement;

import org.jspecify.annotations.Nullable;

/// Ratings written as examples print them: a row a rater or a row an item, missing ratings as null or blank.
final class Matrix {
    private Matrix() {}

    /// Rows of whole numbers divided by spaces, `.` for a missing one.
    static Ratings<Integer> byRater(String... rows) {
        Ratings.Builder<Integer> builder = Ratings.builder();
        for (int rater = 0; rater < rows.length; rater++) {
            String[] cells = rows[rater].split(" ", -1);
            for (int item = 0; item < cells.length; item++) {
                add(builder, item, rater, cells[item].equals(".") ? null : Integer.valueOf(cells[item]));
            }
        }
        return builder.build().sorted(Integer::compare);
    }

    static Ratings<Integer> byItem(String... rows) {
        Ratings.Builder<Integer> builder = Ratings.builder();
        for (int item = 0; item < rows.length; item++) {
            String[] cells = rows[item].split(" ", -1);
            for (int rater = 0; rater < cells.length; rater++) {
                add(builder, item, rater, cells[rater].equals(".") ? null : Integer.valueOf(cells[rater]));
            }
        }
        return builder.build().sorted(Integer::compare);
    }

    static Ratings<String> labels(String... rows) {
        Ratings.Builder<String> builder = Ratings.builder();
        for (int rater = 0; rater < rows.length; rater++) {
            String[] cells = rows[rater].split(" ", -1);
            for (int item = 0; item < cells.length; item++) {
                add(builder, item, rater, cells[item].equals(".") ? null : cells[item]);
            }
        }
        return builder.build();
    }

    private static <V> void add(Ratings.Builder<V> builder, int item, int rater, @Nullable V value) {
        if (value != null) {
            builder.add("item " + (item + 1), "rater " + (rater + 1), value);
        }
    }
}
