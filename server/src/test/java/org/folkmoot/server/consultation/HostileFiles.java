package org.folkmoot.server.consultation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/// Files that nobody means well with, small to carry and large to open.
final class HostileFiles {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String WORKBOOK_TYPES = XML
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
            + "spreadsheetml.sheet.main+xml\"/></Types>";
    private static final String WORKBOOK = XML
            + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas."
            + "openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Answers\" sheetId=\"1\""
            + " r:id=\"rId1\"/></sheets></workbook>";
    private static final String WORKBOOK_PARTS = XML
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
            + " Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
            + " Target=\"worksheets/sheet1.xml\"/></Relationships>";
    private static final String SHEET = XML
            + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
            + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Response ID</t></is></c>"
            + "<c r=\"B1\" t=\"inlineStr\"><is><t>Q1. Why do you say so?</t></is></c></row>";
    private static final String SHEET_END = "</sheetData></worksheet>";
    private static final String CONTENT = XML
            + "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>"
            + "<table:table table:name=\"Answers\"><table:table-row><table:table-cell><text:p>Q1. Why?</text:p>"
            + "</table:table-cell></table:table-row>";
    private static final String CONTENT_END =
            "</table:table></office:spreadsheet></office:body></office:document-content>";
    private static final String LETTER = XML
            + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>";
    private static final String LETTER_END = "</w:t></w:r></w:p></w:body></w:document>";

    private HostileFiles() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// A text that is repeated while it is written, so that nobody ever holds the whole.
    private record Swollen(String before, byte[] block, int times, String after) {}

    /// A workbook with one cell of some megabytes.
    static byte[] workbookWithCell(int megabytes) {
        String before = SHEET + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>r1</t></is></c>"
                + "<c r=\"B2\" t=\"inlineStr\"><is><t>";
        return workbook(new Swollen(before, block(), megabytes, "</t></is></c></row>" + SHEET_END), "");
    }

    /// A workbook whose texts, kept apart from its sheet, declare an entity that reaches for a file.
    static byte[] workbookWithEntity() {
        String texts = "<!DOCTYPE sst [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><sst><si><t>&e;</t></si></sst>";
        String cells = "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>0</v></c></row>";
        return workbook(new Swollen(SHEET + cells + SHEET_END, new byte[0], 0, ""), texts);
    }

    private static byte[] workbook(Swollen sheet, String texts) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", WORKBOOK_TYPES);
        parts.put("xl/workbook.xml", WORKBOOK);
        parts.put("xl/_rels/workbook.xml.rels", WORKBOOK_PARTS);
        if (!texts.isEmpty()) {
            parts.put("xl/sharedStrings.xml", texts);
        }
        return zip(parts, "xl/worksheets/sheet1.xml", sheet);
    }

    /// A spreadsheet that says of one row that it stands there many times.
    static byte[] spreadsheetWithRowRepeated(int times) {
        String row = "<table:table-row table:number-rows-repeated=\"" + times + "\"><table:table-cell><text:p>Because"
                + " it is late</text:p></table:table-cell></table:table-row>";
        return spreadsheet(new Swollen(CONTENT + row + CONTENT_END, new byte[0], 0, ""));
    }

    /// A spreadsheet with one cell of some megabytes.
    static byte[] spreadsheetWithCell(int megabytes) {
        String before = CONTENT + "<table:table-row><table:table-cell><text:p>";
        String after = "</text:p></table:table-cell></table:table-row>" + CONTENT_END;
        return spreadsheet(new Swollen(before, block(), megabytes, after));
    }

    /// A spreadsheet whose entities grow tenfold with each of ten steps.
    static byte[] spreadsheetWithEntities() {
        return spreadsheet(new Swollen(
                entities() + CONTENT.substring(XML.length()).replace("Q1. Why?", "&e9;") + CONTENT_END,
                new byte[0],
                0,
                ""));
    }

    private static String entities() {
        StringBuilder type = new StringBuilder(XML + "<!DOCTYPE x [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            type.append("<!ENTITY e%d \"%s\">".formatted(i, ("&e" + (i - 1) + ";").repeat(10)));
        }
        return type.append("]>").toString();
    }

    private static byte[] spreadsheet(Swollen content) {
        return zip(Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), "content.xml", content);
    }

    /// A letter of some megabytes.
    static byte[] letterOf(int megabytes) {
        return zip(
                Map.of("[Content_Types].xml", XML + "<Types/>"),
                "word/document.xml",
                new Swollen(LETTER, block(), megabytes, LETTER_END));
    }

    /// A letter whose entities grow tenfold with each of ten steps.
    static byte[] letterWithEntities() {
        return zip(
                Map.of("[Content_Types].xml", XML + "<Types/>"),
                "word/document.xml",
                new Swollen(entities() + LETTER.substring(XML.length()) + "&e9;" + LETTER_END, new byte[0], 0, ""));
    }

    /// A PDF whose only page unpacks to some megabytes of drawing.
    static byte[] pdfOf(int megabytes) {
        byte[] packed =
                Packed.of(new Swollen("", block(), megabytes, ""), false).deflated();
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(bytes("""
                %%PDF-1.4
                1 0 obj << /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >> endobj
                2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
                3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >> endobj
                4 0 obj << /Filter /FlateDecode /Length %d >> stream
                """.formatted(packed.length)));
        pdf.writeBytes(packed);
        pdf.writeBytes(bytes("\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"));
        return pdf.toByteArray();
    }

    private static byte[] block() {
        return bytes("no ".repeat((1 << 20) / 3));
    }

    /// A swollen text as deflated bytes, for which its block is deflated only once.
    private record Packed(byte[] deflated, long crc, long size) {
        /// @param raw without the head and the sum that PDF wants
        static Packed of(Swollen text, boolean raw) {
            Deflater deflater = new Deflater(Deflater.BEST_SPEED, raw);
            CRC32 crc = new CRC32();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            add(deflater, bytes(text.before()), packed);
            crc.update(bytes(text.before()));
            ByteArrayOutputStream one = new ByteArrayOutputStream();
            add(deflater, text.block(), one);
            for (int i = 0; i < text.times(); i++) {
                packed.writeBytes(one.toByteArray());
                crc.update(text.block());
            }
            deflater.finish();
            add(deflater, bytes(text.after()), packed);
            crc.update(bytes(text.after()));
            deflater.end();
            long size = text.before().length()
                    + (long) text.times() * text.block().length
                    + text.after().length();
            return new Packed(packed.toByteArray(), crc.getValue(), size);
        }

        private static void add(Deflater deflater, byte[] text, ByteArrayOutputStream to) {
            byte[] buffer = new byte[1 << 16];
            deflater.setInput(text);
            for (int n = buffer.length; n == buffer.length; ) {
                n = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH);
                to.write(buffer, 0, n);
            }
        }
    }

    private static byte[] zip(Map<String, String> parts, String name, Swollen large) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putArchiveEntry(new ZipArchiveEntry(part.getKey()));
                zip.write(bytes(part.getValue()));
                zip.closeArchiveEntry();
            }
            Packed packed = Packed.of(large, true);
            ZipArchiveEntry entry = new ZipArchiveEntry(name);
            entry.setMethod(ZipArchiveEntry.DEFLATED);
            entry.setSize(packed.size());
            entry.setCompressedSize(packed.deflated().length);
            entry.setCrc(packed.crc());
            zip.addRawArchiveEntry(entry, new ByteArrayInputStream(packed.deflated()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
