package org.folkmoot.corpus.write;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.read.Limits;

/// A written workbook beside the CSV tables that it holds too.
public final class WrittenWorkbook {
    private static final int MOST_LISTED = 20;
    private static final int LONGEST_SHOWN = 24;

    private final Path folder;
    private final List<String> findings = new ArrayList<>();
    private long cells;

    private WrittenWorkbook(Path folder) {
        this.folder = folder;
    }

    /// What comparing cell by cell found.
    ///
    /// @param cells how many were compared
    /// @param findings each with sheet, row and column; of a sheet with many differences the first
    public record Compared(long cells, List<String> findings) {
        public Compared {
            findings = List.copyOf(findings);
        }
    }

    /// Compares the workbook of an output folder with the folder's tables. Sheets of other content are not looked at.
    ///
    /// @throws UncheckedIOException if the workbook or a table cannot be read
    public static Compared compare(Path folder) {
        WrittenWorkbook written = new WrittenWorkbook(folder);
        Path file = folder.resolve(OutputNames.WORKBOOK);
        try {
            Optional<Fault> forbidden = Limits.DEFAULT.unpacking(file);
            if (forbidden.isPresent()) {
                return new Compared(
                        0, List.of(OutputNames.WORKBOOK + ": " + forbidden.get().message()));
            }
            try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
                for (String[] table : Tables.SHEETS) {
                    written.compare(workbook, table[0], table[1]);
                }
            }
        } catch (ExcelReaderException e) {
            written.findings.add(OutputNames.WORKBOOK + " cannot be read as a workbook: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot compare " + file + " with the tables", e);
        }
        return new Compared(written.cells, written.findings);
    }

    private void compare(ReadableWorkbook workbook, String name, String title) throws IOException {
        String csv = name + ".csv";
        int before = findings.size();
        long differences = 0;
        try (SheetRows sheet = new SheetRows(workbook, title);
                CsvReader<CsvRecord> rows =
                        CsvReader.builder().detectBomHeader(true).ofCsvRecord(folder.resolve(csv))) {
            if (!sheet.exists()) {
                findings.add(OutputNames.WORKBOOK + " has no sheet \"" + title + "\"");
                return;
            }
            List<String> header = List.of();
            long row = 0;
            for (CsvRecord expected : rows) {
                row++;
                header = header.isEmpty() ? expected.getFields() : header;
                List<String> found = sheet.next(row == 1);
                if (found.isEmpty()) {
                    findings.add(at(title) + ": " + csv + " has more rows, from its row " + row + " on");
                    return;
                }
                for (int c = 0; c < Math.max(found.size(), expected.getFieldCount()); c++) {
                    cells++;
                    String here = c < found.size() ? found.get(c) : "";
                    String there = c < expected.getFieldCount() ? expected.getField(c) : "";
                    if (!here.equals(SheetText.shown(there)) && differences++ < MOST_LISTED) {
                        findings.add(at(sheet.title()) + ", row " + sheet.row() + ", column "
                                + (c < header.size() ? header.get(c) : String.valueOf(c + 1)) + ": "
                                + difference(here, there, csv));
                    }
                }
            }
            if (!sheet.next(false).isEmpty()) {
                findings.add(at(sheet.title()) + ", row " + sheet.row() + ": more rows than in " + csv);
            }
        } finally {
            if (differences > MOST_LISTED) {
                findings.add(
                        before + MOST_LISTED,
                        at(title) + ": "
                                + String.format(
                                        Locale.ROOT, "%,d more cells differ from %s", differences - MOST_LISTED, csv));
            }
        }
    }

    private static String at(String title) {
        return OutputNames.WORKBOOK + ", sheet \"" + title + "\"";
    }

    /// Numbers, ids and other words are shown; sentences are not, for they may be personal.
    private static String difference(String here, String there, String csv) {
        return isShown(here) && isShown(there)
                ? "\"" + here + "\" here, \"" + there + "\" in " + csv
                : "not the text in " + csv;
    }

    private static boolean isShown(String value) {
        return value.length() <= LONGEST_SHOWN && value.chars().noneMatch(Character::isWhitespace);
    }

    /// The rows of a table, on the sheets that hold it one after the other, each beginning with the header.
    private static final class SheetRows implements AutoCloseable {
        private final ReadableWorkbook workbook;
        private final String table;
        private int part;
        private Optional<Sheet> sheet = Optional.empty();
        private Stream<Row> stream = Stream.empty();
        private Iterator<Row> rows = stream.iterator();
        private int row;

        SheetRows(ReadableWorkbook workbook, String table) throws IOException {
            this.workbook = workbook;
            this.table = table;
            open();
        }

        private void open() throws IOException {
            part++;
            sheet = workbook.findSheet(title());
            stream.close();
            stream = sheet.isPresent() ? sheet.get().openStream() : Stream.empty();
            rows = stream.iterator();
        }

        String title() {
            return part == 1 ? table : table + " " + part;
        }

        boolean exists() {
            return sheet.isPresent();
        }

        /// Number of the last row that was given, from 1.
        int row() {
            return row;
        }

        /// The cells of the next row; none after the last.
        ///
        /// @param header whether the first header is wanted; those of further sheets are passed over
        List<String> next(boolean header) throws IOException {
            if (!rows.hasNext() && exists() && !header) {
                open();
                if (rows.hasNext()) {
                    rows.next();
                }
            }
            if (!rows.hasNext()) {
                return List.of();
            }
            Row next = rows.next();
            row = next.getRowNum();
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < next.getCellCount(); i++) {
                cells.add(next.getCellText(i));
            }
            return cells;
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
