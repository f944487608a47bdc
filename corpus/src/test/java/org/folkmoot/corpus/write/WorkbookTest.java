package org.folkmoot.corpus.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTest {
    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "<b>&amp;</b> \"quoted\" ]]>",
                "line\nbreak\tand tab ",
                "  spaces  ",
                "emoji 😀 and שלום",
                "_xyz_ x_"
            })
    void textIsReadBackAsWritten(String text) throws IOException {
        assertThat(cells(table(text))).containsExactly(List.of("text"), List.of(text));
    }

    @Test
    void whatXmlCannotHoldIsEscaped() {
        assertThat(xml("\0 \r \uD83D _x0041_")).isEqualTo("_x0000_ _x000D_ _xD83D_ _x005F_x0041_");
    }

    @Test
    void textBeyondACellIsCutWithANote() {
        String xml = xml("😀".repeat(20_000));
        assertThat(xml)
                .hasSizeLessThanOrEqualTo(SheetText.MOST)
                .endsWith("😀 … [cut here: a cell holds no more; the CSV file has the whole text]");
    }

    @Test
    void formulaIsTextWithAnApostrophe() throws IOException {
        assertThat(cells(table("=HYPERLINK(\"http://x\")"))).last().isEqualTo(List.of("'=HYPERLINK(\"http://x\")"));
    }

    @Test
    void tableBeyondASheetGoesOnInTheNext() throws IOException {
        Path file = temporary.resolve("many.xlsx");
        Workbook.write(List.of(table("a", "b", "c", "d", "e")), file, 3);
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            assertThat(workbook.getSheets().map(Sheet::getName)).containsExactly("Texts", "Texts 2", "Texts 3");
            assertThat(workbook.getSheets().map(WorkbookTest::texts))
                    .containsExactly(List.of("text", "a", "b"), List.of("text", "c", "d"), List.of("text", "e"));
        }
    }

    @Test
    void bytesDoNotDependOnTheTimeZone() throws IOException {
        Path here = temporary.resolve("here.xlsx");
        Path there = temporary.resolve("there.xlsx");
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            Workbook.write(List.of(table("a")), there);
        } finally {
            TimeZone.setDefault(zone);
        }
        Workbook.write(List.of(table("a")), here);
        assertThat(there).hasSameBinaryContentAs(here);
    }

    private static Table table(String... texts) {
        return new Table("texts", "Texts", List.of(Table.Column.wrapped("text", 40)), sheet -> {
            for (String text : texts) {
                sheet.text(text).endRow();
            }
        });
    }

    private static String xml(String text) {
        StringBuilder xml = new StringBuilder();
        SheetText.append(text, xml);
        return xml.toString();
    }

    private List<List<String>> cells(Table table) throws IOException {
        Path file = temporary.resolve("one.xlsx");
        Workbook.write(List.of(table), file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            return texts(workbook.getFirstSheet()).stream().map(List::of).toList();
        }
    }

    private static List<String> texts(Sheet sheet) {
        try (Stream<Row> rows = sheet.openStream()) {
            return rows.map(row -> row.getCellText(0)).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
