package org.folkmoot.corpus.read;

import java.util.List;

/// What the columns of a file mean: guessed by `Reading`, or stated by a person in `roles.yaml`.
///
/// @param title of the consultation, empty to take it from the file's name
/// @param sheets sheets to read, empty to choose
/// @param headerRows rows from the top up to and with the last header row, -1 to detect
/// @param columns one for each column, named as in the file
public record Roles(String title, List<String> sheets, int headerRows, List<Column> columns) {
    /// Nothing stated: everything is to be guessed.
    public static final Roles NONE = new Roles("", List.of(), -1, List.of());

    public Roles {
        sheets = List.copyOf(sheets);
        columns = List.copyOf(columns);
        if (headerRows < -1) {
            throw new IllegalArgumentException("header rows must be -1 (detect) or more: " + headerRows);
        }
    }

    /// One column's part.
    ///
    /// @param name the column's name, that is its header, made unique (`Comments (2)`), or its letter if it has
    /// none
    /// @param role what it is for
    /// @param id question id, empty to derive it
    /// @param text the question as put, empty to take the header
    /// @param explains id or column of the closed question that an open one explains, empty to find out, `none` for
    /// none
    /// @param line in the file it was read from, 0 if it was not
    public record Column(String name, Role role, String id, String text, String explains, int line) {
        /// The word with which a person says that an open question explains no closed one.
        public static final String NONE = "none";

        public Column(String name, Role role) {
            this(name, role, "", "", "", 0);
        }
    }
}
