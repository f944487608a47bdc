package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.corpus.read.Inspection;
import org.folkmoot.corpus.read.Inspection.ColumnView;
import org.folkmoot.corpus.read.Inspection.SheetView;
import org.folkmoot.corpus.read.Role;
import org.folkmoot.corpus.read.Roles;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.platform.Words;
import org.jspecify.annotations.Nullable;

/// What a program says of a batch: all that a person can say on its page.
///
/// @param sheets to read, null for those read now; none to choose again
/// @param headerRows rows down to the last header row, 0 for no header; null for those taken now
/// @param columns what they are, as they are called with these sheets and header rows; those left out are guessed.
///     Null for as stated before
record StatedRoles(
        @Nullable List<String> sheets,
        @Nullable Integer headerRows,
        @Nullable List<Column> columns) {
    private static final int MOST_HEADER_ROWS = 999;
    private static final int MOST_TEXT = 2_000;

    /// What one column is.
    ///
    /// @param text the question as put, null for the column's header
    /// @param explains the column of the closed question that this open one explains, `none` for none; null to find
    ///     out
    record Column(
            String column,
            Role role,
            @Nullable String text,
            @Nullable String explains) {
        private Roles.Column stated() {
            return new Roles.Column(column, role, "", text == null ? "" : text.strip(), or(explains, ""), 0);
        }

        private boolean pairs() {
            return !or(explains, "").isEmpty() && !Roles.Column.NONE.equals(explains);
        }

        private static String or(@Nullable String value, String other) {
            return value == null ? other : value;
        }
    }

    /// As it is noted.
    ///
    /// @throws Refused if some of it can be true of no file
    ImportingFiles.Stated stated() {
        Wrong wrong = new Wrong();
        if (headerRows != null && (headerRows < 0 || headerRows > MOST_HEADER_ROWS)) {
            wrong.add("headerRows", "range", MOST_HEADER_ROWS);
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; columns != null && i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column == null || column.column() == null || column.role() == null) {
                wrong.add("columns/" + i, "half-column");
                continue;
            }
            if (!names.add(column.column())) {
                wrong.add("columns/" + i + "/column", "column-twice", column.column());
            }
            if (column.text() != null && column.text().length() > MOST_TEXT) {
                wrong.add("columns/" + i + "/text", "long-text", MOST_TEXT);
            }
            if (column.explains() != null && !column.explains().isEmpty() && column.role() != Role.OPEN) {
                wrong.add("columns/" + i + "/explains", "explains-not-open");
            }
        }
        for (int i = 0; sheets != null && i < sheets.size(); i++) {
            if (sheets.get(i) == null) {
                wrong.add("sheets/" + i, "no-sheet", "null");
            }
        }
        wrong.refuse();
        return new ImportingFiles.Stated(
                sheets,
                headerRows,
                columns == null ? null : columns.stream().map(Column::stated).toList());
    }

    /// Requires that what it names is there, in a reading that was made with it.
    ///
    /// @throws Refused if it names sheets or columns that are not
    void requireIn(Opened opened) {
        Wrong wrong = new Wrong();
        Inspection inspection = opened.reading().inspection();
        if (headerRows != null && opened.batch().files().getFirst().isLetter()) {
            wrong.add("headerRows", "letters");
        }
        Set<String> there = inspection.files().stream()
                .flatMap(file -> file.sheets().stream())
                .map(SheetView::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        for (int i = 0; sheets != null && i < sheets.size(); i++) {
            if (!there.contains(sheets.get(i))) {
                wrong.add("sheets/" + i, "no-sheet", sheets.get(i));
            }
        }
        Map<String, Role> roles =
                inspection.columns().stream().collect(Collectors.toMap(ColumnView::name, ColumnView::role));
        for (int i = 0; columns != null && !roles.isEmpty() && i < columns.size(); i++) {
            Column column = columns.get(i);
            if (!roles.containsKey(column.column())) {
                wrong.add("columns/" + i + "/column", "no-column", column.column());
            }
            if (column.pairs() && roles.get(column.explains()) != Role.CLOSED) {
                wrong.add("columns/" + i + "/explains", "explains-not-closed", column.explains());
            }
        }
        wrong.refuse();
    }

    /// All that is wrong, so that it can be mended at once.
    private static final class Wrong {
        private final List<Refused.Field> fields = new ArrayList<>();

        private void add(String field, String why, @Nullable Object... values) {
            fields.add(new Refused.Field("#/" + field, Words.ENGLISH.t("files.stated." + why, values)));
        }

        private void refuse() {
            if (!fields.isEmpty()) {
                throw Refused.invalid(fields);
            }
        }
    }
}
