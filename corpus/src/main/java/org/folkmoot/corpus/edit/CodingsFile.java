package org.folkmoot.corpus.edit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;
import org.folkmoot.corpus.write.ItemList;

/// Which labels items were given, a row `item,label[,stratum][,probability]` each, read with all faults.
///
/// Several labels are separated by `|`; a blank label means that none applies. Each item has one row. The probability
/// is the chance with which the item was drawn into a sample. The labels of a sample drawn from a run stand in
/// `themes`.
///
/// @param rows in the order of the file
/// @param hasProbability whether there is a column of probabilities
/// @param faults with the row and the remedy; if one is an error the rows are not to be used
public record CodingsFile(List<Row> rows, boolean hasProbability, List<Fault> faults) {
    public CodingsFile {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /// The labels of one item.
    ///
    /// @param stratum empty if there is no such column
    /// @param probability NaN if there is no such column
    /// @param group value of the column asked for, by which shares are to be compared; empty if none was
    /// @param cluster value of the column asked for, in which copies are alike; empty for an item of its own
    public record Row(
            Source source,
            String item,
            List<String> labels,
            String stratum,
            double probability,
            String group,
            String cluster) {
        public Row {
            labels = List.copyOf(labels);
        }
    }

    /// @throws IllegalArgumentException if the file is not a table
    /// @throws java.io.UncheckedIOException if it cannot be read
    public static CodingsFile read(Path file) {
        return read(file, "", "");
    }

    /// @param group name of the column of groups, empty for none
    /// @param cluster name of the column of clusters, empty for none
    /// @throws IllegalArgumentException if the file is not a table
    /// @throws java.io.UncheckedIOException if it cannot be read
    public static CodingsFile read(Path file, String group, String cluster) {
        List<Row> rows = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        boolean[] has = {false, false, false};
        new EditedTable(file, "Codings").forEach(line -> {
            String labels = line.has("label") ? "label" : "themes";
            if (!has[0]) {
                List.of(labels.equals("themes") && !line.has("themes") ? "label" : labels, group, cluster).stream()
                        .filter(column -> !column.isEmpty() && !line.has(column))
                        .forEach(column -> faults.add(missing(line.source(), column)));
            }
            has[0] = true;
            has[1] = line.has("probability");
            String item = item(line, seen, faults);
            double probability = has[1] ? probability(line, faults) : Double.NaN;
            rows.add(new Row(
                    line.source(),
                    item,
                    ItemList.split(line.word(labels)),
                    line.word("stratum"),
                    probability,
                    line.word(group),
                    line.word(cluster)));
        });
        if (!has[0]) {
            faults.add(CodebookFile.error(
                    "empty",
                    new Source(String.valueOf(file.getFileName()), "", 0),
                    "",
                    "there is no coding",
                    "give a table with the columns item and label, and a row for each item"));
        }
        return new CodingsFile(rows, has[1], faults);
    }

    private static Fault missing(Source source, String column) {
        return CodebookFile.error(
                "missing-column",
                new Source(source.file(), source.sheet(), 1),
                column,
                "there is no column \"" + column + "\"",
                "name the columns in the first row");
    }

    /// The item of a row, which must be there, be filled in and not be in an earlier row.
    static String item(EditedTable.Line line, Map<String, Integer> seen, List<Fault> faults) {
        if (!line.has("item")) {
            if (seen.isEmpty()) {
                faults.add(missing(line.source(), "item"));
                seen.put("", 1);
            }
            return "";
        }
        String item = line.word("item");
        if (item.isEmpty()) {
            faults.add(CodebookFile.error(
                    "blank-item", line.source(), "item", "the item is blank", "fill it in, or delete the row"));
            return item;
        }
        Integer earlier = seen.putIfAbsent(item, line.source().row());
        if (earlier != null) {
            faults.add(CodebookFile.error(
                    "duplicate-item",
                    line.source(),
                    "item",
                    "item " + item + " is in row " + earlier + " already",
                    "keep one of the two rows; several labels go into one cell, separated by |"));
        }
        return item;
    }

    private static double probability(EditedTable.Line line, List<Fault> faults) {
        double value = number(line.word("probability"));
        if (!(value > 0 && value <= 1)) {
            faults.add(CodebookFile.error(
                    "probability",
                    line.source(),
                    "probability",
                    "the probability must be in (0, 1]: \"" + line.word("probability") + "\"",
                    "copy it from the file that the sample command wrote"));
        }
        return value;
    }

    static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
