package org.folkmoot.corpus.read;

import java.util.List;
import org.folkmoot.corpus.Source;

/// Rows of one or more sheets with the same columns, as one table.
///
/// @param heads columns, in the order of the first sheet
/// @param parts one for each sheet
record Table(List<Layout.Head> heads, List<Part> parts) {
    /// A sheet and where its columns stand in it.
    ///
    /// @param columns for each column of the table its index in the grid
    record Part(Layout layout, int[] columns) {
        Grid grid() {
            return layout.grid();
        }
    }

    int rows() {
        return parts.stream().mapToInt(p -> p.layout.rows()).sum();
    }

    /// Hears every data row, in order.
    interface Visitor {
        void row(Part part, int index, Source source);
    }

    void forEach(Visitor visitor) {
        for (Part part : parts) {
            Grid grid = part.grid();
            for (int i = part.layout.first(); i < grid.size(); i++) {
                visitor.row(part, i, grid.source(i));
            }
        }
    }

    ColumnProfile profile(int column) {
        var builder = new ColumnProfile.Builder();
        for (Part part : parts) {
            int c = part.columns[column];
            for (int i = part.layout.first(); i < part.grid().size(); i++) {
                builder.add(part.grid().cell(i, c));
            }
        }
        return builder.build();
    }

    List<ColumnProfile> profiles() {
        return java.util.stream.IntStream.range(0, heads.size())
                .mapToObj(this::profile)
                .toList();
    }
}
