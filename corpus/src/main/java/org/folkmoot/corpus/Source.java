package org.folkmoot.corpus;

/// Where something was received: what a person needs to find it again.
///
/// @param file the file's name, without its folder
/// @param sheet the sheet in a workbook, empty for other files
/// @param row 1-based row (line of a spreadsheet, record of a CSV or JSONL file, 1 for a letter)
public record Source(String file, String sheet, int row) {
    @Override
    public String toString() {
        return sheet.isEmpty() ? file + ", row " + row : file + ", sheet \"" + sheet + "\", row " + row;
    }
}
