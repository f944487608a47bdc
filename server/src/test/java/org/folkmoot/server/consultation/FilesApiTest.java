package org.folkmoot.server.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.folkmoot.server.TestClient.Answer;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.TestWorkbench.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What programs say of files, and how they are refused.
class FilesApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TestWorkbench WORKBENCH =
            TestWorkbench.start("--folkmoot.jobs=false", "--spring.servlet.multipart.max-request-size=8MB");
    private static final Person LEAD = WORKBENCH.person("Finn Files");
    private static final String TOKEN = WORKBENCH.token(LEAD);
    private static final List<List<String>> WEB = List.of(
            List.of("Export of 3 May", "", "", ""),
            List.of("Ref", "Q1. Should buses run at night?", "Fares are fair", "Your reasons"),
            List.of("r1", "Yes", "No", "Night shifts end at two and no bus goes home."),
            List.of("r2", "No", "Yes", "Empty buses roar past my window every night."));
    private static final List<List<String>> DRAFTS = List.of(
            List.of("Who", "Thoughts"),
            List.of("a", "The trams are never on time in the mornings."),
            List.of("b", "More trams please, since the roads are full."));

    private final String files = "/api/v1/consultations/" + WORKBENCH.consultation("Files", LEAD) + "/files";

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            fill(book.newWorksheet("Web"), WEB);
            Worksheet drafts = book.newWorksheet("Drafts");
            fill(drafts, DRAFTS);
            drafts.setVisibilityState(VisibilityState.HIDDEN);
        }
        return bytes.toByteArray();
    }

    private static void fill(Worksheet sheet, List<List<String>> rows) {
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                sheet.value(r, c, rows.get(r).get(c));
            }
        }
    }

    private String uploaded() throws IOException {
        Answer answer = WORKBENCH.signIn(LEAD).upload(files.replace("/api/v1", ""), "files", "both.xlsx", workbook());
        return files + answer.location().replaceFirst(".*/files", "");
    }

    private static JsonNode ask(int status, String method, String path, @Nullable String body) {
        Answer answer = WORKBENCH
                .stranger()
                .send(method, path, body, "Authorization", "Bearer " + TOKEN, "Content-Type", "application/json");
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static List<String> wrong(JsonNode problem) {
        assertThat(problem.get("code").asString()).isEqualTo("invalid");
        problem.get("errors")
                .forEach(error -> assertThat(problem.get("detail").asString())
                        .contains(error.get("detail").asString()));
        return problem.get("errors")
                .valueStream()
                .map(error -> error.get("pointer").asString())
                .toList();
    }

    @Test
    void allThatTheImportPageSaysIsSaid() throws IOException {
        String batch = uploaded();
        JsonNode said = ask(200, "PUT", batch + "/roles", """
                {"headerRows": 2, "columns": [
                  {"column": "Ref", "role": "RESPONDENT"},
                  {"column": "Q1. Should buses run at night?", "role": "CLOSED", "text": "Buses all night?"},
                  {"column": "Fares are fair", "role": "CLOSED"},
                  {"column": "Your reasons", "role": "OPEN", "explains": "Fares are fair"}]}""");
        assertThat(said.get("errors")).isEmpty();
        assertThat(said.get("headerRows").asInt()).isEqualTo(2);
        assertThat(said.get("rows").asInt()).isEqualTo(2);
        assertThat(said.get("columns").get(1).get("text").asString()).isEqualTo("Buses all night?");
        assertThat(said.get("columns").get(3).get("explains").asString()).isEqualTo("Fares are fair");
        ask(200, "POST", batch + "/import", "{}");
        assertThat(WORKBENCH
                        .owner()
                        .sql("""
                                SELECT open.code || ' explains ' || closed.text FROM question open
                                JOIN question closed ON closed.consultation_id = open.consultation_id
                                    AND closed.code = open.paired_with
                                WHERE open.consultation_id = ?""")
                        .param(Long.valueOf(files.replaceAll("\\D+1/consultations/|/files", "")))
                        .query(String.class)
                        .list())
                .containsExactly("Q3 explains Fares are fair");
    }

    @Test
    void hiddenSheetIsListedAndRead() throws IOException {
        String batch = uploaded();
        JsonNode first = ask(200, "GET", batch, null);
        assertThat(first.get("sheets").get(1))
                .isEqualTo(JSON.readTree("{\"name\":\"Drafts\",\"rows\":0,\"columns\":0,\"read\":false}"));
        assertThat(first.get("warnings")
                        .valueStream()
                        .map(fault -> fault.get("remedy").asString()))
                .as("remedies of the page, not of the command line")
                .contains("if it holds responses, tick it under “Sheets to read” and read again")
                .noneMatch(remedy -> remedy.contains("roles file"));
        assertThat(WORKBENCH.signIn(LEAD).get(batch.replace("/api/v1", "")).body())
                .contains("name=\"sheet\"", "Drafts (hidden in the file)");
        JsonNode said = ask(200, "PUT", batch + "/roles", "{\"sheets\":[\"Drafts\"]}");
        assertThat(said.get("columns").get(1).get("column").asString()).isEqualTo("Thoughts");
        JsonNode kept = ask(200, "PUT", batch + "/roles", """
                {"columns": [{"column": "Who", "role": "RESPONDENT"}, {"column": "Thoughts", "role": "OPEN",
                              "text": "What do you think?", "explains": "none"}]}""");
        assertThat(kept.get("columns").get(1).get("text").asString())
                .as("the sheet stays as stated before")
                .isEqualTo("What do you think?");
    }

    @Test
    void whatCannotBeIsRefusedAndNothingIsNoted() throws IOException {
        String batch = uploaded();
        JsonNode before = ask(200, "GET", batch, null);
        assertThat(wrong(ask(422, "PUT", batch + "/roles", """
                {"headerRows": -1, "columns": [
                  {"column": "Ref", "role": "RESPONDENT", "explains": "Q1"},
                  {"column": "Ref", "role": "IGNORE"},
                  {"column": "Fares are fair"}]}""")))
                .containsExactly("#/headerRows", "#/columns/0/explains", "#/columns/1/column", "#/columns/2");
        assertThat(wrong(ask(422, "PUT", batch + "/roles", """
                {"headerRows": 2, "columns": [
                  {"column": "Fare", "role": "CLOSED"},
                  {"column": "Your reasons", "role": "OPEN", "explains": "Ref"}]}""")))
                .containsExactly("#/columns/0/column", "#/columns/1/explains");
        assertThat(wrong(ask(422, "PUT", batch + "/roles", "{\"sheets\":[\"Web\",\"Paper\"]}")))
                .containsExactly("#/sheets/1");
        JsonNode misread = ask(
                400,
                "PUT",
                batch + "/roles",
                "{\"columns\":[{\"column\":\"Ref\",\"role\":\"RESPONDENT\"},"
                        + "{\"column\":\"Your reasons\",\"role\":\"OPENLY\"}]}");
        assertThat(misread.get("errors").get(0).get("pointer").asString()).isEqualTo("#/columns/1/role");
        assertThat(ask(200, "GET", batch, null)).isEqualTo(before);
    }

    @Test
    void questionThatExplainsNoneStaysSoOnThePage() throws IOException {
        String batch = uploaded();
        ask(200, "PUT", batch + "/roles", """
                {"headerRows": 2, "columns": [
                  {"column": "Ref", "role": "RESPONDENT"},
                  {"column": "Q1. Should buses run at night?", "role": "CLOSED"},
                  {"column": "Fares are fair", "role": "CLOSED"},
                  {"column": "Your reasons", "role": "OPEN", "explains": "none"}]}""");
        assertThat(WORKBENCH.signIn(LEAD).get(batch.replace("/api/v1", "")).body())
                .contains("<option value=\"none\" selected>");
    }

    @Test
    void uploadTooLargeOrWithoutLengthIsRefusedWithProblemDetails() {
        String head = """
                POST %s HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Content-Type: multipart/form-data; boundary=x
                %s
                Connection: close
                """;
        String large = WORKBENCH.rawRequest(head.formatted(files, TOKEN, "Content-Length: 1073741824"));
        assertThat(large)
                .startsWith("HTTP/1.1 413 ")
                .contains("application/problem+json")
                .doesNotContain("<html");
        JsonNode problem = JSON.readTree(large.substring(large.indexOf("\r\n\r\n") + 4));
        assertThat(problem.get("status").asInt()).isEqualTo(413);
        assertThat(problem.get("code").asString()).isEqualTo("too-large");
        assertThat(problem.get("detail").asString()).contains("more than 8 MB");
        assertThat(problem.get("instance").asString()).isEqualTo(files);
        String endless = WORKBENCH.rawRequest(head.formatted(files, TOKEN, "Transfer-Encoding: chunked"));
        assertThat(endless).startsWith("HTTP/1.1 411 ").contains("application/problem+json", "\"no-length\"");
        Answer stranger =
                WORKBENCH.stranger().send("POST", files, "--x--", "Content-Type", "multipart/form-data; boundary=x");
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(new String(stranger.bytes(), StandardCharsets.UTF_8)).contains("\"no-token\"");
    }
}
