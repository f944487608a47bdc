package org.folkmoot.server.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.server.consultation.HostileFiles.bytes;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.server.TestClient;
import org.folkmoot.server.TestClient.Answer;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.TestWorkbench.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Hostile files handed in over HTTP: each is refused with a clear message and leaves nothing behind.
class HostileFilesTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start(
            "--folkmoot.jobs=false",
            "--spring.servlet.multipart.max-file-size=8MB",
            "--spring.servlet.multipart.max-request-size=8MB");
    private static final Person LEAD = WORKBENCH.person("Hana Hostile");
    private static final TestClient CLIENT = WORKBENCH.signIn(LEAD);
    private static final String TABLE =
            "id,Q1. Why do you say so?\nr1,Because the bus is late in the naïve café each day.\n";

    /// Whatever a file can leave in the database but itself.
    private static final List<String> TABLES =
            List.of("question", "response", "answer", "exclusion", "import_fault", "run", "personal_data");

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    static Stream<Arguments> hostile() {
        byte[] utf8 = bytes(TABLE);
        byte[] latin = "r2,It is pass\u00e9 to be late.\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] mixed = Arrays.copyOf(utf8, utf8.length + latin.length);
        System.arraycopy(latin, 0, mixed, utf8.length, latin.length);
        byte[] truncated = HostileFiles.workbookWithCell(1);
        return Stream.of(
                arguments("two encodings.csv", mixed, "0xE9"),
                arguments(
                        "no encoding.csv", new byte[] {'i', 'd', ',', 'Q', '\n', '1', ',', (byte) 0x81, '\n'}, "0x81"),
                arguments("utf-32.csv", TABLE.getBytes(Charset.forName("UTF-32LE")), "not a text file"),
                arguments("nul.csv", bytes(TABLE.replace("late", "la\0te")), "NUL"),
                arguments("cell.csv", bytes(TABLE + "r2," + "x".repeat(3 << 20) + "\n"), "2,000,000 characters"),
                arguments("open quote.csv", bytes(TABLE + "r2,\"no end"), "quote"),
                arguments("cell of 1 GB.xlsx", HostileFiles.workbookWithCell(1024), "2,000,000 characters"),
                arguments("entity.xlsx", HostileFiles.workbookWithEntity(), "document type|entit"),
                arguments("cut off.xlsx", Arrays.copyOf(truncated, truncated.length / 2), "damaged or was cut off"),
                arguments("no workbook.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0, 1, 2, 3}, "damaged or was cut off"),
                arguments("rows.ods", HostileFiles.spreadsheetWithRowRepeated(900_000_000), "1,000,000 rows"),
                arguments("cell of 64 MB.ods", HostileFiles.spreadsheetWithCell(64), "2,000,000 characters"),
                arguments("entities.ods", HostileFiles.spreadsheetWithEntities(), "document type|entit"),
                arguments(
                        "cell.jsonl",
                        bytes("{\"id\": \"1\", \"Q1. Why?\": \"" + "y".repeat(3 << 20) + "\"}\n"),
                        "2,000,000 characters"),
                arguments(
                        "deep.jsonl",
                        bytes("{\"Q1. Why?\": " + "[".repeat(200_000) + "}\n"),
                        "responses must be the outermost list"),
                arguments(
                        "latin.jsonl",
                        "{\"id\": \"1\", \"Q1. Why?\": \"pass\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1),
                        "UTF-8|0xE9"),
                arguments(
                        "letter of 64 MB.docx", HostileFiles.letterOf(64), "2,000,000 characters|packed bytes unpack"),
                arguments("entities.docx", HostileFiles.letterWithEntities(), "document type|entit"),
                arguments("page of 1 GB.pdf", HostileFiles.pdfOf(1024), "unpack to far more than a letter can hold"),
                arguments("cut off.pdf", bytes("%PDF-1.7\n1 0 obj << /Type"), "damaged or was cut off"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void hostileFileIsRefusedInPlainWordsAndLeavesNothing(String name, byte[] content, String message) {
        long consultation = WORKBENCH.consultation("Hostile " + name, LEAD);
        String files = "/consultations/" + consultation + "/files";
        Answer received = CLIENT.upload(files, "files", "../../<b>" + name, content);
        assertThat(received.status()).as(received.body()).isEqualTo(303);
        Answer check = CLIENT.get(received.location());
        assertThat(check.status()).isEqualTo(200);
        assertThat(check.body())
                .containsPattern(message)
                .contains("fm-words")
                .doesNotContain("<b>", "root:", "Exception");
        assertThat(CLIENT.post(received.location() + "/import").status()).isEqualTo(422);
        for (String table : TABLES) {
            assertThat(WORKBENCH
                            .owner()
                            .sql("SELECT count(*) FROM " + table + " WHERE consultation_id = ?")
                            .param(consultation)
                            .query(Long.class)
                            .single())
                    .as("rows in %s", table)
                    .isZero();
        }
        assertThat(WORKBENCH.temporaryFiles()).isEmpty();
        assertThat(CLIENT.post(received.location() + "/withdraw").status()).isEqualTo(303);
        assertThat(CLIENT.get(received.location()).status()).isEqualTo(404);
    }

    @Test
    void requestThatSaysItIsTooLargeIsRefusedBeforeItIsSent() {
        String refused = WORKBENCH.rawRequest("""
                POST /consultations/1/files HTTP/1.1
                Host: localhost
                Cookie: JSESSIONID=%s
                Content-Type: multipart/form-data; boundary=x
                Content-Length: 1073741824
                Connection: close
                """.formatted(CLIENT.session().getValue()));
        assertThat(refused).startsWith("HTTP/1.1 413 ").contains("more than 8 MB");
        assertThat(WORKBENCH.temporaryFiles()).isEmpty();
    }

    @Test
    void whoSendsTooMuchNonethelessIsToldSo() {
        Answer refused = CLIENT.upload("/consultations/1/files", "files", "large.csv", new byte[9 << 20]);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.body()).contains("more than 8 MB");
        assertThat(WORKBENCH.temporaryFiles()).isEmpty();
    }

    @Test
    void uploadThatDoesNotSayHowLargeItIsIsRefused() {
        String refused = WORKBENCH.rawRequest("""
                POST /consultations/1/files HTTP/1.1
                Host: localhost
                Cookie: JSESSIONID=%s
                Content-Type: Multipart/form-data; boundary=x
                Transfer-Encoding: chunked
                Connection: close
                """.formatted(CLIENT.session().getValue()));
        assertThat(refused).startsWith("HTTP/1.1 411 ").contains("does not say how large it is");
        assertThat(WORKBENCH.temporaryFiles()).isEmpty();
    }
}
