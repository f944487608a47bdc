package org.folkmoot.corpus.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a column's values look like: the evidence for its role.
///
/// @param rows data rows
/// @param filled rows in which it is not blank
/// @param values distinct values and how often each occurs, in order of appearance; empty if more than
/// `TRACKED`
/// @param distinct how many distinct values, or `TRACKED` + 1 if more
/// @param unique whether no value occurs twice; false where values are long and it was not checked
/// @param meanWords of the filled cells looked at
/// @param meanChars of all filled cells
/// @param maxChars of all filled cells
/// @param numeric share of filled cells looked at that are numbers
/// @param dates share of filled cells looked at that are dates or times
/// @param samples some distinct values in order of appearance
record ColumnProfile(
        int rows,
        int filled,
        Map<String, Integer> values,
        int distinct,
        boolean unique,
        double meanWords,
        double meanChars,
        int maxChars,
        double numeric,
        double dates,
        List<String> samples) {
    static final int TRACKED = 400;
    private static final int LOOKED_AT = 5_000;
    private static final int SAMPLES = 4;

    /// Share of rows with a value.
    double fillRate() {
        return rows == 0 ? 0 : (double) filled / rows;
    }

    boolean tracked() {
        return distinct <= TRACKED;
    }

    /// Whether the values are a tick box's.
    boolean isBinary() {
        return filled > 0
                && tracked()
                && values.keySet().stream().allMatch(v -> switch (v.strip()) {
                    case "0", "1", "TRUE", "FALSE", "True", "False", "true", "false" -> true;
                    default -> false;
                });
    }

    /// Collects one column's evidence.
    static final class Builder {
        private int rows;
        private int filled;
        private final Map<String, Integer> values = new LinkedHashMap<>();
        private boolean overflow;
        private Set<String> seen = new HashSet<>();
        private int repeats;
        private boolean longTexts;
        private long words;
        private long chars;
        private int maxChars;
        private int looked;
        private int numbers;
        private int moments;
        private final List<String> samples = new ArrayList<>();

        void add(String cell) {
            rows++;
            if (cell.isBlank()) {
                return;
            }
            filled++;
            chars += cell.length();
            maxChars = Math.max(maxChars, cell.length());
            if (looked < LOOKED_AT) {
                looked++;
                words += words(cell);
                numbers += isNumber(cell) ? 1 : 0;
                moments += isMoment(cell) ? 1 : 0;
            }
            if (samples.size() < SAMPLES && !samples.contains(cell)) {
                samples.add(cell);
            }
            track(cell);
        }

        private void track(String cell) {
            if (!overflow) {
                values.merge(cell, 1, Integer::sum);
                if (values.size() > TRACKED) {
                    overflow = true;
                    values.clear();
                }
            }
            if (longTexts || repeats > 100 + rows / 20) {
                return;
            }
            if (cell.length() > 80) {
                longTexts = true;
                seen = Set.of();
            } else if (!seen.add(cell)) {
                repeats++;
            }
        }

        ColumnProfile build() {
            int n = Math.max(1, looked);
            return new ColumnProfile(
                    rows,
                    filled,
                    new LinkedHashMap<>(values),
                    overflow ? TRACKED + 1 : values.size(),
                    filled > 0 && repeats == 0 && !longTexts,
                    (double) words / n,
                    (double) chars / Math.max(1, filled),
                    maxChars,
                    (double) numbers / n,
                    (double) moments / n,
                    List.copyOf(samples));
        }

        private static int words(String text) {
            int words = 0;
            boolean inside = false;
            for (int i = 0; i < text.length(); i++) {
                boolean letter = !Character.isWhitespace(text.charAt(i));
                words += letter && !inside ? 1 : 0;
                inside = letter;
            }
            return words;
        }

        private static boolean isNumber(String text) {
            boolean digit = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c >= '0' && c <= '9') {
                    digit = true;
                } else if (c != '.' && c != ',' && c != '-' && c != '+' && c != '%' && c != ' ') {
                    return false;
                }
            }
            return digit;
        }

        private static boolean isMoment(String text) {
            return text.length() >= 6
                    && text.length() <= 40
                    && MOMENT.matcher(text.strip()).matches();
        }

        private static final java.util.regex.Pattern MOMENT = java.util.regex.Pattern.compile(
                "(\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/. ]([\\d]{1,2}|[A-Za-zäöü]{3,9})[-/. ]\\d{2,4})"
                        + "([T ,]+\\d{1,2}:\\d{2}.*)?"
                        + "|[A-Za-z]{3,9},? .*\\d{1,2}:\\d{2}(:\\d{2})?.*");
    }
}
