package org.folkmoot.corpus.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Rows as sheets of an Excel workbook, for people to read or fill in.
public final class SheetFile {
    private static final int NARROW = 10;
    private static final int WIDE = 80;
    private static final int WRAPPED = 40;

    private SheetFile() {}

    /// One sheet.
    ///
    /// @param title on its tab
    /// @param rows header first, all of one length, at most 26
    /// @param numbers headers of columns that hold numbers; others are text, whatever they look like
    public record Sheet(String title, List<List<String>> rows, Set<String> numbers) {
        public Sheet {
            rows = List.copyOf(rows);
            numbers = Set.copyOf(numbers);
            if (rows.isEmpty()) {
                throw new IllegalArgumentException("a sheet needs a header: " + title);
            }
        }

        public Sheet(String title, List<List<String>> rows) {
            this(title, rows, Set.of());
        }

        Table table() {
            List<String> header = rows.getFirst();
            List<Table.Column> columns = new ArrayList<>();
            for (int c = 0; c < header.size(); c++) {
                columns.add(column(c));
            }
            return new Table(title, title, columns, sheet -> {
                for (List<String> row : rows.subList(1, rows.size())) {
                    for (int c = 0; c < row.size(); c++) {
                        cell(header.get(c), row.get(c), sheet);
                    }
                    sheet.endRow();
                }
            });
        }

        private Table.Column column(int index) {
            String header = rows.getFirst().get(index);
            int longest =
                    rows.stream().mapToInt(row -> row.get(index).length()).max().orElse(0);
            int width = Math.clamp(longest + 2L, NARROW, WIDE);
            if (numbers.contains(header)) {
                return Table.Column.number(header);
            }
            return width > WRAPPED ? Table.Column.wrapped(header, width) : Table.Column.text(header, width);
        }

        private void cell(String header, String value, Table.Sheet sheet) throws IOException {
            if (!numbers.contains(header)) {
                sheet.text(value);
            } else if (value.isEmpty()) {
                sheet.blank();
            } else if (value.chars().allMatch(Character::isDigit)) {
                sheet.number(Long.parseLong(value));
            } else {
                sheet.decimal(Double.parseDouble(value));
            }
        }
    }

    /// Writes a workbook; the same sheets give the same bytes.
    ///
    /// @throws UncheckedIOException if the disk refuses
    public static void write(Path file, List<Sheet> sheets) {
        try {
            Workbook.write(sheets.stream().map(Sheet::table).toList(), file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
