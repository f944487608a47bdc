package org.folkmoot.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.folkmoot.corpus.FormulaGuard;

/// Rows as CSV, cells that a spreadsheet would take for formulas made harmless.
final class CsvFile {
    /// Without it Excel reads a CSV file in the machine's old code page.
    static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvFile() {}

    static String text(List<List<String>> rows) {
        var out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            for (List<String> row : rows) {
                csv.writeRecord(row.stream().map(FormulaGuard::guard).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write rows", e);
        }
        return out.toString();
    }

    static void write(Path file, List<List<String>> rows) {
        try {
            Files.writeString(file, text(rows));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
