package org.folkmoot.corpus.read;

import org.folkmoot.corpus.Source;

/// Checks the rows of a table: that each has as many cells as its header, that no cells are merged, that there are not
/// too many.
final class RowChecks {
    private final Limits limits;
    private final Faults faults;

    RowChecks(Limits limits, Faults faults) {
        this.limits = limits;
        this.faults = faults;
    }

    /// Lines of text must not be longer than their header: the surplus would belong to no column.
    void check(Table table) {
        for (Table.Part part : table.parts()) {
            Grid grid = part.grid();
            int width = part.layout().first() == 0
                    ? grid.width()
                    : grid.row(part.layout().first() - 1).length;
            for (int i = part.layout().first(); grid.lines() && i < grid.size(); i++) {
                int cells = grid.row(i).length;
                if (cells < width && cells > 0) {
                    faults.warning(
                            "short-row",
                            grid.source(i),
                            "",
                            "%d cells where the header has %d; the missing ones were read as empty"
                                    .formatted(cells, width),
                            "check that no line was broken in two");
                }
                for (int c = width; c < cells; c++) {
                    if (!grid.cell(i, c).isBlank()) {
                        faults.error(
                                "long-row",
                                grid.source(i),
                                Grid.letters(c),
                                "%d cells where the header has %d".formatted(cells, width),
                                "put texts that hold the delimiter in quotation marks, or export the file again");
                        break;
                    }
                }
            }
            mergedCells(part);
        }
        int rows = table.rows();
        if (rows > limits.rows()) {
            faults.error(
                    "too-many-rows",
                    table.parts().getFirst().grid().source(),
                    "",
                    "%,d rows in all; at most %,d are read".formatted(rows, limits.rows()),
                    "read fewer files at once");
        }
    }

    private void mergedCells(Table.Part part) {
        Layout layout = part.layout();
        int header =
                layout.first() == 0 ? 0 : part.grid().source(layout.first() - 1).row();
        for (String range : part.grid().merges()) {
            String[] corners = range.split(":", 2);
            String digits = corners[corners.length - 1].replaceAll("\\D", "");
            int last = digits.isEmpty() || digits.length() > 8 ? 0 : Integer.parseInt(digits);
            String top = corners[0].replaceAll("\\D", "");
            int row = top.isEmpty() || top.length() > 8 ? 0 : Integer.parseInt(top);
            if (last > header) {
                faults.warning(
                        "merged-cells",
                        new Source(part.grid().file(), part.grid().sheet(), row),
                        corners[0].replaceAll("\\d", ""),
                        "cells %s are merged; the value was read once, in the first of them".formatted(range),
                        "split the cells and repeat the value if it is meant for each row");
            }
        }
    }
}
