package org.folkmoot.corpus.write;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes tables as an Excel workbook (ECMA-376), a sheet each, with a frozen header, filters and column widths.
///
/// Written as a stream, because a sheet may have a million rows, and with fixed dates, because the same tables must
/// give the same bytes; a general-purpose library offers neither. A table with more rows than a sheet can hold goes on
/// in further sheets.
final class Workbook implements AutoCloseable {
    /// A zip entry of 1980-01-01 or earlier would be stored with a time zone.
    static final LocalDateTime DATE = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final ZipOutputStream zip;
    private final Writer out;
    private final int mostRows;
    private final List<String> sheets = new ArrayList<>();

    private Workbook(Path file, int mostRows) throws IOException {
        this.zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        this.zip.setLevel(Deflater.BEST_SPEED);
        this.out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        this.mostRows = mostRows;
    }

    /// Writes all tables in order.
    static void write(List<Table> tables, Path file) throws IOException {
        write(tables, file, 1 << 20);
    }

    /// Writes all tables in order, with at most `mostRows` rows in a sheet, its header included.
    static void write(List<Table> tables, Path file, int mostRows) throws IOException {
        try (Workbook workbook = new Workbook(file, mostRows)) {
            for (Table table : tables) {
                workbook.add(table);
            }
            workbook.parts();
        }
    }

    private void add(Table table) throws IOException {
        try (TableSheets written = new TableSheets(table)) {
            table.rows().into(written);
        }
    }

    private void begin(String part) throws IOException {
        ZipEntry entry = new ZipEntry(part);
        entry.setTimeLocal(DATE);
        zip.putNextEntry(entry);
    }

    private void end() throws IOException {
        out.flush();
        zip.closeEntry();
    }

    private void part(String name, String content) throws IOException {
        begin(name);
        out.write(content);
        end();
    }

    private void parts() throws IOException {
        StringBuilder types = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        StringBuilder list = new StringBuilder();
        for (int i = 1; i <= sheets.size(); i++) {
            types.append(WorkbookParts.sheetType(i));
            relations.append(WorkbookParts.sheetRelation(i));
            list.append(WorkbookParts.sheet(i, sheets.get(i - 1)));
        }
        part("[Content_Types].xml", WorkbookParts.TYPES.formatted(types));
        part("_rels/.rels", WorkbookParts.RELATIONS);
        part("xl/workbook.xml", WorkbookParts.WORKBOOK.formatted(list));
        part("xl/_rels/workbook.xml.rels", WorkbookParts.WORKBOOK_RELATIONS.formatted(relations));
        part("xl/styles.xml", WorkbookParts.STYLES);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /// The sheets of one table.
    private final class TableSheets implements Table.Sheet, AutoCloseable {
        private final Table table;
        private final String[] letters;
        private final StringBuilder line = new StringBuilder();
        private int part;
        private int row;
        private int column;

        TableSheets(Table table) throws IOException {
            this.table = table;
            this.letters = new String[table.columns().size()];
            for (int i = 0; i < letters.length; i++) {
                letters[i] = String.valueOf((char) ('A' + i));
            }
            open();
        }

        private void open() throws IOException {
            part++;
            sheets.add(part == 1 ? table.title() : table.title() + " " + part);
            begin("xl/worksheets/sheet" + sheets.size() + ".xml");
            out.write(WorkbookParts.SHEET_START);
            out.write("<cols>");
            for (int i = 0; i < letters.length; i++) {
                out.write("<col min=\"" + (i + 1) + "\" max=\"" + (i + 1) + "\" width=\""
                        + table.columns().get(i).width() + "\" customWidth=\"1\"/>");
            }
            out.write("</cols><sheetData>");
            row = 0;
            startRow();
            for (Table.Column header : table.columns()) {
                string(header.header(), WorkbookParts.HEADER);
            }
            finishRow();
            startRow();
        }

        private void startRow() {
            row++;
            column = 0;
            line.setLength(0);
            line.append("<row r=\"").append(row).append("\">");
        }

        private void finishRow() throws IOException {
            out.append(line).write("</row>");
        }

        private void string(String value, int style) {
            if (!value.isEmpty()) {
                cell(style).append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                SheetText.append(value, line);
                line.append("</t></is></c>");
            }
            column++;
        }

        private StringBuilder cell(int style) {
            return line.append("<c r=\"")
                    .append(letters[column])
                    .append(row)
                    .append("\" s=\"")
                    .append(style)
                    .append('"');
        }

        @Override
        public Table.Sheet text(String value) {
            boolean wrapped = table.columns().get(column).kind() == Table.Kind.WRAPPED;
            string(org.folkmoot.corpus.FormulaGuard.guard(value), wrapped ? WorkbookParts.WRAPPED : WorkbookParts.TEXT);
            return this;
        }

        @Override
        public Table.Sheet number(long value) {
            cell(WorkbookParts.TEXT).append("><v>").append(value).append("</v></c>");
            column++;
            return this;
        }

        @Override
        public Table.Sheet decimal(double value) {
            cell(WorkbookParts.DECIMAL)
                    .append("><v>")
                    .append(Hundredths.of(value))
                    .append("</v></c>");
            column++;
            return this;
        }

        @Override
        public Table.Sheet blank() {
            column++;
            return this;
        }

        @Override
        public void endRow() throws IOException {
            finishRow();
            if (row == mostRows) {
                finishSheet(row);
                open();
            } else {
                startRow();
            }
        }

        private void finishSheet(int rows) throws IOException {
            out.write("</sheetData><autoFilter ref=\"A1:" + letters[letters.length - 1] + rows + "\"/>");
            out.write(WorkbookParts.SHEET_END);
            end();
        }

        @Override
        public void close() throws IOException {
            finishSheet(row - 1);
        }
    }
}
