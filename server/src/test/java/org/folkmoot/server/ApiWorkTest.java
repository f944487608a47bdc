package org.folkmoot.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.server.TestClient.Answer;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.identity.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The work of a team through the REST interface alone: what the pages do, programs do as well.
class ApiWorkTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TestWorkbench WORKBENCH = TestWorkbench.start("--folkmoot.jobs=false");
    private static final Person LEAD = WORKBENCH.person("Lea Api");
    private static final CodedConsultation CODED = CodedConsultation.in(WORKBENCH, "Trams", LEAD);
    private static final String TOKEN = WORKBENCH.token(LEAD);
    private static final String HERE = "/api/v1/consultations/" + CODED.consultation();
    private static final String QUESTION = HERE + "/questions/" + CODED.question();

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    private static JsonNode ask(int status, String method, String path, @Nullable String body) {
        return ask(TOKEN, status, method, path, body);
    }

    private static JsonNode ask(String token, int status, String method, String path, @Nullable String body) {
        Answer answer = WORKBENCH
                .stranger()
                .send(method, path, body, "Authorization", "Bearer " + token, "Content-Type", "application/json");
        assertThat(answer.status())
                .as("%s %s gives %s", method, path, answer.body())
                .isEqualTo(status);
        return answer.bytes().length == 0 ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    private static JsonNode get(String path) {
        return ask(200, "GET", path, null);
    }

    private static String code(JsonNode problem) {
        return problem.path("code").asString();
    }

    private static List<String> headlines() {
        return get(QUESTION + "/themes")
                .get("themes")
                .valueStream()
                .map(theme -> theme.get("headline").asString())
                .toList();
    }

    private static List<String> actions() {
        return WORKBENCH
                .owner()
                .sql("SELECT action FROM audit_entry WHERE chain = ? ORDER BY sequence")
                .param(CODED.consultation())
                .query(String.class)
                .list();
    }

    @Test
    void themesAreEditedUndoneRedoneAndSignedOff() {
        List<String> before = headlines();
        String theme =
                get(QUESTION + "/themes").get("themes").get(0).get("theme").asString();
        JsonNode edited = ask(
                201,
                "POST",
                QUESTION + "/edits",
                "{\"edit\":\"rename\",\"theme\":\"" + theme + "\",\"headline\":\"Trams at night\"}");
        assertThat(headlines()).contains("Trams at night");
        long entry = edited.get("entry").asLong();
        ask(200, "POST", QUESTION + "/edits/" + entry + "/undo", null);
        assertThat(headlines()).isEqualTo(before);
        assertThat(code(ask(409, "POST", QUESTION + "/edits/" + entry + "/undo", null)))
                .isEqualTo("edit-not-there");
        ask(200, "POST", QUESTION + "/edits/" + entry + "/redo", null);
        assertThat(get(QUESTION + "/edits").get(0).get("number").asLong()).isEqualTo(entry);
        JsonNode refused = ask(
                409,
                "POST",
                QUESTION + "/edits",
                "{\"edit\":\"rename\",\"theme\":\"" + theme + "\",\"headline\":\" \"}");
        assertThat(code(refused)).isEqualTo("theme-empty-headline");
        assertThat(refused.get("detail").asString()).contains("Nothing was changed");
        assertThat(code(ask(400, "POST", QUESTION + "/edits", "{\"edit\":\"explode\"}")))
                .isEqualTo("bad-request");
        JsonNode shown = get(QUESTION + "/themes/" + theme);
        assertThat(shown.get("typical").size()).isPositive();
        ask(200, "GET", QUESTION + "/themes/" + theme + "/split", null);
        assertThat(get(QUESTION + "/passages?words=jobs").size()).isPositive();
        JsonNode board = get(QUESTION + "/board");
        assertThat(code(ask(409, "POST", QUESTION + "/sign-off", "{\"mark\":\"another\"}")))
                .isEqualTo("changed-meanwhile");
        JsonNode signed = ask(
                201,
                "POST",
                QUESTION + "/sign-off",
                "{\"mark\":\"" + board.get("mark").asString() + "\"}");
        int version = signed.get("version").asInt();
        assertThat(get(QUESTION + "/board").get("signedOff").asInt()).isEqualTo(version);
        assertThat(get(QUESTION + "/versions/" + version).size()).isEqualTo(before.size());
        assertThat(get(QUESTION + "/versions/" + version + "/changes")
                        .get("moved")
                        .asInt())
                .isZero();
    }

    @Test
    void uncoveredArgumentsAreDecided() {
        WORKBENCH
                .owner()
                .sql("""
                        INSERT INTO uncovered (consultation_id, run_id, headline, key_phrases, passages)
                        VALUES (?, ?, 'Seats', '[]', ?)""")
                .params(
                        CODED.consultation(),
                        CODED.run(),
                        "[[" + CODED.answers().getFirst() + ",0,5]]")
                .update();
        JsonNode seats = get(QUESTION + "/uncovered")
                .valueStream()
                .filter(item -> item.get("headline").asString().equals("Seats"))
                .findFirst()
                .orElseThrow();
        String path = QUESTION + "/uncovered/" + seats.get("id").asLong();
        assertThat(code(ask(409, "POST", path, "{\"decision\":\"dismiss\"}"))).isEqualTo("dismissal-unreasoned");
        ask(200, "POST", path, "{\"decision\":\"dismiss\",\"reason\":\"off topic\"}");
        assertThat(code(ask(409, "POST", path, "{\"decision\":\"dismiss\",\"reason\":\"again\"}")))
                .isEqualTo("decided-already");
        ask(200, "POST", path, "{\"decision\":\"reopen\"}");
        JsonNode made = ask(200, "POST", path, "{\"decision\":\"make-theme\",\"headline\":\"More seats\"}");
        assertThat(made.get("edited").get("entry").asLong()).isPositive();
    }

    @Test
    void answersAreReadAndDecidedOn() {
        JsonNode sheet = ask(200, "POST", QUESTION + "/next", "{\"order\":\"UNREAD\",\"after\":0}");
        long answer = sheet.get("answer").asLong();
        String path = QUESTION + "/answers/" + answer;
        ask(201, "POST", path + "/decisions", "{\"choices\":[],\"flagged\":true,\"note\":\"look again\"}");
        JsonNode decided = get(path + "/decisions").get(0);
        assertThat(decided.get("note").asString()).isEqualTo("look again");
        assertThat(decided.get("personName").asString()).isEqualTo("Lea Api");
        assertThat(get(path).get("latest").get("flagged").asBoolean()).isTrue();
        assertThat(get(HERE + "/answers/" + answer).get("decidedBy").asString()).isEqualTo("Lea Api");
        assertThat(get(HERE + "/answers?flag=FLAGGED")
                        .get("answers")
                        .get(0)
                        .get("id")
                        .asLong())
                .isEqualTo(answer);
        assertThat(code(ask(409, "POST", QUESTION + "/learn", null))).isEqualTo("too-few-decisions");
    }

    @Test
    void samplesAreDrawnReadAndWithdrawn() {
        Person reader = WORKBENCH.member(CODED.consultation(), "Rita Api", Role.REVIEWER);
        CodedConsultation other = CodedConsultation.in(WORKBENCH, "Ferries", LEAD);
        String there = "/api/v1/consultations/" + other.consultation();
        WORKBENCH.join(other.consultation(), reader, Role.REVIEWER);
        JsonNode board = get(there + "/questions/" + other.question() + "/board");
        ask(
                201,
                "POST",
                there + "/questions/" + other.question() + "/sign-off",
                "{\"mark\":\"" + board.get("mark").asString() + "\"}");
        long sample = ask(
                        201,
                        "POST",
                        there + "/questions/" + other.question() + "/samples",
                        "{\"version\":1,\"plan\":\"simple\",\"n\":3,\"seed\":\"7\",\"readers\":[" + reader.id() + "]}")
                .get("id")
                .asLong();
        String token = WORKBENCH.token(reader);
        String readings = there + "/samples/" + sample + "/readings/";
        for (int i = 0; i < 3; i++) {
            JsonNode sheet = ask(token, 200, "GET", readings + "next", null);
            ask(token, 204, "PUT", readings + sheet.get("answer").asLong(), "{\"themes\":[],\"unsure\":false}");
        }
        ask(token, 404, "GET", readings + "next", null);
        assertThat(code(ask(token, 403, "GET", there + "/samples/" + sample, null)))
                .as("a blind reader sees no figures")
                .isEqualTo("forbidden");
        assertThat(get(there + "/samples/" + sample).get("sample").get("state").asString())
                .isEqualTo("CLOSED");
        assertThat(code(ask(409, "POST", there + "/samples/" + sample + "/withdraw", null)))
                .isEqualTo("sample-not-open");
    }

    @Test
    void fileIsHandedInCheckedAndImported() {
        long consultation = ask(201, "POST", "/api/v1/consultations", "{\"title\":\"From a program\"}")
                .get("id")
                .asLong();
        String files = "/api/v1/consultations/" + consultation + "/files";
        String csv =
                "Response ID,Why do you say so?\n1,Because the buses are late every day\n2,They are never on time\n";
        JsonNode handed = upload(files, csv);
        assertThat(handed.get("known").asBoolean()).isFalse();
        String batch = handed.get("waiting").get(0).asString();
        JsonNode checked = get(files + "/" + batch);
        assertThat(checked.get("plan").get("fresh").asInt()).isEqualTo(2);
        String column = checked.get("columns").get(1).get("column").asString();
        ask(
                200,
                "PUT",
                files + "/" + batch + "/roles",
                "{\"columns\":[{\"column\":" + JSON.writeValueAsString(column) + ",\"role\":\"OPEN\"}]}");
        JsonNode imported = ask(200, "POST", files + "/" + batch + "/import", "{}");
        assertThat(imported.get("added").asInt()).isEqualTo(2);
        assertThat(upload(files, csv).get("known").asBoolean())
                .as("the same bytes")
                .isTrue();
        assertThat(get(files).get(0).get("state").asString()).isEqualTo("IMPORTED");
        assertThat(get("/api/v1/consultations/" + consultation + "/ledger")
                        .get("counted")
                        .asInt())
                .isEqualTo(2);
        JsonNode run = get("/api/v1/consultations/" + consultation + "/runs").get(0);
        String runs = "/api/v1/consultations/" + consultation + "/runs/"
                + run.get("id").asLong();
        assertThat(run.get("state").asString()).isEqualTo("WAITING");
        assertThat(code(ask(
                        409,
                        "POST",
                        "/api/v1/consultations/" + consultation + "/questions/"
                                + run.get("question").asLong() + "/runs",
                        null)))
                .isEqualTo("run-open");
        ask(204, "POST", runs + "/cancel", null);
        assertThat(get(runs).get("state").asString()).isEqualTo("CANCELLED");
    }

    private static JsonNode upload(String path, String content) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"r.csv\"\r\n\r\n" + content
                + "\r\n--b--\r\n";
        Answer answer = WORKBENCH
                .stranger()
                .send(
                        "POST",
                        path,
                        body,
                        "Authorization",
                        "Bearer " + TOKEN,
                        "Content-Type",
                        "multipart/form-data; boundary=b");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    @Test
    void personalDataIsMarkedListedAndDecidedOn() {
        long answer = CODED.answers().get(5);
        String word = get(HERE + "/answers/" + answer)
                .get("answer")
                .get("text")
                .asString()
                .split(" ", 2)[0];
        JsonNode marked = ask(
                200,
                "POST",
                HERE + "/answers/" + answer + "/personal-data",
                JSON.writeValueAsString(java.util.Map.of("words", word, "kind", "NAME", "reason", "a name")));
        assertThat(marked.get("spans").asInt()).isPositive();
        JsonNode listed = get(HERE + "/personal-data?state=REDACTED");
        long span = listed.get("found").get(0).get("id").asLong();
        assertThat(code(ask(409, "POST", HERE + "/personal-data/" + span, "{\"action\":\"explode\"}")))
                .isEqualTo("personal-data-state");
        Person viewer = WORKBENCH.member(CODED.consultation(), "Vera Api", Role.VIEWER);
        JsonNode seen = ask(WORKBENCH.token(viewer), 200, "GET", HERE + "/answers/" + answer, null);
        assertThat(seen.get("answer").get("original").asBoolean()).isFalse();
        assertThat(seen.get("answer").get("text").asString()).doesNotStartWith(word);
        ask(WORKBENCH.token(viewer), 403, "GET", HERE + "/personal-data", null);
        assertThat(actions()).contains("personal-data.read");
    }

    @Test
    void reportIsWrittenAndPublished() {
        String section = get(HERE + "/report").get("sections").get(0).get("key").asString();
        String path = HERE + "/report/sections/" + section;
        int before = get(path).get("versions").size();
        int version = ask(200, "PUT", path, "{\"text\":\"We heard you.\",\"after\":" + before + "}")
                .get("version")
                .asInt();
        assertThat(code(ask(409, "PUT", path, "{\"text\":\"Late.\",\"after\":" + before + "}")))
                .isEqualTo("report-overtaken");
        assertThat(get(path).get("versions").get(0).get("version").asInt()).isEqualTo(version);
        assertThat(code(ask(409, "POST", HERE + "/report/state", "{\"action\":\"explode\"}")))
                .isEqualTo("report-not-from-here");
    }

    @Test
    void groupsAreCompared() {
        long by = WORKBENCH
                .owner()
                .sql("""
                        INSERT INTO question (consultation_id, code, position, text, kind)
                        VALUES (?, 'A1', 9, 'Do you ride trams?', 'ABOUT_YOU') RETURNING id""")
                .param(CODED.consultation())
                .query(Long.class)
                .single();
        WORKBENCH.owner().sql("""
                        INSERT INTO answer (consultation_id, question_id, response_id, text)
                        SELECT consultation_id, ?, response_id, CASE WHEN id % 2 = 0 THEN 'yes' ELSE 'no' END
                        FROM answer WHERE question_id = ?""").params(by, CODED.question()).update();
        JsonNode table = get(HERE + "/table?question=" + CODED.question() + "&by=" + by);
        assertThat(table.get("groups")
                        .valueStream()
                        .map(group -> group.get("value").asString()))
                .contains("yes", "no");
        assertThat(table.get("rows").get(0).get("cells").size())
                .isEqualTo(table.get("groups").size());
        assertThat(get(HERE + "/answers?c" + by + "=yes").get("total").asInt())
                .isEqualTo(CODED.answers().size() / 2);
        Person viewer = WORKBENCH.member(CODED.consultation(), "Vito Api", Role.VIEWER);
        assertThat(code(ask(WORKBENCH.token(viewer), 403, "GET", HERE + "/answers?c" + by + "=yes", null)))
                .as("who may not see originals does not divide answers by who gave them")
                .isEqualTo("forbidden");
    }

    @Test
    void teamAndPeopleAreLookedAfter() {
        JsonNode invited = ask(
                201,
                "POST",
                HERE + "/team",
                "{\"email\":\"new.api@example.org\",\"name\":\"Nina\",\"role\":\"ANALYST\"}");
        assertThat(invited.get("link").asString()).startsWith(WORKBENCH.url() + "/invitation/");
        long person = get(HERE + "/team")
                .valueStream()
                .filter(member -> member.get("email").asString().equals("new.api@example.org"))
                .findFirst()
                .orElseThrow()
                .get("person")
                .asLong();
        ask(204, "PUT", HERE + "/team/" + person, "{\"role\":\"VIEWER\"}");
        ask(204, "DELETE", HERE + "/team/" + person, null);
        ask(404, "DELETE", HERE + "/team/" + person, null);
        assertThat(code(ask(409, "DELETE", HERE + "/team/" + LEAD.id(), null))).isEqualTo("last-lead");
        ask(403, "GET", "/api/v1/people", null);
        String administrator = WORKBENCH.token(WORKBENCH.administrator("Ada Api"));
        assertThat(ask(administrator, 200, "PUT", "/api/v1/people/" + person, "{\"disabled\":true}")
                        .get("disabled")
                        .asBoolean())
                .isTrue();
        assertThat(ask(administrator, 200, "GET", "/api/v1/audit/verification", null)
                        .get("sound")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void tokenAllowsNoMoreThanItWasMadeFor() {
        String reading = made("{\"name\":\"reads\",\"days\":1,\"allows\":\"READ\"}");
        ask(reading, 200, "GET", HERE + "/questions", null);
        assertThat(code(ask(reading, 403, "POST", QUESTION + "/next", "{\"order\":\"UNREAD\",\"after\":0}")))
                .isEqualTo("token-too-little");
        ask(reading, 403, "POST", "/api/v1/tokens", "{\"name\":\"more\",\"days\":300,\"allows\":\"WRITE\"}");
        long elsewhere = WORKBENCH.consultation("Elsewhere", LEAD);
        String here =
                made("{\"name\":\"here\",\"days\":1,\"allows\":\"WRITE\",\"onlyIn\":" + CODED.consultation() + "}");
        ask(here, 200, "GET", HERE + "/questions", null);
        ask(here, 404, "GET", "/api/v1/consultations/" + elsewhere + "/questions", null);
        assertThat(ask(here, 200, "GET", "/api/v1/consultations", null).size()).isEqualTo(1);
        ask(here, 403, "POST", "/api/v1/consultations", "{\"title\":\"outside\"}");
        String writing = made("{\"name\":\"writes\",\"days\":1,\"allows\":\"WRITE\"}");
        assertThat(code(ask(
                        writing,
                        403,
                        "POST",
                        "/api/v1/tokens",
                        "{\"name\":\"longer\",\"days\":2,\"allows\":\"READ\"}")))
                .as("a token that outlives the one it was made with")
                .isEqualTo("token-too-little");
        ask(writing, 201, "POST", "/api/v1/tokens", "{\"name\":\"shorter\",\"days\":1,\"allows\":\"READ\"}");
        assertThat(code(ask(403, "POST", "/api/v1/tokens", "{\"name\":\"all\",\"days\":1,\"allows\":\"ADMINISTER\"}")))
                .as("more than its person may")
                .isEqualTo("token-too-little");
        Person administrator = WORKBENCH.administrator("Anton Api");
        String plain = ask(
                        WORKBENCH.token(administrator),
                        201,
                        "POST",
                        "/api/v1/tokens",
                        "{\"name\":\"plain\",\"days\":1,\"allows\":\"WRITE\"}")
                .get("token")
                .asString();
        ask(plain, 403, "GET", "/api/v1/people", null);
        long id = get("/api/v1/tokens").get(0).get("id").asLong();
        ask(plain, 404, "DELETE", "/api/v1/tokens/" + id, null);
        ask(204, "DELETE", "/api/v1/tokens/" + id, null);
    }

    private static String made(String wish) {
        return ask(201, "POST", "/api/v1/tokens", wish).get("token").asString();
    }

    @Test
    void historyIsVerifiedAndTakenOut() {
        JsonNode verified = get(HERE + "/audit/verification");
        assertThat(verified.get("sound").asBoolean()).isTrue();
        Answer extract =
                WORKBENCH.stranger().send("POST", HERE + "/audit/extract", null, "Authorization", "Bearer " + TOKEN);
        assertThat(new String(extract.bytes(), StandardCharsets.UTF_8).lines())
                .last()
                .asString()
                .contains("history.extracted");
        assertThat(get(HERE + "/audit/verification?head="
                                + get(HERE + "/audit").get("head").asString())
                        .get("sound")
                        .asBoolean())
                .isTrue();
        assertThat(Stream.of("1:" + "0".repeat(64))
                        .map(head -> get(HERE + "/audit/verification?head=" + head)
                                .get("sound")
                                .asBoolean()))
                .containsExactly(false);
        ask(400, "GET", HERE + "/audit/verification?head=nonsense", null);
    }

    @Test
    void campaignsAndRespondentsAreRead() {
        assertThat(get(HERE + "/campaigns").isArray()).isTrue();
        long response = get(HERE + "/answers?question=" + CODED.question())
                .get("answers")
                .get(0)
                .get("response")
                .asLong();
        assertThat(get(HERE + "/respondents/" + response).get("answers").size()).isEqualTo(1);
        JsonNode first = get(HERE + "/answers?question=" + CODED.question());
        assertThat(first.get("total").asInt()).isEqualTo(CODED.answers().size());
        assertThat(get(HERE + "/answers?question=" + CODED.question() + "&after="
                                + first.get("next").asLong())
                        .get("answers")
                        .size())
                .isEqualTo(CODED.answers().size() - 100);
        assertThat(get(HERE + "/coding").size()).isEqualTo(1);
    }
}
