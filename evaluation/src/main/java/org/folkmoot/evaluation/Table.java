package org.folkmoot.evaluation;

import java.util.List;

/// A table of results: what was measured, how, and the rows.
///
/// @param note how it was measured (matching rules, folds, seeds), in Markdown
public record Table(String title, String note, List<String> header, List<List<String>> rows) {
    public Table {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(
                        "row has " + row.size() + " cells, header " + header.size() + ": " + row);
            }
        }
    }

    /// The table as Markdown, heading and note first.
    public String markdown() {
        StringBuilder out = new StringBuilder("## " + title + "\n\n" + note.strip() + "\n\n");
        line(out, header);
        line(out, header.stream().map(_ -> "---").toList());
        rows.forEach(row -> line(out, row));
        return out.toString();
    }

    private static void line(StringBuilder out, List<String> cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
