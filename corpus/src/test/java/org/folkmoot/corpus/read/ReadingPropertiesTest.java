package org.folkmoot.corpus.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.folkmoot.corpus.FormulaGuard;
import org.folkmoot.corpus.Response;
import org.folkmoot.text.Progress;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingPropertiesTest {
    private static final Limits SMALL = new Limits(2_000, 200, 100_000, 50_000, 5, 4 << 20, 100, 10, 5);
    private static final String[] PIECES = {
        "a",
        "the road",
        " ",
        "\n",
        "\r\n",
        "\"",
        ",",
        ";",
        "\t",
        "'",
        "=",
        "é",
        "ŵ",
        "🌳",
        "<b>",
        "&amp;",
        "_x0041_",
        "  ",
        "1",
        "|"
    };

    @TempDir
    Path folder;

    @Test
    void everyFormatGivesBackTheTextsItWasGiven() throws IOException {
        for (int seed = 0; seed < 30; seed++) {
            var random = new Random(seed);
            List<List<String>> rows = table(random);
            List<List<String>> expected = rows.subList(1, rows.size());
            char delimiter = ",;\t|".charAt(random.nextInt(4));
            Path csv = Samples.write(folder.resolve("t.csv"), Samples.csv(guarded(rows), delimiter));
            assertThat(texts(csv)).as("CSV, seed %d", seed).isEqualTo(expected);
            Path xlsx = Samples.write(folder.resolve("t.xlsx"), Samples.zip(Samples.xlsx(escaped(guarded(rows)))));
            assertThat(texts(xlsx)).as("XLSX, seed %d", seed).isEqualTo(expected);
        }
    }

    /// Ids, a closed and an open column; the open one holds whatever the pieces make.
    private static List<List<String>> table(Random random) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Response ID", "Agree?", "Please say why"));
        for (int i = 1; i <= 12; i++) {
            var text = new StringBuilder("Words enough to be an answer ");
            if (random.nextInt(4) == 0) {
                text.setLength(0);
            }
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            rows.add(List.of("R" + i, random.nextBoolean() ? "Yes" : "No", text.toString()));
        }
        return rows;
    }

    private static List<List<String>> guarded(List<List<String>> rows) {
        return rows.stream()
                .map(r -> r.stream().map(FormulaGuard::guard).toList())
                .toList();
    }

    /// As workbooks write what would be taken for an escape.
    private static List<List<String>> escaped(List<List<String>> rows) {
        return rows.stream()
                .map(r -> r.stream()
                        .map(c -> c.replace("_x0041_", "_x005F_x0041_"))
                        .toList())
                .toList();
    }

    private static List<List<String>> texts(Path path) {
        var roles = new Roles(
                "",
                List.of(),
                -1,
                List.of(
                        new Roles.Column("Response ID", Role.RESPONDENT),
                        new Roles.Column("Agree?", Role.CLOSED),
                        new Roles.Column("Please say why", Role.OPEN)));
        Reading reading = Reading.read(List.of(path), roles, Limits.DEFAULT, Progress.SILENT);
        assertThat(reading).as(() -> reading.faults().toString()).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading)
                .consultation().responses().stream()
                        .map(ReadingPropertiesTest::row)
                        .toList();
    }

    private static List<String> row(Response response) {
        var row = new ArrayList<String>();
        row.add(response.respondent());
        row.addAll(response.values());
        return row;
    }

    @Test
    void damagedFilesAreReadOrRefusedAndNothingElse() {
        byte[] csv = Samples.csv(Samples.PARKS).getBytes(StandardCharsets.UTF_8);
        byte[] xlsx = Samples.zip(Samples.xlsx(Samples.PARKS));
        byte[] ods = Samples.zip(Samples.ods(Samples.PARKS));
        byte[] json =
                "[{\"response_id\": 1, \"response\": \"The ford is deep.\", \"demographic_data\": {\"a\": [1, 2]}}]"
                        .getBytes(StandardCharsets.UTF_8);
        byte[] docx = Samples.zip(Samples.docx("<w:p><w:r><w:t>Mend the weir.</w:t></w:r></w:p>"));
        byte[] pdf = Samples.pdf("Mend the weir.");
        byte[] mail =
                "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nMend it.\r\n--b--\r\n"
                        .getBytes(StandardCharsets.UTF_8);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            mutate("m.csv", csv, 120);
            mutate("m.xlsx", xlsx, 100);
            mutate("m.ods", ods, 80);
            mutate("m.json", json, 60);
            mutate("m.docx", docx, 40);
            mutate("m.pdf", pdf, 15);
            mutate("m.eml", mail, 60);
        });
    }

    private void mutate(String name, byte[] seedBytes, int times) {
        for (int seed = 0; seed < times; seed++) {
            byte[] bytes = mutated(seedBytes, new Random(seed));
            Path file = Samples.write(folder.resolve(name), bytes);
            Reading reading;
            try {
                reading = Samples.read(SMALL, file);
            } catch (RuntimeException e) {
                throw new AssertionError("%s, seed %d".formatted(name, seed), e);
            }
            if (reading instanceof Reading.Refused refused) {
                assertThat(refused.faults()).as("%s, seed %d", name, seed).isNotEmpty();
            }
        }
    }

    /// One to four damages: a byte changed, a piece cut out, doubled or moved, the end cut off.
    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original.clone();
        for (int n = 1 + random.nextInt(4); n > 0 && bytes.length > 4; n--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(16));
            byte[] piece = Arrays.copyOfRange(bytes, at, at + length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 ->
                    bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
                case 2 ->
                    bytes = joined(
                            Arrays.copyOf(bytes, at + length),
                            joined(piece, Arrays.copyOfRange(bytes, at + length, bytes.length)));
                case 3 -> bytes = Arrays.copyOf(bytes, at);
                default -> bytes[at] = "\",;<>&\n\0{[".getBytes(StandardCharsets.US_ASCII)[random.nextInt(10)];
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @Test
    void damagedXmlInsideAWorkbookIsReadOrRefused() {
        String sheet = Samples.part(Samples.xlsx(Samples.PARKS), "xl/worksheets/sheet1.xml");
        String content = Samples.part(Samples.ods(Samples.PARKS), "content.xml");
        for (int seed = 0; seed < 60; seed++) {
            var parts = new java.util.LinkedHashMap<>(Samples.xlsx(Samples.PARKS));
            parts.put("xl/worksheets/sheet1.xml", damaged(sheet, seed));
            Reading xlsx = Samples.read(SMALL, Samples.write(folder.resolve("x.xlsx"), Samples.zip(parts)));
            var table = java.util.Map.of("content.xml", damaged(content, seed));
            Reading ods = Samples.read(SMALL, Samples.write(folder.resolve("x.ods"), Samples.zip(table)));
            for (Reading reading : List.of(xlsx, ods)) {
                boolean told =
                        reading instanceof Reading.Read || !reading.faults().isEmpty();
                assertThat(told).as("seed %d", seed).isTrue();
            }
        }
    }

    private static String damaged(String xml, int seed) {
        var random = new Random(seed);
        int at = random.nextInt(xml.length());
        int end = Math.min(xml.length(), at + 1 + random.nextInt(12));
        return switch (random.nextInt(3)) {
            case 0 -> xml.substring(0, at) + xml.substring(end);
            case 1 -> xml.substring(0, end) + xml.substring(at);
            default -> xml.substring(0, at) + random.nextInt(100_000) + xml.substring(at);
        };
    }

    @Test
    void readingTwiceGivesTheSame() {
        Path file = Samples.write(folder.resolve("a.csv"), Samples.csv(table(new Random(9))));
        assertThat(Samples.read(file)).isEqualTo(Samples.read(file));
    }
}
