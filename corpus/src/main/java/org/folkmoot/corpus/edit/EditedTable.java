package org.folkmoot.corpus.edit;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.FormulaGuard;
import org.folkmoot.corpus.Source;
import org.folkmoot.corpus.read.Limits;

/// A written table after people edited it: columns may be reordered, added or left out, and the file saved by Excel as
/// any of its CSV kinds (UTF-8, UTF-16, Windows-1252; comma, semicolon, tab) or as a workbook.
///
/// Columns are found by their headers, whatever their case and spacing.
public final class EditedTable {
    private final Path file;
    private final String sheet;
    private boolean unpacks;

    /// @param sheet the sheet to read if the file is a workbook; its only sheet if it has no such one
    public EditedTable(Path file, String sheet) {
        this.file = file;
        this.sheet = sheet;
    }

    /// One row, its cells by header; a cell that is not there is empty.
    public static final class Line {
        private final Source source;
        private final Map<String, Integer> columns;
        private final List<String> cells;

        private Line(Source source, Map<String, Integer> columns, List<String> cells) {
            this.source = source;
            this.columns = columns;
            this.cells = cells;
        }

        /// Where the row stands.
        public Source source() {
            return source;
        }

        /// Whether the table has a column.
        public boolean has(String column) {
            return columns.containsKey(column);
        }

        /// The cell exactly as its text was before the table was written.
        public String text(String column) {
            Integer at = columns.get(column);
            return at == null || at >= cells.size() ? "" : FormulaGuard.restore(cells.get(at));
        }

        /// The cell without white space around it.
        public String word(String column) {
            return text(column).strip();
        }

        boolean isEmpty() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /// Hands over every row that is not empty, from the first after the header on.
    ///
    /// @throws IllegalArgumentException if the file is not a table
    /// @throws UncheckedIOException if it cannot be read
    public void forEach(Consumer<Line> lines) {
        try {
            if (isWorkbook()) {
                workbook(lines);
            } else {
                csv(lines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (CsvParseException | ExcelReaderException e) {
            throw new IllegalArgumentException(file + " is not a table that can be read: " + e.getMessage(), e);
        }
    }

    private boolean isWorkbook() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(2);
            return start.length == 2 && start[0] == 'P' && start[1] == 'K';
        }
    }

    /// A workbook that people send back is no more to be trusted than one they send in.
    private void checkUnpacking() throws IOException {
        if (!unpacks) {
            Optional<Fault> forbidden = Limits.DEFAULT.unpacking(file);
            if (forbidden.isPresent()) {
                throw new IllegalArgumentException(file + " is not read: "
                        + forbidden.get().message() + "; " + forbidden.get().remedy());
            }
            unpacks = true;
        }
    }

    private void workbook(Consumer<Line> lines) throws IOException {
        checkUnpacking();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            Optional<Sheet> named = workbook.findSheet(sheet);
            Sheet read = named.orElseGet(workbook::getFirstSheet);
            Collector collector = new Collector(read.getName(), lines);
            try (Stream<Row> rows = read.openStream()) {
                rows.forEach(row -> {
                    List<String> cells = new ArrayList<>(row.getCellCount());
                    for (int i = 0; i < row.getCellCount(); i++) {
                        cells.add(row.getCellText(i));
                    }
                    collector.take(row.getRowNum(), cells);
                });
            }
        }
    }

    private void csv(Consumer<Line> lines) throws IOException {
        Charset charset = charset();
        Collector collector = new Collector("", lines);
        try (Reader in = reader(charset);
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .fieldSeparator(separator(charset))
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .skipEmptyLines(false)
                        .ofCsvRecord(in)) {
            int row = 0;
            for (CsvRecord values : csv) {
                collector.take(++row, values.getFields());
            }
        }
    }

    private Reader reader(Charset charset) throws IOException {
        Reader in = new InputStreamReader(new BufferedInputStream(Files.newInputStream(file), 1 << 16), charset);
        if (charset.equals(StandardCharsets.UTF_8) && startsWith(0xEF, 0xBB, 0xBF)) {
            in.read();
        }
        return in;
    }

    private boolean startsWith(int... bytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            for (int expected : bytes) {
                if (in.read() != expected) {
                    return false;
                }
            }
            return true;
        }
    }

    private Charset charset() throws IOException {
        if (startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF)) {
            return StandardCharsets.UTF_16;
        }
        char[] buffer = new char[1 << 16];
        try (Reader in = Files.newBufferedReader(file)) {
            int read = in.read(buffer);
            while (read >= 0) {
                read = in.read(buffer);
            }
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException _) {
            return Charset.forName("windows-1252");
        }
    }

    /// The separator that occurs most often in the header, of which the written one holds none inside names.
    private char separator(Charset charset) throws IOException {
        StringBuilder header = new StringBuilder();
        try (Reader in = reader(charset)) {
            for (int c = in.read(); c >= 0 && c != '\n' && c != '\r'; c = in.read()) {
                header.append((char) c);
            }
        }
        char best = ',';
        long most = 0;
        for (char separator : new char[] {',', ';', '\t'}) {
            long count = header.chars().filter(c -> c == separator).count();
            if (count > most) {
                most = count;
                best = separator;
            }
        }
        return best;
    }

    private final class Collector {
        private final String ofSheet;
        private final Consumer<Line> lines;
        private final Map<String, Integer> columns = new HashMap<>();

        Collector(String ofSheet, Consumer<Line> lines) {
            this.ofSheet = ofSheet;
            this.lines = lines;
        }

        void take(int row, List<String> cells) {
            if (columns.isEmpty()) {
                for (int i = 0; i < cells.size(); i++) {
                    String header =
                            cells.get(i).strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
                    columns.putIfAbsent(header, i);
                }
                return;
            }
            Path name = file.getFileName();
            Line line = new Line(new Source(name == null ? "" : name.toString(), ofSheet, row), columns, cells);
            if (!line.isEmpty()) {
                lines.accept(line);
            }
        }
    }
}
