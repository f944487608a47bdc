package org.folkmoot.corpus.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.folkmoot.corpus.Source;

/// Cells of one sheet, or of a file that is one, in the order received. Rows may differ in length and missing
/// numbers are rows without any cell.
final class Grid {
    private final String file;
    private final String sheet;
    private final List<String[]> rows = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private int[] numbers = new int[64];
    private final List<String> merges = new ArrayList<>();
    private int width;
    private long total;

    private final boolean lines;

    /// @param lines whether rows are lines of text, so that a row longer than the header is a mistake
    Grid(String file, String sheet, boolean lines) {
        this.file = file;
        this.sheet = sheet;
        this.lines = lines;
    }

    boolean lines() {
        return lines;
    }

    /// Says that the first row only names fields and was not received as a row.
    void markFields() {
        numbers[0] = 0;
    }

    /// Adds a row that is a file of its own, as a letter is.
    void addFile(String name, String[] cells) {
        files.add(name);
        add(1, cells);
    }

    /// Adds a row; its 1-based number must exceed those before it.
    void add(int number, String[] cells) {
        if (rows.size() == numbers.length) {
            numbers = Arrays.copyOf(numbers, numbers.length * 2);
        }
        numbers[rows.size()] = number;
        rows.add(cells);
        width = Math.max(width, cells.length);
        total += cells.length;
    }

    /// Notes a range of merged cells, e.g. `B4:B6`.
    void merge(String range) {
        if (merges.size() < 10_000) {
            merges.add(range);
        }
    }

    List<String> merges() {
        return merges;
    }

    String file() {
        return file;
    }

    String sheet() {
        return sheet;
    }

    int size() {
        return rows.size();
    }

    /// Cells in all rows.
    long total() {
        return total;
    }

    /// Cells in the longest row.
    int width() {
        return width;
    }

    String[] row(int i) {
        return rows.get(i);
    }

    /// The cell's text, empty beyond the end of the row.
    String cell(int i, int column) {
        String[] cells = rows.get(i);
        return column < cells.length ? cells[column] : "";
    }

    Source source(int i) {
        return new Source(files.isEmpty() ? file : files.get(i), sheet, numbers[i]);
    }

    /// The grid as a whole, for faults.
    Source source() {
        return new Source(file, sheet, 0);
    }

    boolean isBlank(int i) {
        for (String cell : rows.get(i)) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    int filled(int i) {
        int n = 0;
        for (String cell : rows.get(i)) {
            n += cell.isBlank() ? 0 : 1;
        }
        return n;
    }

    /// Puts cells into the first row, whose fields are known only after the last.
    void replaceFirst(String[] cells) {
        rows.set(0, cells);
        width = Math.max(width, cells.length);
    }

    /// Lets go of row `i`'s cells once they have been taken over.
    void release(int i) {
        rows.set(i, NOTHING);
    }

    private static final String[] NOTHING = {};

    /// A column as spreadsheets name it: 0 is `A`, 26 is `AA`.
    static String letters(int column) {
        var letters = new StringBuilder();
        for (int c = column + 1; c > 0; c = (c - 1) / 26) {
            letters.append((char) ('A' + (c - 1) % 26));
        }
        return letters.reverse().toString();
    }
}
