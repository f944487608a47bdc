package org.folkmoot.corpus.read;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import org.folkmoot.corpus.Source;

/// Finds every fault of a delimited text that its parser stopped at, so that all can be corrected at once.
///
/// After text behind a closing quotation mark it goes on in the next line; where a row ends from there on is then
/// uncertain, so rows are no longer measured against the header.
final class LineScan {
    private enum At {
        FIELD_START,
        PLAIN,
        QUOTED,
        AFTER_QUOTE,
        LOST
    }

    private final PushbackReader text;
    private final Dialect dialect;
    private final Limits limits;
    private final String file;
    private final Faults faults;
    private final int knownRow;
    private final int knownColumn;
    private At at = At.FIELD_START;
    private int row = 1;
    private int column;
    private int length;
    private int width;
    private boolean filled;
    private boolean nul;
    private boolean strayed;

    /// @param knownRow the row before which, with `knownColumn`, NUL characters were already reported
    LineScan(Reader text, Dialect dialect, Limits limits, String file, Faults faults, int knownRow, int knownColumn) {
        this.text = new PushbackReader(text);
        this.dialect = dialect;
        this.limits = limits;
        this.file = file;
        this.faults = faults;
        this.knownRow = knownRow;
        this.knownColumn = knownColumn;
    }

    void all() throws IOException {
        for (int c = text.read(); c >= 0; c = text.read()) {
            if (column >= limits.columns()) {
                error(
                        "too-many-columns",
                        "more than %,d columns".formatted(limits.columns()),
                        "check the delimiter; keep only the columns to analyse");
                return;
            }
            take((char) c);
        }
        if (at == At.QUOTED && !strayed) {
            error("unclosed-quote", UNCLOSED, UNCLOSED_REMEDY);
        }
    }

    private void take(char c) throws IOException {
        boolean lineEnd = c == '\n' || c == '\r';
        switch (at) {
            case QUOTED -> {
                if (c == dialect.quote()) {
                    at = At.AFTER_QUOTE;
                } else {
                    character(c);
                }
            }
            case LOST -> {
                if (lineEnd) {
                    endRow(c);
                }
            }
            case FIELD_START, PLAIN, AFTER_QUOTE -> {
                if (c == dialect.delimiter()) {
                    endField();
                } else if (lineEnd) {
                    endRow(c);
                } else if (c == dialect.quote() && at != At.PLAIN) {
                    at = At.QUOTED;
                } else if (at == At.AFTER_QUOTE) {
                    error("stray-quote", STRAY, STRAY_REMEDY);
                    strayed = true;
                    at = At.LOST;
                } else {
                    at = At.PLAIN;
                    character(c);
                }
            }
        }
    }

    private void character(char c) {
        length++;
        filled |= !Character.isWhitespace(c);
        if (length == limits.cellChars() + 1) {
            error("cell-too-long", tooLong(limits), TOO_LONG_REMEDY);
        }
        if (c == 0 && !nul) {
            nul = true;
            if (row > knownRow || (row == knownRow && column >= knownColumn)) {
                error("nul", NUL, NUL_REMEDY);
            }
        }
    }

    private void endField() {
        checkSurplus();
        column++;
        at = At.FIELD_START;
        length = 0;
        filled = false;
        nul = false;
    }

    private void checkSurplus() {
        if (!strayed && width > 0 && column == width && filled) {
            error("long-row", "more cells than the %d of the header".formatted(width), LONG_ROW_REMEDY);
        }
    }

    private void endRow(char c) throws IOException {
        if (c == '\r') {
            int next = text.read();
            if (next >= 0 && next != '\n') {
                text.unread(next);
            }
        }
        if (at != At.LOST) {
            checkSurplus();
        }
        if (width == 0 && column > 0) {
            width = column + 1;
        }
        row++;
        column = 0;
        at = At.FIELD_START;
        length = 0;
        filled = false;
        nul = false;
    }

    private void error(String code, String message, String remedy) {
        faults.error(code, new Source(file, "", row), Grid.letters(column), message, remedy);
    }

    static final String STRAY = "text goes on after a closing quotation mark";
    static final String STRAY_REMEDY = "double the quotation marks inside the cell (\"\"), or export the file again";
    static final String UNCLOSED =
            "a quotation mark is opened and never closed, so the rest of the file would be one cell; the file may be"
                    + " truncated";
    static final String UNCLOSED_REMEDY = "close the quotation mark or export the file again";
    static final String NUL = "the cell holds a NUL character, which no text has";
    static final String NUL_REMEDY = "remove NUL characters, or export the file again";
    static final String TOO_LONG_REMEDY =
            "check that its quotation marks are closed; split texts that really are so long";
    static final String LONG_ROW_REMEDY =
            "put texts that hold the delimiter in quotation marks, or export the file again";

    static String tooLong(Limits limits) {
        return "a cell holds more than %,d characters".formatted(limits.cellChars());
    }
}
