package org.folkmoot.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.folkmoot.server.AccessMatrix.Route;
import org.folkmoot.server.TestClient.Answer;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Ids of one consultation below the address of another. Whoever asks belongs to both, so that neither the rights of
/// a stranger nor those of a member hide a route that forgets to look whose id it is.
class NestedIdsTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start("--folkmoot.jobs=false");
    private static final Person FOUNDER = WORKBENCH.person("Fenna Nested");
    private static final CodedConsultation OWN = CodedConsultation.in(WORKBENCH, "Own", FOUNDER);
    private static final CodedConsultation OTHER = CodedConsultation.in(WORKBENCH, "Other", FOUNDER);
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");
    private static final String BODY = """
            {"action":"keep","reason":"r","mark":"m","role":"VIEWER","edit":"rename","theme":"T1","headline":"H",
             "decision":"dismiss","text":"t","order":"UNREAD","choices":[],"words":"w","kind":"NAME","themes":[],
             "flagged":false,"unsure":false,"version":1,"plan":"simple","n":2,"readers":[1],"after":0}""";

    private static final List<String> FIELDS = List.of(
            "action",
            "keep",
            "answer",
            "1",
            "reason",
            "r",
            "edit",
            "rename",
            "theme",
            "T1",
            "headline",
            "H",
            "decision",
            "dismiss",
            "entry",
            "1",
            "mark",
            "m",
            "order",
            "UNREAD",
            "words",
            "w",
            "kind",
            "NAME",
            "text",
            "t",
            "version",
            "0");

    private static final Map<String, String> OTHERS = others();

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    private static Map<String, String> others() {
        Map<String, String> ids = new HashMap<>();
        Timestamp now = Timestamp.from(WORKBENCH.clock().instant());
        long answer = OTHER.answers().getFirst();
        ids.put("question", Long.toString(OTHER.question()));
        ids.put("answer", Long.toString(answer));
        ids.put("run", Long.toString(OTHER.run()));
        ids.put("response", id("SELECT response_id FROM answer WHERE id = ?", answer));
        ids.put("campaign", id("""
                        INSERT INTO campaign (consultation_id, run_id, code, common_text, members, variants)
                        VALUES (?, ?, 'C1', 'common', 2, '[]') RETURNING id""", OTHER.consultation(), OTHER.run()));
        ids.put("span", id("""
                        INSERT INTO personal_data (consultation_id, answer_id, span_start, span_end, kind, state)
                        VALUES (?, ?, 0, 3, 'NAME', 'FLAGGED') RETURNING id""", OTHER.consultation(), answer));
        ids.put("argument", id("""
                        INSERT INTO uncovered (consultation_id, run_id, headline, key_phrases, passages)
                        VALUES (?, ?, 'h', '[]', '[]') RETURNING id""", OTHER.consultation(), OTHER.run()));
        ids.put("sample", id("""
                        INSERT INTO blind_sample (consultation_id, question_id, codebook_version, plan, seed,
                            frame_sha256, readers, state, drawn_by, drawn_at, run_id, themes,
                            last_decision)
                        VALUES (?, ?, 1, 'simple:2', 1, 'x', 1, 'READING', ?, ?, ?, '[]', 0) RETURNING id""", OTHER.consultation(), OTHER.question(), FOUNDER.id(), now, OTHER.run()));
        ids.put("batch", id("""
                        INSERT INTO received_file (consultation_id, name, size, sha256, content, state, uploaded_by,
                            uploaded_at)
                        VALUES (?, 'r.csv', 3, 'y', 'a,b', 'UPLOADED', ?, ?) RETURNING id""", OTHER.consultation(), FOUNDER.id(), now));
        ids.put(
                "person",
                Long.toString(WORKBENCH
                        .member(OTHER.consultation(), "Otto Nested", Role.VIEWER)
                        .id()));
        return ids;
    }

    private static String id(String sql, Object... values) {
        return WORKBENCH
                .owner()
                .sql(sql)
                .params(values)
                .query(Long.class)
                .single()
                .toString();
    }

    @Test
    void idsOfAnotherConsultationAreNotThere() {
        List<String> wrong = new ArrayList<>();
        wrong.addAll(walk(FOUNDER));
        Person reviewer = WORKBENCH.member(OWN.consultation(), "Rita Nested", Role.REVIEWER);
        WORKBENCH.join(OTHER.consultation(), reviewer, Role.LEAD);
        WORKBENCH
                .owner()
                .sql("INSERT INTO sample_reader (sample_id, consultation_id, person_id) VALUES (?, ?, ?)")
                .params(Long.valueOf(OTHERS.get("sample")), OTHER.consultation(), reviewer.id())
                .update();
        wrong.addAll(walk(reviewer));
        assertThat(wrong).isEmpty();
    }

    private static List<String> walk(Person person) {
        TestClient client = WORKBENCH.signIn(person);
        String token = WORKBENCH.token(person);
        List<String> wrong = new ArrayList<>();
        for (Route route : AccessMatrix.routes(WORKBENCH)) {
            List<String> nested = VARIABLE.matcher(route.path())
                    .results()
                    .map(found -> found.group(1))
                    .filter(OTHERS::containsKey)
                    .toList();
            if (route.isOfConsultation() && !nested.isEmpty()) {
                int status = ask(client, token, route).status();
                if (status != 404 && status != 403) {
                    wrong.add(person.name() + ": " + route.method() + " " + route.path() + " gives " + status);
                }
            }
        }
        return wrong;
    }

    private static Answer ask(TestClient client, String token, Route route) {
        String path = VARIABLE.matcher(route.path()).replaceAll(NestedIdsTest::value);
        if (route.isApi()) {
            return WORKBENCH
                    .stranger()
                    .send(
                            route.method(),
                            path + "?words=w",
                            route.method().equals("GET") ? null : BODY,
                            "Authorization",
                            "Bearer " + token,
                            "Content-Type",
                            "application/json");
        }
        if (route.method().equals("GET")) {
            return client.get(path.endsWith("/turn") ? path + "?entry=1" : path);
        }
        List<String> fields = new ArrayList<>(FIELDS);
        if (path.contains("/team/")) {
            fields.addAll(List.of("role", "VIEWER"));
        }
        if (path.contains("/files/")) {
            fields.addAll(List.of("column", "c", "role", "IGNORE"));
        }
        return client.post(path, fields.toArray(String[]::new));
    }

    private static String value(MatchResult variable) {
        return switch (variable.group(1)) {
            case "consultation" -> Long.toString(OWN.consultation());
            case "theme" -> "T1";
            case "version", "entry" -> "1";
            default -> OTHERS.getOrDefault(variable.group(1), "x");
        };
    }

    @Test
    void idsOfAnotherConsultationInParametersAreNotThere() {
        TestClient client = WORKBENCH.signIn(FOUNDER);
        String own = "/consultations/" + OWN.consultation();
        String question = Long.toString(OTHER.question());
        assertThat(List.of(
                        client.get(own + "/explore?question=" + question).status(),
                        client.get(own + "/explore/table?question=" + question + "&by=" + question)
                                .status(),
                        client.post(own + "/quality", "question", question, "plan", "SIMPLE", "n", "2", "reader", "1")
                                .status()))
                .containsOnly(404);
    }

    @Test
    void roleInOneConsultationGivesNoSightOfAnother() {
        Person mixed = WORKBENCH.member(OWN.consultation(), "Mia Nested", Role.LEAD);
        WORKBENCH.join(OTHER.consultation(), mixed, Role.VIEWER);
        TestClient client = WORKBENCH.signIn(mixed);
        long answer = OTHER.answers().getFirst();
        assertThat(client.get("/consultations/" + OWN.consultation() + "/answers/" + answer)
                        .status())
                .isEqualTo(404);
        String written = "/consultations/"
                + Long.toString(OWN.consultation())
                        .chars()
                        .mapToObj("%%%02x"::formatted)
                        .collect(Collectors.joining());
        assertThat(client.get(written + "/themes").status())
                .as("the address written otherwise")
                .isEqualTo(200);
        assertThat(client.get(written + "/answers/" + answer).status()).isEqualTo(404);
    }
}
