package org.folkmoot.corpus.edit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;

/// Ratings in long form, a row `item,rater,label` each, read with all faults.
///
/// Columns are found by their headers; others are not read. The label is kept as it stands, without white space
/// around it; whether it is one label, several separated by `|`, or none, is for the reader to say.
///
/// @param rows in the order of the file
/// @param faults with the row and the remedy; if one is an error the rows are not to be used
public record RatingsFile(List<Row> rows, List<Fault> faults) {
    private static final List<String> COLUMNS = List.of("item", "rater", "label");

    public RatingsFile {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /// What `rater` said of `item`.
    public record Row(Source source, String item, String rater, String label) {}

    /// @throws IllegalArgumentException if the file is not a table
    /// @throws java.io.UncheckedIOException if it cannot be read
    public static RatingsFile read(Path file) {
        List<Row> rows = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Map<List<String>, Integer> seen = new HashMap<>();
        boolean[] anyRow = {false};
        new EditedTable(file, "Ratings").forEach(line -> {
            if (!anyRow[0]) {
                faults.addAll(missingColumns(line));
            }
            anyRow[0] = true;
            if (COLUMNS.stream().allMatch(line::has)) {
                var row = new Row(line.source(), line.word("item"), line.word("rater"), line.word("label"));
                rows.add(row);
                faults.addAll(blanks(row));
                repeated(row, seen, faults);
            }
        });
        if (!anyRow[0]) {
            faults.add(CodebookFile.error(
                    "empty",
                    new Source(String.valueOf(file.getFileName()), "", 0),
                    "",
                    "there is no rating",
                    "give a table with the columns item, rater and label, and a row for each rating"));
        }
        return new RatingsFile(rows, faults);
    }

    private static List<Fault> missingColumns(EditedTable.Line line) {
        return COLUMNS.stream()
                .filter(column -> !line.has(column))
                .map(column -> CodebookFile.error(
                        "missing-column",
                        new Source(line.source().file(), line.source().sheet(), 1),
                        column,
                        "there is no column \"" + column + "\"",
                        "name the columns item, rater and label in the first row"))
                .toList();
    }

    private static List<Fault> blanks(Row row) {
        List<Fault> faults = new ArrayList<>();
        if (row.item().isEmpty()) {
            faults.add(blank(row, "item"));
        }
        if (row.rater().isEmpty()) {
            faults.add(blank(row, "rater"));
        }
        return faults;
    }

    private static Fault blank(Row row, String column) {
        return CodebookFile.error(
                "blank-" + column,
                row.source(),
                column,
                "the " + column + " is blank",
                "fill it in, or delete the row");
    }

    private static void repeated(Row row, Map<List<String>, Integer> seen, List<Fault> faults) {
        Integer earlier =
                seen.putIfAbsent(List.of(row.item(), row.rater()), row.source().row());
        if (earlier != null && !row.item().isEmpty() && !row.rater().isEmpty()) {
            faults.add(CodebookFile.error(
                    "rated-twice",
                    row.source(),
                    "rater",
                    "rater " + row.rater() + " rated item " + row.item() + " in row " + earlier + " already",
                    "keep one of the two rows"));
        }
    }
}
