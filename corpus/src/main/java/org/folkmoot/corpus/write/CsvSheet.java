package org.folkmoot.corpus.write;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.corpus.FormulaGuard;

/// A table as RFC 4180 CSV in UTF-8. It begins with a byte order mark, without which Excel would read it in the
/// machine's old code page.
final class CsvSheet implements Table.Sheet, AutoCloseable {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final CsvWriter csv;
    private final List<String> row = new ArrayList<>();

    private CsvSheet(CsvWriter csv) {
        this.csv = csv;
    }

    static void write(Table table, Path folder) throws IOException {
        OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(folder.resolve(table.name() + ".csv")), 1 << 16);
        out.write(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
        try (CsvSheet sheet = new CsvSheet(csv)) {
            for (Table.Column column : table.columns()) {
                sheet.text(column.header());
            }
            sheet.endRow();
            table.rows().into(sheet);
        }
    }

    @Override
    public Table.Sheet text(String value) {
        row.add(FormulaGuard.guard(value));
        return this;
    }

    @Override
    public Table.Sheet number(long value) {
        row.add(Long.toString(value));
        return this;
    }

    @Override
    public Table.Sheet decimal(double value) {
        row.add(Hundredths.of(value));
        return this;
    }

    @Override
    public Table.Sheet blank() {
        row.add("");
        return this;
    }

    @Override
    public void endRow() {
        csv.writeRecord(row);
        row.clear();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
