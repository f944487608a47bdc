package org.folkmoot.corpus.read;

import java.util.List;

/// What a reading saw, for a person to check before anything is analysed.
///
/// @param files in the order given
/// @param columns of the table that all files make together; empty if it did not come so far
/// @param arrangement how rows relate to respondents, for a person to read
/// @param rows data rows received
/// @param notes worth knowing, but nothing wrong
public record Inspection(
        List<FileView> files, List<ColumnView> columns, String arrangement, int rows, List<String> notes) {
    public Inspection {
        files = List.copyOf(files);
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
    }

    /// One input.
    ///
    /// @param name of the file or folder
    /// @param format e.g. `CSV`
    /// @param details encoding, delimiter and the like
    /// @param sheets one for a file without sheets
    /// @param unread sheets left out, each with the reason
    public record FileView(String name, String format, String details, List<SheetView> sheets, List<String> unread) {
        public FileView {
            sheets = List.copyOf(sheets);
            unread = List.copyOf(unread);
        }
    }

    /// One sheet.
    ///
    /// @param name empty for a file without sheets
    /// @param header what kind of header it has
    /// @param headerRow row of the last header row, 0 if there is none
    /// @param rows data rows
    /// @param columns named columns
    /// @param read whether its rows were taken
    public record SheetView(String name, String header, int headerRow, int rows, int columns, boolean read) {}

    /// One column.
    ///
    /// @param letters as a spreadsheet names it
    /// @param name by which `roles.yaml` refers to it
    /// @param text the question as put, the name where there is no other
    /// @param role as used
    /// @param why the reason for the guess, or who stated it
    /// @param questionId empty if it is no question
    /// @param explains id of the closed question that it explains, or empty
    /// @param filled rows with a value
    /// @param distinct different values, -1 for more than were counted
    /// @param meanWords in a filled cell
    /// @param samples a few values, verbatim
    public record ColumnView(
            String letters,
            String name,
            String text,
            Role role,
            String why,
            String questionId,
            String explains,
            int filled,
            int distinct,
            double meanWords,
            List<String> samples) {
        public ColumnView {
            samples = List.copyOf(samples);
        }
    }
}
