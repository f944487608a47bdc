package org.folkmoot.server.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import org.folkmoot.server.TestBrowser;
import org.folkmoot.server.TestClient;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The first page of a consultation: the ledger, the charts, the next step.
class OverviewTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start("--folkmoot.jobs=false");
    private static final Person LEAD = WORKBENCH.person("Olga Lead");

    private static final String TABLE = """
            id,Q1. Should buses run at night?,Q2. Why do you say so?,Responding as
            r1,Yes,"Night shifts end at two and no bus goes home, so I walk four miles.",Individual
            r2,No,Empty buses roar past my window while nobody is inside them.,Individual
            r3,Yes,,Organisation
            ,,,
            """;

    private static final String DROP_TWO = """
            () => {
              const data = new DataTransfer();
              data.items.add(new File(['id'], 'one.csv'));
              data.items.add(new File(['id'], 'two.csv'));
              const box = document.querySelector('[data-drop]');
              box.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
              return box.querySelector('input').files.length;
            }""";

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    private static void upload(TestClient client, long consultation, String name, String table) {
        TestClient.Answer answer = client.upload(
                "/consultations/" + consultation + "/files", "files", name, table.getBytes(StandardCharsets.UTF_8));
        client.post(answer.location() + "/import");
    }

    @Test
    void emptyConsultationOffersToAddFiles() {
        long consultation = WORKBENCH.consultation("Empty", LEAD);
        TestClient.Answer page = WORKBENCH.signIn(LEAD).get("/consultations/" + consultation);
        TestBrowser.requireValid(page);
        assertThat(page.body()).contains("add the files with the responses");
    }

    @Test
    void ledgerBalancesAfterLateAndRepeatedFiles() {
        TestClient client = WORKBENCH.signIn(LEAD);
        long consultation = WORKBENCH.consultation("Ledger", LEAD);
        upload(client, consultation, "first.csv", TABLE);
        upload(client, consultation, "second.csv", TABLE.replace("roar past", "thunder past"));
        TestClient.Answer page = client.get("/consultations/" + consultation);
        TestBrowser.requireValid(page);
        assertThat(page.body())
                .contains("every received row is accounted for exactly once")
                .contains("Set aside: already received", "Set aside: replaced by a later version")
                .contains("Respondents by type", "Individual", "66.7%")
                .contains("In the queue");
        TestClient.Answer rows =
                client.get("/consultations/" + consultation + "/ledger/excluded?reason=already+received");
        TestBrowser.requireValid(rows);
        assertThat(rows.body()).contains("second.csv", "2 rows.").doesNotContain("first.csv");
        assertThat(client.get("/consultations/" + consultation + "/ledger/excluded?reason=replaced+by+a+later+version")
                        .body())
                .contains("first.csv", "1 row.");
        assertThat(client.get("/consultations/" + consultation + "/ledger/excluded?reason=nothing")
                        .status())
                .isEqualTo(404);
        String imported = "/consultations/" + consultation + "/files/imported/";
        long second = WORKBENCH
                .owner()
                .sql("SELECT max(id) FROM received_file WHERE consultation_id = ?")
                .param(consultation)
                .query(Long.class)
                .single();
        WORKBENCH.owner().sql("""
                        INSERT INTO import_fault (consultation_id, file_id, severity, code, source_sheet, source_row,
                                                  column_name, message, remedy)
                        VALUES (?, ?, 'WARNING', 'odd', '', 3, 'Q1', 'a cell is <odd>', 'look at it')""").params(consultation, second).update();
        TestClient.Answer file = client.get(imported + second);
        TestBrowser.requireValid(file);
        assertThat(file.body())
                .contains("second.csv", "rows set aside", "already received", "Open question")
                .contains("1 note", "a cell is &lt;odd&gt;");
        assertThat(client.get(imported + "987654321").status()).isEqualTo(404);
        WORKBENCH.owner().sql("""
                        INSERT INTO exclusion (consultation_id, file_id, source_row, source_sheet, respondent, reason)
                        SELECT consultation_id, file_id, source_row, source_sheet, respondent, 'counted twice'
                        FROM response WHERE consultation_id = ? LIMIT 1""").param(consultation).update();
        assertThat(client.get("/consultations/" + consultation).body()).contains("do not add up");
    }

    @Test
    void failedRunSaysWhichAnswersWaitAndWhy() {
        TestClient client = WORKBENCH.signIn(LEAD);
        long consultation = WORKBENCH.consultation("Failed", LEAD);
        upload(client, consultation, "first.csv", TABLE);
        assertThat(client.get("/consultations/" + consultation + "/progress").status())
                .isEqualTo(200);
        WORKBENCH
                .owner()
                .sql("UPDATE run SET state = 'FAILED', failure = 'The lights went out.' WHERE consultation_id = ?")
                .param(consultation)
                .update();
        TestClient.Answer page = client.get("/consultations/" + consultation);
        TestBrowser.requireValid(page);
        assertThat(page.body()).contains("The lights went out.", "2 answers wait.", "Start the run");
        long question = WORKBENCH
                .owner()
                .sql("SELECT id FROM question WHERE kind = 'OPEN' AND consultation_id = ?")
                .param(consultation)
                .query(Long.class)
                .single();
        String waiting = "/consultations/" + consultation + "/ledger/waiting/" + question;
        assertThat(page.body()).contains(waiting);
        TestClient.Answer rows = client.get(waiting);
        TestBrowser.requireValid(rows);
        assertThat(rows.body()).contains("2 rows.", "The lights went out.", "first.csv", "/answers/");
        assertThat(client.get("/consultations/" + consultation + "/progress").status())
                .isEqualTo(204);
    }

    @Test
    void viewerSeesFiguresButNoHistoryAndNoButtons() {
        TestClient client = WORKBENCH.signIn(LEAD);
        long consultation = WORKBENCH.consultation("Viewed", LEAD);
        upload(client, consultation, "first.csv", TABLE);
        Person viewer = WORKBENCH.member(consultation, "Olga Viewer", Role.VIEWER);
        assertThat(client.get("/consultations/" + consultation).body())
                .contains("Next:", "Lately", "Stop the run", "Who is doing what")
                .doesNotContain("opened the consultation <span");
        assertThat(WORKBENCH
                        .signIn(viewer)
                        .get("/consultations/" + consultation)
                        .body())
                .contains("Responses that count")
                .doesNotContain("Next:", "Lately", "Stop the run", "Who is doing what");
    }

    @Test
    void pageIsAccessibleAndNarrow() {
        TestClient client = WORKBENCH.signIn(LEAD);
        long consultation = WORKBENCH.consultation("Seen", LEAD);
        upload(client, consultation, "first.csv", TABLE);
        try (TestBrowser browser = TestBrowser.start(WORKBENCH)) {
            for (int width : new int[] {1280, 360}) {
                Page page = browser.signedIn(LEAD, width, 900);
                page.navigate("/consultations/" + consultation);
                TestBrowser.requireAccessible(page);
                TestBrowser.picture(page, "overview-" + width);
                page.navigate("/consultations/" + consultation + "/files");
                TestBrowser.requireAccessible(page);
                assertThat(page.evaluate(DROP_TWO))
                        .as("several files dropped at once")
                        .isEqualTo(2);
                page.navigate("/");
                TestBrowser.requireAccessible(page);
            }
            TestClient.Answer answer = client.upload(
                    "/consultations/" + consultation + "/files",
                    "files",
                    "next.csv",
                    TABLE.replace("roar", "thunder").getBytes(StandardCharsets.UTF_8));
            for (int width : new int[] {1280, 360}) {
                Page page = browser.signedIn(LEAD, width, 900);
                page.navigate(answer.location());
                TestBrowser.requireAccessible(page);
                TestBrowser.picture(page, "file-check-" + width);
            }
        }
    }
}
