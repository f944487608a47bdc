package org.folkmoot.corpus.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.corpus.Exclusion;
import org.folkmoot.corpus.Response;
import org.folkmoot.corpus.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {
    private static final Limits SMALL = new Limits(1_000, 50, 100_000, 10_000, 5, 1 << 20, 50, 10, 3);

    @TempDir
    Path folder;

    @Test
    void windows1252IsReadWithProof() {
        String text = Samples.csv(Samples.PARKS).replace("trees", "café trees");
        Path file = Samples.write(folder.resolve("a.csv"), text.getBytes(Charset.forName("windows-1252")));
        Reading reading = Samples.read(file);
        assertThat(Samples.codes(reading)).containsExactly("WARNING encoding row 0");
        assertThat(reading.faults().getFirst().message())
                .contains("0xE9 in line 2")
                .contains("\"é\"");
        assertThat(Samples.consultation(file).responses().getFirst().values().get(1))
                .contains("café");
    }

    @Test
    void bytesOfTwoEncodingsAreRefused() throws IOException {
        byte[] utf8 = Samples.csv(Samples.PARKS).replace("trees", "café naïve").getBytes(StandardCharsets.UTF_8);
        byte[] other = "\"R4\",\"No\",\"It is pass\u00e9\"\r\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] both = Arrays.copyOf(utf8, utf8.length + other.length);
        System.arraycopy(other, 0, both, utf8.length, other.length);
        Reading reading = Samples.read(Files.write(folder.resolve("a.csv"), both));
        assertThat(Samples.codes(reading)).containsExactly("ERROR mixed-encoding row 0");
        assertThat(reading.faults().getFirst().message()).contains("0xE9 in line 5");
    }

    @Test
    void bytesWithoutMeaningAreRefused() {
        byte[] bytes = Samples.csv(Samples.PARKS).replace("trees", "#rees").getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('#')] = (byte) 0x81;
        assertThat(Samples.codes(Samples.read(Samples.write(folder.resolve("a.csv"), bytes))))
                .containsExactly("ERROR unknown-encoding row 0");
    }

    @Test
    void longRowIsRefusedAndShortRowIsFilled() {
        String text = Samples.csv(Samples.PARKS) + "R4,Yes,one,two\r\nR5,No\r\n";
        assertThat(Samples.codes(Samples.read(Samples.write(folder.resolve("a.csv"), text))))
                .containsExactly("ERROR long-row row 5 D", "WARNING short-row row 6");
    }

    @Test
    void duplicateHeadersGetNamesOfTheirOwn() {
        Path file = Samples.write(
                folder.resolve("a.csv"),
                "Response ID,Comments,Comments\r\n1,The bridge is too narrow for prams,It floods each winter again\r\n");
        Reading reading = Samples.read(file);
        assertThat(Samples.codes(reading)).containsExactly("WARNING duplicate-header row 0 C");
        assertThat(reading.inspection().columns().stream().map(Inspection.ColumnView::name))
                .containsExactly("Response ID", "Comments", "Comments (2)");
    }

    @Test
    void duplicateIdsAreKeptApart() {
        String text = Samples.csv(Samples.PARKS).replace("R3", "R1");
        Reading reading = Samples.read(Samples.write(folder.resolve("a.csv"), text));
        assertThat(Samples.codes(reading)).containsExactly("WARNING duplicate-id row 4 Response ID");
        assertThat(((Reading.Read) reading).consultation().responses().stream().map(Response::respondent))
                .containsExactly("R1", "R2", "R1 (row 4)");
    }

    @Test
    void hugeCellNamesItsRowAndColumn() {
        String text = Samples.csv(Samples.PARKS) + "R4,No," + "x".repeat(40 << 20) + "\r\n";
        assertThat(Samples.codes(Samples.read(Samples.write(folder.resolve("a.csv"), text))))
                .containsExactly("ERROR cell-too-long row 5 C");
    }

    @Test
    void hugeCellInWorkbookNamesItsRowAndColumn() {
        var rows = new ArrayList<>(Samples.PARKS);
        rows.add(List.of("R4", "No", "y".repeat(20_000)));
        Path file = Samples.write(folder.resolve("a.xlsx"), Samples.zip(Samples.xlsx(rows)));
        assertThat(Samples.codes(Samples.read(SMALL, file))).containsExactly("ERROR cell-too-long row 5 C");
    }

    @Test
    void formulaGivesItsValueWithWarning() {
        String row =
                "<row r=\"5\"><c r=\"A5\" t=\"inlineStr\"><is><t>R4</t></is></c><c r=\"C5\" t=\"str\"><f>B2&amp;\"x\"</f>"
                        + "<v>More benches for the old</v></c></row>";
        Reading reading = Samples.read(withRows(row, ""));
        assertThat(Samples.codes(reading)).containsExactly("WARNING formula row 5 C");
        assertThat(((Reading.Read) reading).consultation().responses().getLast().values())
                .containsExactly("", "More benches for the old");
    }

    @Test
    void macrosAreNotRunAndSaidSo() {
        Map<String, String> parts = new LinkedHashMap<>(Samples.xlsx(Samples.PARKS));
        parts.put("xl/vbaProject.bin", "anything");
        Path file = Samples.write(folder.resolve("a.xlsm"), Samples.zip(parts));
        assertThat(Samples.codes(Samples.read(file))).containsExactly("WARNING macros row 0");
    }

    @Test
    void mergedCellsAreReadOnce() {
        Reading reading = Samples.read(withRows("", "<mergeCells><mergeCell ref=\"B2:B4\"/></mergeCells>"));
        assertThat(Samples.codes(reading)).containsExactly("WARNING merged-cells row 2 B");
    }

    @Test
    void hiddenSheetIsLeftOutAndSaidSo() {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheets.put("Responses", rowsOf(Samples.PARKS));
        sheets.put("hidden drafts", rowsOf(Samples.PARKS));
        Path file = Samples.write(folder.resolve("a.xlsx"), Samples.zip(Samples.workbook(sheets, "")));
        Reading reading = Samples.read(file);
        assertThat(Samples.codes(reading)).containsExactly("WARNING hidden-sheet row 0");
        assertThat(((Reading.Read) reading).consultation().responses()).hasSize(3);
    }

    @Test
    void sheetWithOtherColumnsIsLeftOutAndSaidSo() {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheets.put("Summary", rowsOf(List.of(List.of("Measure", "Value"), List.of("Responses", "3"))));
        sheets.put("Responses", rowsOf(Samples.PARKS));
        Path file = Samples.write(folder.resolve("a.xlsx"), Samples.zip(Samples.workbook(sheets, "")));
        Reading reading = Samples.read(file);
        assertThat(Samples.codes(reading)).containsExactly("WARNING sheet-not-read row 0");
        assertThat(((Reading.Read) reading).consultation().responses()).hasSize(3);
    }

    @Test
    void encryptedWorkbooksAreToldFromOldOnes() {
        byte[] old = new byte[2048];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, old, 0, 4);
        byte[] encrypted = old.clone();
        byte[] mark = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(mark, 0, encrypted, 1024, mark.length);
        assertThat(Samples.codes(Samples.read(Samples.write(folder.resolve("a.xls"), old))))
                .containsExactly("ERROR legacy-office row 0");
        assertThat(Samples.codes(Samples.read(Samples.write(folder.resolve("a.xlsx"), encrypted))))
                .containsExactly("ERROR encrypted row 0");
    }

    @Test
    void encryptedOdsIsRefused() {
        Map<String, String> parts = new HashMap<>(Samples.ods(Samples.PARKS));
        parts.put("META-INF/manifest.xml", "<manifest:encryption-data/>");
        assertThat(Samples.codes(Samples.read(Samples.write(folder.resolve("a.ods"), Samples.zip(parts)))))
                .containsExactly("ERROR encrypted row 0");
    }

    @Test
    void truncatedWorkbookIsRefused() {
        byte[] whole = Samples.zip(Samples.xlsx(Samples.PARKS));
        for (int length : new int[] {whole.length - 1, whole.length / 2, 30}) {
            Path file = Samples.write(folder.resolve("a.xlsx"), Arrays.copyOf(whole, length));
            assertThat(Samples.codes(Samples.read(file))).containsExactly("ERROR damaged row 0");
        }
    }

    @Test
    void truncatedCsvIsRefusedWhereTheQuoteOpens() {
        String text = Samples.csv(Samples.PARKS);
        Path file = Samples.write(folder.resolve("a.csv"), text.substring(0, text.length() - 10));
        assertThat(Samples.codes(Samples.read(file))).containsExactly("ERROR unclosed-quote row 4 C");
    }

    @Test
    void textAfterAClosingQuoteIsRefused() {
        Path file = Samples.write(folder.resolve("a.csv"), Samples.csv(Samples.PARKS) + "R4,No,\"so\" they say\r\n");
        assertThat(Samples.codes(Samples.read(file))).containsExactly("ERROR stray-quote row 5 C");
    }

    /// What stops the parser in one row hides nothing that is wrong in others.
    @Test
    void allFaultsOfAFileAreReportedTogether() {
        String text = Samples.csv(Samples.PARKS)
                + "R4,Yes,a\0b\r\n"
                + "R5,No,one,two\r\n"
                + "R6,No,\"so\" they say\r\n"
                + "R7,No,\"He said \"no\", twice\"\r\n"
                + "R8,No,c\0d\r\n"
                + "R9,No," + "x".repeat(20_000) + "\r\n";
        assertThat(Samples.codes(Samples.read(SMALL, Samples.write(folder.resolve("a.csv"), text))))
                .containsExactlyInAnyOrder(
                        "ERROR nul row 5 C",
                        "ERROR long-row row 6 D",
                        "ERROR stray-quote row 7 C",
                        "ERROR stray-quote row 8 C",
                        "ERROR nul row 9 C",
                        "ERROR cell-too-long row 10 C");
        String read = Samples.csv(Samples.PARKS).replace("shade", "sha\0de") + "R4,No,one,two\r\nR5,No\r\n";
        assertThat(Samples.codes(Samples.read(Samples.write(folder.resolve("b.csv"), read))))
                .containsExactly("ERROR nul row 2 C", "ERROR long-row row 5 D", "WARNING short-row row 6");
    }

    @Test
    void everyBadLineOfJsonIsNamed() {
        String good = "{\"response_id\": 1, \"response\": \"The ford is deep in spring.\"}\n";
        String bad = "{\"response_id\": 2, \"response\":\n";
        Path file = Samples.write(folder.resolve("a.jsonl"), good + bad + good + good + "{oops\n");
        Reading reading = Samples.read(file);
        assertThat(Samples.codes(reading)).containsExactly("ERROR json row 2", "ERROR json row 5");
        assertThat(reading.faults().getFirst().message()).isEqualTo("not valid JSON: it breaks off in the middle");
        Path deep = Samples.write(folder.resolve("b.json"), "[".repeat(1000) + "]".repeat(1000));
        assertThat(Samples.codes(Samples.read(deep))).containsExactly("ERROR json-shape row 1");
    }

    @Test
    void headerAloneIsOneFault() {
        assertThat(Samples.codes(Samples.read(Samples.write(folder.resolve("c.csv"), "Response ID,Why?\r\n"))))
                .containsExactly("ERROR no-rows row 0");
    }

    @Test
    void zipBombIsStoppedWhileItUnpacks() {
        Map<String, String> parts = new LinkedHashMap<>(Samples.xlsx(Samples.PARKS));
        parts.put("xl/sharedStrings.xml", "<sst><si><t>" + " ".repeat(4 << 20) + "</t></si></sst>");
        Path file = Samples.write(folder.resolve("a.xlsx"), Samples.zip(parts));
        assertThat(Samples.codes(Samples.read(SMALL, file))).containsExactly("ERROR zip-bomb row 0");
    }

    @Test
    void repeatCountsOfOdsAreBounded() {
        String head = "<table:table-row><table:table-cell><text:p>Why?</text:p></table:table-cell></table:table-row>";
        String rows = head + "<table:table-row table:number-rows-repeated=\"900000000\"><table:table-cell><text:p>x"
                + "</text:p></table:table-cell></table:table-row>";
        String columns = head + "<table:table-row><table:table-cell table:number-columns-repeated=\"900000000\">"
                + "<text:p>x</text:p></table:table-cell></table:table-row>";
        assertThat(Samples.codes(Samples.read(
                        SMALL, Samples.write(folder.resolve("a.ods"), Samples.zip(Samples.odsTable(rows))))))
                .containsExactly("ERROR too-many-rows row 2");
        assertThat(Samples.codes(Samples.read(
                        SMALL, Samples.write(folder.resolve("b.ods"), Samples.zip(Samples.odsTable(columns))))))
                .containsExactly("ERROR too-many-columns row 2 A");
    }

    @Test
    void emptyRepeatedRowsAndColumnsOfOdsCostNothing() {
        String content = Samples.part(Samples.ods(Samples.PARKS), "content.xml");
        String tail = "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell"
                + " table:number-columns-repeated=\"16384\"/></table:table-row></table:table>";
        Path file = Samples.write(
                folder.resolve("a.ods"), Samples.zip(Map.of("content.xml", content.replace("</table:table>", tail))));
        assertThat(Samples.consultation(file).responses()).hasSize(3);
    }

    @Test
    void xmlEntitiesAreRefused() {
        Map<String, String> parts = new LinkedHashMap<>(Samples.xlsx(Samples.PARKS));
        parts.put(
                "xl/sharedStrings.xml",
                "<!DOCTYPE sst [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><sst><si><t>&e;</t></si></sst>");
        Path file = Samples.write(folder.resolve("a.xlsx"), Samples.zip(parts));
        assertThat(Samples.codes(Samples.read(file))).containsExactly("ERROR xml-entities row 0");
    }

    @Test
    void emptyFileIsRefused() {
        assertThat(Samples.codes(Samples.read(Samples.write(folder.resolve("a.csv"), ""))))
                .containsExactly("ERROR empty-file row 0");
        assertThat(Samples.codes(Samples.read(Samples.write(folder.resolve("b.csv"), "\r\n\r\n"))))
                .containsExactly("ERROR empty-file row 0");
    }

    @Test
    void noOpenQuestionIsRefused() {
        Path file = Samples.write(folder.resolve("a.csv"), "Response ID,Do you agree?\r\n1,Yes\r\n2,No\r\n3,Yes\r\n");
        assertThat(Samples.codes(Samples.read(file))).containsExactly("ERROR no-open-question row 0");
    }

    @Test
    void hundredThousandColumnsAreRefused() {
        String text = "a,".repeat(100_000) + "a\r\n" + "1,".repeat(100_000) + "1\r\n";
        assertThat(Samples.codes(Samples.read(Samples.write(folder.resolve("a.csv"), text))))
                .containsExactly("ERROR too-many-columns row 1 XFE");
    }

    @Test
    void nulIsRefusedWithItsCell() {
        Path file = Samples.write(
                folder.resolve("a.csv"), Samples.csv(Samples.PARKS).replace("shade", "sha\0de"));
        assertThat(Samples.codes(Samples.read(file))).containsExactly("ERROR nul row 2 C");
    }

    @Test
    void binaryJunkNamedCsvIsRefused() {
        byte[] junk = new byte[4096];
        new java.util.Random(3).nextBytes(junk);
        junk[0] = 'x';
        Reading reading = Samples.read(Samples.write(folder.resolve("a.csv"), junk));
        assertThat(reading).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void workbookNamedCsvIsReadAndSaidSo() {
        Path file = Samples.write(folder.resolve("a.csv"), Samples.zip(Samples.xlsx(Samples.PARKS)));
        assertThat(Samples.codes(Samples.read(file))).containsExactly("WARNING misnamed row 0");
    }

    @Test
    void foldersAndMissingFilesAreRefusedTogether() throws IOException {
        Files.createDirectory(folder.resolve("inner"));
        Reading reading = Samples.read(folder.resolve("inner"), folder.resolve("gone.csv"));
        assertThat(Samples.codes(reading)).containsExactly("ERROR directory row 0", "ERROR missing-file row 0");
    }

    @Test
    void moreFaultsThanShownAreCounted() {
        var text = new StringBuilder(Samples.csv(Samples.PARKS));
        for (int i = 0; i < 10; i++) {
            text.append("S").append(i).append(",No\r\n");
        }
        Reading reading = Samples.read(SMALL, Samples.write(folder.resolve("a.csv"), text.toString()));
        assertThat(reading.faults()).hasSize(4);
        assertThat(reading.faults().getLast().message()).startsWith("7 more");
    }

    @Test
    void emptyRowsAreExcludedAndAccountedFor() {
        List<List<String>> rows = new ArrayList<>(Samples.PARKS);
        rows.add(2, List.of("", " ", ""));
        Reading.Read read = (Reading.Read) Samples.read(Samples.write(folder.resolve("a.csv"), Samples.csv(rows)));
        assertThat(read.rows()).isEqualTo(4);
        assertThat(read.consultation().excluded())
                .containsExactly(new Exclusion(new Source("a.csv", "", 3), "", "empty row"));
    }

    @Test
    void filesOfOtherLayoutAreRefused() {
        Path a = Samples.write(folder.resolve("a.csv"), Samples.csv(Samples.PARKS));
        Path b = Samples.write(
                folder.resolve("b.csv"), Samples.csv(Samples.PARKS).replace("Do you agree?", "Agree?"));
        Reading reading = Samples.read(a, b);
        assertThat(Samples.codes(reading)).containsExactly("ERROR layout-differs row 0");
        assertThat(reading.faults().getFirst().message())
                .contains("missing: \"Do you agree?\"")
                .contains("\"Agree?\"");
    }

    private Path withRows(String rows, String after) {
        Map<String, String> sheets = Map.of("Responses", rowsOf(Samples.PARKS) + rows);
        return Samples.write(folder.resolve("a.xlsx"), Samples.zip(Samples.workbook(sheets, after)));
    }

    private static String rowsOf(List<List<String>> rows) {
        String sheet = Samples.part(Samples.xlsx(rows), "xl/worksheets/sheet1.xml");
        return sheet.substring(sheet.indexOf("<row"), sheet.indexOf("</sheetData>"));
    }
}
