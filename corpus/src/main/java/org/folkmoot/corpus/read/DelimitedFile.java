package org.folkmoot.corpus.read;

import static org.folkmoot.corpus.Fault.Severity.ERROR;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;
import org.folkmoot.text.Progress;

/// Reads CSV, TSV and their relatives, with encoding and dialect detected.
final class DelimitedFile {
    private static final int SAMPLE = 1 << 17;

    private final Path path;
    private final String file;
    private final Limits limits;
    private final Faults faults;
    private final Progress progress;

    DelimitedFile(Path path, Limits limits, Faults faults, Progress progress) {
        this.path = path;
        this.file = path.getFileName().toString();
        this.limits = limits;
        this.faults = faults;
        this.progress = progress;
    }

    FileContent read() throws IOException, Unreadable {
        Encoding encoding = Encoding.detect(path, file, faults);
        Dialect dialect = dialect(encoding);
        var grid = new Grid(file, "", true);
        var rows = new Rows();
        long bytes = Files.size(path);
        int last = 0;
        try (Reader text = open(encoding);
                CsvReader<String[]> csv = dialect.parser(bound()).build(rows, text)) {
            for (String[] cells : csv) {
                int number = rows.number;
                if (cells.length > 0 && !(number == 1 && dialect.hinted())) {
                    if (grid.size() == limits.rows()) {
                        throw refuse(
                                "too-many-rows",
                                number,
                                "",
                                "more than %,d rows".formatted(limits.rows()),
                                "split the file");
                    }
                    for (int blank = last + 1; blank < number && last > 0; blank++) {
                        grid.add(blank, new String[0]);
                    }
                    grid.add(number, cells);
                    last = number;
                    if (grid.total() > limits.cells()) {
                        throw refuse(
                                "too-many-cells",
                                number,
                                "",
                                "more than %,d cells, empty ones counted".formatted(limits.cells()),
                                "keep only the columns to analyse, or split the file");
                    }
                }
                if (number % 50_000 == 0) {
                    progress.at("reading " + file, rows.characters, Math.max(bytes, rows.characters));
                }
            }
        } catch (Overlong e) {
            throw withAllOthers(e.refusal, encoding, dialect, rows);
        } catch (CsvParseException e) {
            throw withAllOthers(malformed(e, rows), encoding, dialect, rows);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        String format = dialect.delimiter() == '\t' ? "TSV" : "CSV";
        String details = encoding.label() + ", " + dialect.label() + (dialect.quote() == '\'' ? ", single quotes" : "");
        return new FileContent(format, details, List.of(grid), List.of(), List.of(), List.of());
    }

    /// The parser's buffer doubles, so its own bound must lie above ours for ours to be the one that speaks.
    private int bound() {
        return (int) Math.min(Integer.MAX_VALUE - 8, Math.max(1 << 16, limits.cellChars() * 2L + 1024));
    }

    private Reader open(Encoding encoding) throws IOException {
        InputStream in = Files.newInputStream(path);
        in.skipNBytes(encoding.bom());
        return new InputStreamReader(in, encoding.charset());
    }

    private Dialect dialect(Encoding encoding) throws IOException, Unreadable {
        char[] sample = new char[SAMPLE];
        int n = 0;
        try (Reader text = new BufferedReader(open(encoding))) {
            for (int read = text.read(sample); read > 0 && n < SAMPLE; read = text.read(sample, n, SAMPLE - n)) {
                n += read;
            }
        }
        int controls = 0;
        for (int i = 0; i < n; i++) {
            char c = sample[i];
            controls += c < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f' ? 1 : 0;
        }
        if (controls > 8 && controls > n / 100) {
            throw refuse(
                    "binary",
                    0,
                    "",
                    "not a text file: %,d of its first %,d characters are control characters".formatted(controls, n),
                    "export the responses as CSV (UTF-8) or XLSX");
        }
        return Dialect.of(new String(sample, 0, n), n < SAMPLE);
    }

    /// Looks for everything else that is wrong with the file, so that a person can correct it at once.
    private Unreadable withAllOthers(Unreadable first, Encoding encoding, Dialect dialect, Rows rows)
            throws IOException {
        try (Reader text = new BufferedReader(open(encoding), 1 << 16)) {
            new LineScan(text, dialect, limits, file, faults, rows.number, rows.count).all();
        }
        return first;
    }

    private Unreadable malformed(CsvParseException e, Rows rows) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Overlong overlong) {
                return overlong.refusal;
            }
        }
        String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        int row = rows.open ? rows.number : rows.number + 1;
        String column = Grid.letters(rows.open ? rows.count : 0);
        if (said.contains("after closing quote")) {
            return refuse("stray-quote", row, column, LineScan.STRAY, LineScan.STRAY_REMEDY);
        }
        if (!said.contains("unclosed")) {
            return overlong(row, column);
        }
        return refuse("unclosed-quote", row, column, LineScan.UNCLOSED, LineScan.UNCLOSED_REMEDY);
    }

    private Unreadable overlong(int row, String column) {
        return refuse("cell-too-long", row, column, LineScan.tooLong(limits), LineScan.TOO_LONG_REMEDY);
    }

    private Unreadable refuse(String code, int row, String column, String message, String remedy) {
        return new Unreadable(new Fault(ERROR, code, new Source(file, "", row), column, message, remedy));
    }

    /// Carries a refusal out of the parser's call back.
    private static final class Overlong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Unreadable refusal;

        Overlong(Unreadable refusal) {
            super(refusal);
            this.refusal = refusal;
        }
    }

    /// Takes the cells of a record straight from the parser's buffer.
    private final class Rows extends AbstractBaseCsvCallbackHandler<String[]> {
        private final Pool pool = new Pool();
        private String[] cells = new String[16];
        private int count;
        private int number;
        private boolean open;
        private long characters;

        @Override
        protected void handleBegin(long line) {
            number++;
            count = 0;
            open = true;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            if (count == cells.length) {
                cells = Arrays.copyOf(cells, count * 2);
            }
            if (length > limits.cellChars()) {
                throw new Overlong(overlong(number, Grid.letters(index)));
            }
            if (index >= limits.columns()) {
                throw new Overlong(refuse(
                        "too-many-columns",
                        number,
                        Grid.letters(index),
                        "more than %,d columns".formatted(limits.columns()),
                        "check the delimiter; keep only the columns to analyse"));
            }
            for (int i = offset; i < offset + length; i++) {
                if (buffer[i] == 0) {
                    faults.error(
                            "nul",
                            new Source(file, "", number),
                            Grid.letters(index),
                            LineScan.NUL,
                            LineScan.NUL_REMEDY);
                    break;
                }
            }
            characters += length;
            cells[count++] = pool.of(buffer, offset, length);
        }

        @Override
        protected String[] buildRecord() {
            open = false;
            return Arrays.copyOf(cells, count);
        }
    }
}
