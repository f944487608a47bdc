package org.folkmoot.corpus.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.List;

/// How a delimited text file is cut into cells.
///
/// @param delimiter between cells; `NONE` if each line is one cell
/// @param quote around cells that hold delimiters, quotes or line ends
/// @param hinted whether the first line is Excel's `sep=;` and no row
record Dialect(char delimiter, char quote, boolean hinted) {
    /// A character that no text holds.
    static final char NONE = '\u001F';

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final int ROWS = 200;

    /// For a person to read.
    String label() {
        return switch (delimiter) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case NONE -> "no delimiter, one column";
            default -> "\"" + delimiter + "\"";
        };
    }

    /// The dialect in which most rows of the sample have as many cells as the first; more columns win a tie.
    ///
    /// @param sample beginning of the file
    /// @param whole whether the sample is all of it; otherwise its last row is left out of account
    static Dialect of(String sample, boolean whole) {
        if (sample.startsWith("sep=") && sample.length() > 4) {
            int end = 5;
            if (end == sample.length() || sample.charAt(end) == '\n' || sample.charAt(end) == '\r') {
                return new Dialect(sample.charAt(4), '"', true);
            }
        }
        Dialect best = new Dialect(NONE, '"', false);
        double most = 0;
        for (char quote : new char[] {'"', '\''}) {
            if (quote == '\'' && !sample.startsWith("'")) {
                continue;
            }
            for (char delimiter : DELIMITERS) {
                var candidate = new Dialect(delimiter, quote, false);
                double score = candidate.score(sample, whole);
                if (score > most * 1.0001) {
                    best = candidate;
                    most = score;
                }
            }
        }
        return best;
    }

    private double score(String sample, boolean whole) {
        int columns = 0;
        int rows = 0;
        int alike = 0;
        try (CsvReader<CsvRecord> reader = parser(1 << 24).ofCsvRecord(sample)) {
            for (CsvRecord row : reader) {
                if (rows++ == 0) {
                    columns = row.getFieldCount();
                    alike = 1;
                } else if (row.getFieldCount() == columns) {
                    alike++;
                }
                if (rows == ROWS) {
                    break;
                }
            }
        } catch (CsvParseException | java.io.IOException | java.io.UncheckedIOException e) {
            if (whole) {
                return 0;
            }
        }
        if (columns < 2) {
            return 0;
        }
        int judged = Math.max(1, whole || rows == ROWS ? rows : rows - 1);
        double share = Math.min(1, (double) alike / judged);
        return share * share * (1 + Math.log(columns));
    }

    CsvReader.CsvReaderBuilder parser(int cellChars) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter(quote)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(cellChars);
    }
}
