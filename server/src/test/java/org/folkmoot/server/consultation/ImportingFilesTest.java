package org.folkmoot.server.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.folkmoot.server.TestBrowser;
import org.folkmoot.server.TestClient;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Files handed in over HTTP, on a real database.
class ImportingFilesTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start("--folkmoot.jobs=false");
    private static final Person LEAD = WORKBENCH.person("Ines Lead");

    private static final String FIRST = """
            id,Name,"Q1. Should buses run at night?","Q2. Why do you say so?",Are you responding as an individual or an organisation?
            r1,Ann Ham,Yes,"Night shifts end at two and no bus goes home, so I walk four miles.",Individual
            r2,Bob Eel,No,"Empty buses roar past my window while nobody is inside them.",Individual
            r3,Cy Fox,Yes,"Our cleaners need a bus that meets the first train of the day.",Organisation
            """;

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long count(String table, long consultation) {
        return WORKBENCH
                .owner()
                .sql("SELECT count(*) FROM " + table + " WHERE consultation_id = ?")
                .param(consultation)
                .query(Long.class)
                .single();
    }

    private static TestClient.Answer upload(TestClient client, long consultation, String name, byte[] content) {
        return client.upload("/consultations/" + consultation + "/files", "files", name, content);
    }

    private static long withFirst(TestClient client) {
        long consultation = WORKBENCH.consultation("Night buses", LEAD);
        TestClient.Answer answer = upload(client, consultation, "first.csv", bytes(FIRST));
        client.post(answer.location() + "/import");
        return consultation;
    }

    @Test
    void tableIsShownThenImportedWithoutItsIdentifiers() {
        TestClient client = WORKBENCH.signIn(LEAD);
        long consultation = WORKBENCH.consultation("Night buses", LEAD);
        TestClient.Answer answer = upload(client, consultation, "first.csv", bytes(FIRST));
        TestClient.Answer check = client.get(answer.location());
        TestBrowser.requireValid(check);
        assertThat(check.body()).contains("3 responses are new", "Why do you say so?", "new question Q2");
        assertThat(count("response", consultation)).isZero();
        assertThat(client.post(answer.location() + "/import").status()).isEqualTo(303);
        assertThat(count("response", consultation)).isEqualTo(3);
        assertThat(WORKBENCH
                        .owner()
                        .sql("SELECT q.kind || ':' || a.text FROM answer a JOIN question q ON q.id = a.question_id "
                                + "WHERE q.consultation_id = ? ORDER BY q.position, a.response_id")
                        .param(consultation)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "CLOSED:Yes",
                        "CLOSED:No",
                        "CLOSED:Yes",
                        "OPEN:Night shifts end at two and no bus goes home, so I walk four miles.",
                        "OPEN:Empty buses roar past my window while nobody is inside them.",
                        "OPEN:Our cleaners need a bus that meets the first train of the day.",
                        "ABOUT_YOU:Individual",
                        "ABOUT_YOU:Individual",
                        "ABOUT_YOU:Organisation");
        assertThat(WORKBENCH
                        .owner()
                        .sql("SELECT action FROM audit_entry WHERE chain = ? ORDER BY sequence")
                        .param(consultation)
                        .query(String.class)
                        .list())
                .contains("file.received", "file.imported");
        TestBrowser.requireValid(client.get("/consultations/" + consultation + "/files"));
    }

    @Test
    void whatWasRecognisedWrongIsCorrectedAndHoldsForLaterFiles() {
        TestClient client = WORKBENCH.signIn(LEAD);
        long consultation = WORKBENCH.consultation("Corrected", LEAD);
        String table = """
                Export of the council's form
                id,Buses?,Comment
                r1,Yes,"Night shifts end at two and no bus goes home, so I walk four miles."
                r2,No,Empty buses roar past my window while nobody is inside them.
                """;
        TestClient.Answer answer = upload(client, consultation, "form.csv", bytes(table));
        client.submit(answer.location() + "/check", "header", "1", "header.was", "2", "column", "id", "role", "IGNORE");
        assertThat(client.get(answer.location()).body()).contains("name=\"header\"", "value=\"1\"");
        client.submit(answer.location() + "/check", "header", "2", "header.was", "1");
        String[] stated = {
            "header",
            "2",
            "header.was",
            "2",
            "column",
            "id",
            "role",
            "RESPONDENT",
            "text",
            "",
            "explains",
            "",
            "column",
            "Buses?",
            "role",
            "CLOSED",
            "text",
            "Should buses run at night?",
            "explains",
            "",
            "column",
            "Comment",
            "role",
            "OPEN",
            "text",
            "Why do you say so?",
            "explains",
            "none"
        };
        TestClient.Answer again = client.submit(answer.location() + "/check", stated);
        TestBrowser.requireValid(again);
        assertThat(again.body())
                .contains("Should buses run at night?</textarea>", "2 responses are new", "stated by a person")
                .as("a file that exists on the command line only")
                .doesNotContain("roles file");
        client.post(answer.location() + "/import", stated);
        assertThat(questions(consultation))
                .containsExactly("CLOSED Should buses run at night?", "OPEN Why do you say so?");
        TestClient.Answer late = upload(
                client,
                consultation,
                "late.csv",
                bytes(table.replace("r1,", "r3,").replace("r2,", "r4,")));
        assertThat(client.get(late.location()).body()).doesNotContain("new to this consultation");
        client.post(late.location() + "/import");
        assertThat(questions(consultation)).hasSize(2);
        assertThat(count("response", consultation)).isEqualTo(4);
    }

    @Test
    void laterVersionOfAFileSetsAsideWhatItLacks() {
        TestClient client = WORKBENCH.signIn(LEAD);
        long consultation = withFirst(client);
        String without = FIRST.lines()
                .filter(line -> !line.contains("Our cleaners"))
                .map(line -> line.replace("roar past", "thunder past"))
                .collect(Collectors.joining("\n", "", "\n"));
        TestClient.Answer later = upload(client, consultation, "corrected.csv", bytes(without));
        TestClient.Answer check = client.get(later.location());
        TestBrowser.requireValid(check);
        assertThat(check.body()).contains("Yes, of first.csv: 1 response that it no longer has will be set aside");
        long first = WORKBENCH
                .owner()
                .sql("SELECT min(id) FROM received_file WHERE consultation_id = ?")
                .param(consultation)
                .query(Long.class)
                .single();
        client.post(later.location() + "/import", "replaces", Long.toString(first));
        String overview = client.get("/consultations/" + consultation).body();
        assertThat(overview)
                .contains(
                        "1 response withdrawn",
                        "Set aside: not in a later delivery",
                        "every received row is accounted for exactly once");
        assertThat(client.get("/consultations/" + consultation + "/ledger/excluded?reason=not+in+a+later+delivery")
                        .body())
                .contains("first.csv", "1 row.");
        assertThat(standing(consultation)).isEqualTo(2);
        TestClient.Answer again = upload(client, consultation, "again.csv", bytes(FIRST + "\n"));
        client.post(again.location() + "/import", "changes", "KEEP");
        assertThat(standing(consultation)).as("what comes again counts again").isEqualTo(3);
    }

    private static long standing(long consultation) {
        return WORKBENCH
                .owner()
                .sql("SELECT count(*) FROM response WHERE consultation_id = ? AND superseded_by IS NULL")
                .param(consultation)
                .query(Long.class)
                .single();
    }

    private static List<String> questions(long consultation) {
        return WORKBENCH
                .owner()
                .sql("SELECT kind || ' ' || text FROM question WHERE consultation_id = ? ORDER BY position")
                .param(consultation)
                .query(String.class)
                .list();
    }

    @Test
    void sameBytesTwiceAreReceivedOnce() {
        TestClient client = WORKBENCH.signIn(LEAD);
        long consultation = withFirst(client);
        TestClient.Answer again = upload(client, consultation, "again.csv", bytes(FIRST));
        assertThat(client.get(again.location()).body()).contains("1 already received before");
        assertThat(count("received_file", consultation)).isEqualTo(1);
        assertThat(count("response", consultation)).isEqualTo(3);
    }

    @Test
    void laterFileAddsLateResponsesAndReplacesChangedOnes() {
        TestClient client = WORKBENCH.signIn(LEAD);
        long consultation = withFirst(client);
        String later = FIRST.replace("while nobody is inside them.", "with one sleepy student inside.")
                + "r4,Di Gnu,Yes,\"Hospital staff deserve a safe way home after late work.\",Individual\n";
        TestClient.Answer answer = upload(client, consultation, "later.csv", bytes(later));
        TestClient.Answer check = client.get(answer.location());
        TestBrowser.requireValid(check);
        assertThat(check.body())
                .contains("1 response is new", "2 responses are here already", "1 respondent is here already")
                .contains("<ins>with one sleepy student inside.</ins>");
        client.post(answer.location() + "/import");
        assertThat(count("response", consultation)).isEqualTo(5);
        assertThat(WORKBENCH
                        .owner()
                        .sql("SELECT q.code || ':' || a.text FROM answer a JOIN response r ON r.id = a.response_id "
                                + "JOIN question q ON q.id = a.question_id "
                                + "WHERE r.consultation_id = ? AND r.respondent = 'r2' AND r.superseded_by IS NULL "
                                + "ORDER BY q.position")
                        .param(consultation)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "Q1:No", "Q2:Empty buses roar past my window with one sleepy student inside.", "A1:Individual");
        assertThat(WORKBENCH
                        .owner()
                        .sql("SELECT reason FROM exclusion WHERE consultation_id = ?")
                        .param(consultation)
                        .query(String.class)
                        .list())
                .containsExactly("already received", "already received");
    }

    @Test
    void changedResponseThatIsNotAcceptedIsSetAside() {
        TestClient client = WORKBENCH.signIn(LEAD);
        long consultation = withFirst(client);
        TestClient.Answer answer =
                upload(client, consultation, "later.csv", bytes(FIRST.replace("Our cleaners", "Our bakers")));
        client.post(answer.location() + "/import", "changes", "KEEP");
        assertThat(count("response", consultation)).isEqualTo(3);
        assertThat(WORKBENCH
                        .owner()
                        .sql("SELECT count(*) FROM answer WHERE consultation_id = ? AND text LIKE '%bakers%'")
                        .param(consultation)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void faultsAreListedTogetherWithRowAndRemedy() {
        TestClient client = WORKBENCH.signIn(LEAD);
        long consultation = WORKBENCH.consultation("Faulty", LEAD);
        String faulty = FIRST + "r5,E,Yes,too,many,cells\nr6,F,No,far,too,many,cells\n";
        TestClient.Answer answer = upload(client, consultation, "faulty.csv", bytes(faulty));
        TestClient.Answer check = client.get(answer.location());
        TestBrowser.requireValid(check);
        assertThat(check.body()).contains("2 things must be put right", "row 5", "row 6", "quotation marks");
        assertThat(client.post(answer.location() + "/import").status()).isEqualTo(422);
        assertThat(count("response", consultation)).isZero();
    }

    @Test
    void personCorrectsRolesAndTheyHold() {
        TestClient client = WORKBENCH.signIn(LEAD);
        long consultation = WORKBENCH.consultation("Corrected", LEAD);
        TestClient.Answer answer = upload(client, consultation, "first.csv", bytes(FIRST));
        client.post(
                answer.location() + "/import",
                "column",
                "id",
                "role",
                "RESPONDENT",
                "column",
                "Name",
                "role",
                "IDENTIFIER",
                "column",
                "Q1. Should buses run at night?",
                "role",
                "IGNORE",
                "column",
                "Q2. Why do you say so?",
                "role",
                "OPEN",
                "column",
                "Are you responding as an individual or an organisation?",
                "role",
                "RESPONDENT_TYPE");
        assertThat(WORKBENCH
                        .owner()
                        .sql("SELECT kind FROM question WHERE consultation_id = ? ORDER BY position")
                        .param(consultation)
                        .query(String.class)
                        .list())
                .containsExactly("OPEN", "ABOUT_YOU");
    }

    @Test
    void lettersAreImportedTogetherAndNamesakesAreKept() {
        TestClient client = WORKBENCH.signIn(LEAD);
        long consultation = WORKBENCH.consultation("Letters", LEAD);
        upload(client, consultation, "a.txt", bytes("Dear council, the last bus leaves before the play ends."));
        upload(client, consultation, "a.txt", bytes("Dear council, please keep the quiet nights we have."));
        String page = "/consultations/" + consultation + "/files/letters";
        assertThat(client.get(page).body()).contains("2 responses are new");
        client.post(page + "/import");
        assertThat(count("response", consultation)).isEqualTo(2);
    }

    @Test
    void onlyThoseWhoMayImportSeeFiles() {
        TestClient client = WORKBENCH.signIn(LEAD);
        long consultation = WORKBENCH.consultation("Rights", LEAD);
        String path = upload(client, consultation, "first.csv", bytes(FIRST)).location();
        Person viewer = WORKBENCH.member(consultation, "Ines Viewer", Role.VIEWER);
        Person stranger = WORKBENCH.person("Ines Stranger");
        assertThat(WORKBENCH.signIn(viewer).get(path).status()).isEqualTo(403);
        assertThat(WORKBENCH.signIn(stranger).get(path).status()).isEqualTo(404);
        long other = WORKBENCH.consultation("Other", LEAD);
        String elsewhere = path.replace("/" + consultation + "/", "/" + other + "/");
        assertThat(client.get(elsewhere).status()).isEqualTo(404);
        assertThat(client.post(elsewhere + "/import").status()).isEqualTo(404);
    }

    @Test
    void charactersThatNoTextCanHaveAreReplacedOneForOne() {
        assertThat(Arrival.storable("a\0b\ud800c\ud83d\ude00")).isEqualTo("a\ufffdb\ufffdc\ud83d\ude00");
        TestClient client = WORKBENCH.signIn(LEAD);
        long consultation = WORKBENCH.consultation("Broken", LEAD);
        String lines = """
                {"id": "1", "Q1. Why?": "The bell \\udc01 rings every night and wakes us all up."}
                {"id": "2", "Q1. Why?": "The bell is lovely and I want to hear it \\ud800 for ever."}
                """;
        TestClient.Answer answer = upload(client, consultation, "broken.jsonl", bytes(lines));
        assertThat(client.post(answer.location() + "/import").status()).isEqualTo(303);
        assertThat(WORKBENCH
                        .owner()
                        .sql("SELECT text FROM answer WHERE consultation_id = ? ORDER BY id")
                        .param(consultation)
                        .query(String.class)
                        .list())
                .allMatch(text -> text.contains("\ufffd"));
    }

    @Test
    void exampleOpensWithItsResponses() {
        TestClient client = WORKBENCH.signIn(WORKBENCH.person("Ines Example"));
        TestClient.Answer answer = client.post("/example");
        long consultation = Long.parseLong(answer.location().replaceAll("\\D", ""));
        assertThat(count("response", consultation) + count("exclusion", consultation))
                .isGreaterThan(100);
        assertThat(count("question", consultation)).isGreaterThan(3);
    }
}
