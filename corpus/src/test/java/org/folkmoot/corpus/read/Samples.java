package org.folkmoot.corpus.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Fault;
import org.folkmoot.text.Progress;

/// Makes files of responses, good and bad, and reads them.
final class Samples {
    static final List<List<String>> PARKS = List.of(
            List.of("Response ID", "Do you agree?", "Please explain your answer"),
            List.of("R1", "Yes", "The old trees give shade to the playground in summer."),
            List.of("R2", "No", "Nobody asked the shopkeepers, and parking is gone."),
            List.of("R3", "Yes", "Keep the gates open later in the evening, please do."));

    private Samples() {}

    static Reading read(Path... paths) {
        return read(Limits.DEFAULT, paths);
    }

    static Reading read(Limits limits, Path... paths) {
        return Reading.read(List.of(paths), null, limits, Progress.SILENT);
    }

    static Consultation consultation(Path... paths) {
        return switch (read(paths)) {
            case Reading.Read read -> read.consultation();
            case Reading.Refused refused -> throw new AssertionError("refused: " + refused.faults());
        };
    }

    /// Where and what each fault is, without its words: `ERROR nul row 3 B`.
    static List<String> codes(Reading reading) {
        return reading.faults().stream()
                .map(f -> "%s %s row %d %s"
                        .formatted(f.severity(), f.code(), f.source().row(), f.column())
                        .strip())
                .toList();
    }

    static List<String> codes(List<Fault> faults) {
        return faults.stream().map(Fault::code).distinct().toList();
    }

    static String csv(List<List<String>> rows) {
        return csv(rows, ',');
    }

    static String csv(List<List<String>> rows, char delimiter) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(String.valueOf(delimiter))))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    static Path write(Path file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] zip(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// The part with this name, which must be there.
    static String part(Map<String, String> parts, String name) {
        String part = parts.get(name);
        if (part == null) {
            throw new AssertionError("no part " + name);
        }
        return part;
    }

    /// The parts of a workbook with one sheet of inline texts; tests replace or add what they need.
    static Map<String, String> xlsx(List<List<String>> rows) {
        var data = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            data.append("<row r=\"").append(r + 1).append("\">");
            for (int c = 0; c < rows.get(r).size(); c++) {
                data.append("<c r=\"")
                        .append(Grid.letters(c))
                        .append(r + 1)
                        .append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                        .append(xml(rows.get(r).get(c)))
                        .append("</t></is></c>");
            }
            data.append("</row>");
        }
        return workbook(Map.of("Responses", data.toString()), "");
    }

    /// @param sheets names and their rows as XML
    /// @param after XML after the rows of each sheet, e.g. merged cells
    static Map<String, String> workbook(Map<String, String> sheets, String after) {
        var parts = new LinkedHashMap<String, String>();
        var list = new StringBuilder();
        var relations = new StringBuilder();
        int n = 1;
        for (var sheet : sheets.entrySet()) {
            String hidden = sheet.getKey().startsWith("hidden") ? " state=\"hidden\"" : "";
            list.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"r%d\"%s/>".formatted(sheet.getKey(), n, n, hidden));
            relations.append("<Relationship Id=\"r%d\" Target=\"worksheets/sheet%d.xml\"/>".formatted(n, n));
            parts.put(
                    "xl/worksheets/sheet" + n + ".xml",
                    "<worksheet><sheetData>" + sheet.getValue() + "</sheetData>" + after + "</worksheet>");
            n++;
        }
        parts.put("xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets>" + list + "</sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
        return parts;
    }

    /// The parts of an OpenDocument spreadsheet with one sheet.
    static Map<String, String> ods(List<List<String>> rows) {
        var data = new StringBuilder();
        for (List<String> row : rows) {
            data.append("<table:table-row>");
            for (String cell : row) {
                data.append("<table:table-cell office:value-type=\"string\"><text:p>")
                        .append(xml(cell).replace("\n", "</text:p><text:p>"))
                        .append("</text:p></table:table-cell>");
            }
            data.append("</table:table-row>");
        }
        return odsTable(data.toString());
    }

    static Map<String, String> odsTable(String rows) {
        return Map.of(
                "content.xml",
                "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\">"
                        + "<office:automatic-styles><style:style style:name=\"ta2\"><style:table-properties"
                        + " table:display=\"false\"/></style:style></office:automatic-styles>"
                        + "<office:body><office:spreadsheet><table:table table:name=\"Responses\">" + rows
                        + "</table:table></office:spreadsheet></office:body></office:document-content>");
    }

    static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\r", "&#13;");
    }

    /// A PDF of one page with one line of text, written out by hand.
    static byte[] pdf(String line) {
        String page = "BT /F1 12 Tf 72 720 Td (" + line + ") Tj ET";
        List<String> objects = List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
                "<</Length " + page.length() + ">>stream\n" + page + "\nendstream",
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
        var pdf = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int start = pdf.length();
        pdf.append(table)
                .append("trailer<</Size 6/Root 1 0 R>>\nstartxref\n")
                .append(start)
                .append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static Map<String, String> docx(String body) {
        return Map.of("word/document.xml", "<w:document xmlns:w=\"w\"><w:body>" + body + "</w:body></w:document>");
    }
}
