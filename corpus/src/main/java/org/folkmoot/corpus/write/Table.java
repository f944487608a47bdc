package org.folkmoot.corpus.write;

import java.io.IOException;
import java.util.List;

/// One table of the output: a CSV file and a sheet of the workbook.
///
/// @param name of the CSV file, without its ending
/// @param title of the sheet, for a person to read
/// @param rows writes every row, in an order that depends on the analysis alone
record Table(String name, String title, List<Column> columns, Rows rows) {
    /// @param header as in the CSV file's first line
    /// @param width in characters, in the workbook
    record Column(String header, int width, Kind kind) {
        static Column text(String header, int width) {
            return new Column(header, width, Kind.TEXT);
        }

        static Column wrapped(String header, int width) {
            return new Column(header, width, Kind.WRAPPED);
        }

        static Column number(String header) {
            return new Column(header, Math.max(10, header.length() + 2), Kind.NUMBER);
        }
    }

    enum Kind {
        TEXT,
        WRAPPED,
        NUMBER
    }

    @FunctionalInterface
    interface Rows {
        void into(Sheet sheet) throws IOException;
    }

    /// Takes the cells of a table from left to right, row by row. Texts are written so that no spreadsheet takes them
    /// for a formula.
    interface Sheet {
        Sheet text(String value) throws IOException;

        Sheet number(long value) throws IOException;

        /// A number with two decimals.
        Sheet decimal(double value) throws IOException;

        /// Leaves a cell empty.
        Sheet blank() throws IOException;

        void endRow() throws IOException;
    }
}
