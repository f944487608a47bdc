package org.folkmoot.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// A table as a person edits it in a spreadsheet; row 0 is the header.
record EditedCsv(List<List<String>> rows) {
    static EditedCsv of(String csv) {
        List<List<String>> rows = new ArrayList<>();
        String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        for (CsvRecord line : CsvReader.builder().ofCsvRecord(text)) {
            rows.add(new ArrayList<>(line.getFields()));
        }
        return new EditedCsv(rows);
    }

    static EditedCsv read(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return rows.size();
    }

    String get(int row, String column) {
        return rows.get(row).get(column(column));
    }

    EditedCsv set(int row, String column, String value) {
        rows.get(row).set(column(column), value);
        return this;
    }

    /// Values of a column, the header left out.
    List<String> column(String name, Predicate<Integer> which) {
        List<String> values = new ArrayList<>();
        for (int row = 1; row < rows.size(); row++) {
            if (which.test(row)) {
                values.add(get(row, name));
            }
        }
        return values;
    }

    List<String> values(String name) {
        return column(name, _ -> true);
    }

    /// The first row with this value in the column.
    int find(String column, String value) {
        for (int row = 1; row < rows.size(); row++) {
            if (get(row, column).equals(value)) {
                return row;
            }
        }
        throw new IllegalArgumentException("no " + column + " is " + value + ": " + values(column));
    }

    /// Adds a blank row at the end and gives its number.
    int add() {
        rows.add(new ArrayList<>(java.util.Collections.nCopies(rows.getFirst().size(), "")));
        return rows.size() - 1;
    }

    private int column(String name) {
        int column = rows.getFirst().indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException("no column " + name + ": " + rows.getFirst());
        }
        return column;
    }

    @Override
    public String toString() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
