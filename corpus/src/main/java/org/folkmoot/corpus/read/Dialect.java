package org.folkmoot.corpus.read;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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
    private static final int TITLES = 5;

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
        var counts = new ArrayList<Integer>();
        boolean broken = false;
        try (CsvReader<Integer> reader = parser(1 << 24).build(new Cells(), sample)) {
            for (int cells : reader) {
                counts.add(cells);
                if (counts.size() == ROWS) {
                    break;
                }
            }
        } catch (CsvParseException | IOException | UncheckedIOException e) {
            broken = true;
        }
        if (!whole && !broken && counts.size() > 1 && counts.size() < ROWS) {
            counts.removeLast();
        }
        int titles = 0;
        while (titles < Math.min(TITLES, counts.size()) && counts.get(titles) < 2) {
            titles++;
        }
        List<Integer> table = counts.subList(titles, counts.size());
        if (table.isEmpty() || table.getFirst() < 2) {
            return 0;
        }
        int columns = table.getFirst();
        long alike = table.stream().filter(n -> n == columns).count();
        double share = (double) alike / (table.size() + (broken && whole ? 1 : 0));
        return titles > 0 && share < 0.8 ? 0 : share * share * (1 + Math.log(columns));
    }

    /// Counts the cells of each row.
    private static final class Cells extends AbstractBaseCsvCallbackHandler<Integer> {
        private int count;

        @Override
        protected void handleBegin(long line) {
            count = 0;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            count++;
        }

        @Override
        protected Integer buildRecord() {
            return count;
        }
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
