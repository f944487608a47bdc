package org.folkmoot.server.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.server.TestBrowser;
import org.folkmoot.server.TestClient;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.identity.Role;
import org.folkmoot.text.Passage;
import org.folkmoot.text.Span;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The theme board over HTTP and in a browser.
class ThemeBoardPageTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start();
    private static final Person LEAD = WORKBENCH.person("Lena Board");
    private static final ThemedQuestion QUESTION = ThemedQuestion.of(WORKBENCH, "Machines that decide", LEAD);
    private static final Person VIEWER = WORKBENCH.member(QUESTION.consultation(), "Vera Board", Role.VIEWER);
    private static final Person ANALYST = WORKBENCH.member(QUESTION.consultation(), "Anna Board", Role.ANALYST);

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    @Test
    void listLeadsToTheBoard() {
        TestClient client = WORKBENCH.signIn(VIEWER);
        assertThat(client.get("/consultations/" + QUESTION.consultation() + "/themes")
                        .body())
                .contains("href=\"" + QUESTION.path() + "\"");
        WorkingTheme theme = leaves().getFirst();
        assertThat(client.get(QUESTION.path()).body())
                .contains("id=\"theme-" + theme.id() + "\"", QUESTION.coded().submissions(theme.id()) + " answer");
    }

    @Test
    void formsEditUndoAndRedo() {
        TestClient client = WORKBENCH.signIn(ANALYST);
        ThemeId theme = leaves().get(3).id();
        String old = leaves().get(3).headline();
        String page = client.submit(
                        QUESTION.path() + "/edits",
                        "edit",
                        "rename",
                        "theme",
                        theme.value(),
                        "headline",
                        "Trust <needs> names")
                .body();
        assertThat(page).contains("is now called “Trust &lt;needs&gt; names”", "What this changed", "No answer moved.");
        long entry = QUESTION.coded().kept().log().last();
        assertThat(client.submit(QUESTION.path() + "/undo", "entry", Long.toString(entry))
                        .body()
                        .split("Undone: “", -1))
                .as("said by the notice, and above what changed")
                .hasSize(3);
        assertThat(headline(theme)).isEqualTo(old);
        client.submit(QUESTION.path() + "/redo", "entry", Long.toString(entry));
        assertThat(headline(theme)).isEqualTo("Trust <needs> names");
        client.submit(QUESTION.path() + "/undo", "entry", Long.toString(entry));
    }

    @Test
    void mergeSaysWhatMoved() {
        TestClient client = WORKBENCH.signIn(ANALYST);
        WorkingTheme from = leaves().get(0);
        WorkingTheme into = leaves().get(1);
        int before = QUESTION.coded().submissions(into.id());
        String page = client.submit(
                        QUESTION.path() + "/edits",
                        "edit",
                        "merge",
                        "themes",
                        from.id().value(),
                        "themes",
                        into.id().value(),
                        "into",
                        into.id().value())
                .body();
        int after = QUESTION.coded().submissions(into.id());
        assertThat(after).isGreaterThan(before);
        assertThat(page).contains("is merged into", "answers moved", ">" + before + "</td>", ">" + after + "</td>");
        String all = QUESTION.path() + "/history/";
        long entry = QUESTION.coded().kept().log().last();
        assertThat(page).contains(all + entry);
        TestClient.Answer which = client.get(all + entry);
        TestBrowser.requireValid(which);
        assertThat(which.body()).contains("What edit " + entry + " moved", "No longer:", "Now:", "/answers/");
        assertThat(client.get(all + (entry + 1)).status()).isEqualTo(404);
        undoLast(client);
        assertThat(QUESTION.coded().submissions(into.id())).isEqualTo(before);
    }

    @Test
    void editThatOthersBuildOnIsUndoneWithThemAfterOneLook() {
        TestClient client = WORKBENCH.signIn(ANALYST);
        Codebook before = QUESTION.coded().themes();
        client.submit(QUESTION.path() + "/edits", "edit", "add", "headline", "Buses for all");
        long added = QUESTION.coded().kept().log().last();
        String theme = QUESTION.coded().themes().themes().getLast().id().value();
        client.submit(QUESTION.path() + "/edits", "edit", "rename", "theme", theme, "headline", "Buses & trams");
        client.submit(QUESTION.path() + "/edits", "edit", "note", "theme", theme, "text", "And ferries?");
        Codebook after = QUESTION.coded().themes();
        assertThat(client.get("/consultations/" + QUESTION.consultation() + "/history")
                        .body())
                .contains(">themes: “Buses &amp; trams”</div>");
        TestClient.Answer look = client.submit(QUESTION.path() + "/undo", "entry", Long.toString(added));
        assertThat(look.body())
                .contains("Undo edit " + added, "These 3 edits are undone", "is now called “Buses &amp; trams”");
        TestBrowser.requireValid(look);
        assertThat(QUESTION.coded().themes()).isEqualTo(after);
        assertThat(client.post(
                                QUESTION.path() + "/turn",
                                "entry",
                                Long.toString(added),
                                "along",
                                Long.toString(added + 1))
                        .status())
                .as("others belong to it than the person saw")
                .isEqualTo(409);
        String[] all = {
            "entry", Long.toString(added), "along", Long.toString(added + 1), "along", Long.toString(added + 2)
        };
        assertThat(client.submit(QUESTION.path() + "/turn", all).body()).contains("Undone:", "What this changed");
        assertThat(QUESTION.coded().themes()).isEqualTo(before);
        assertThat(client.submit(QUESTION.path() + "/redo", "entry", Long.toString(added + 2))
                        .body())
                .contains("These 2 edits are made again");
        client.submit(QUESTION.path() + "/turn", "entry", Long.toString(added + 2), "along", Long.toString(added));
        client.submit(QUESTION.path() + "/redo", "entry", Long.toString(added + 1));
        assertThat(QUESTION.coded().themes()).isEqualTo(after);
        client.submit(QUESTION.path() + "/turn", all);
    }

    @Test
    void refusalIsSaidInPlainWords() {
        TestClient client = WORKBENCH.signIn(ANALYST);
        WorkingTheme one = leaves().get(0);
        WorkingTheme two = leaves().get(1);
        assertThat(client.submit(
                                QUESTION.path() + "/edits",
                                "edit",
                                "rename",
                                "theme",
                                one.id().value(),
                                "headline",
                                two.headline())
                        .body())
                .contains("<div class=\"govuk-error-summary\"", "Nothing was changed. There is a theme called")
                .doesNotContain("fm-notice");
        assertThat(client.post(QUESTION.path() + "/edits", "edit", "explode").status())
                .isEqualTo(400);
    }

    @Test
    void questionOfAnotherConsultationIsNotThere() {
        ThemedQuestion other = ThemedQuestion.of(WORKBENCH, "Another", WORKBENCH.person("Otto Other"));
        TestClient client = WORKBENCH.signIn(ANALYST);
        assertThat(client.get(other.path()).status()).isEqualTo(404);
        assertThat(client.get(QUESTION.path() + "9").status()).isEqualTo(404);
        assertThat(client.get(QUESTION.path() + "/no-such-theme").status()).isEqualTo(404);
        assertThat(client.post(other.path() + "/undo", "entry", "1").status()).isEqualTo(404);
    }

    @Test
    void viewerReadsRedactedPassagesAndChangesNothing() {
        ThemeId theme = leaves().getFirst().id();
        String path = QUESTION.path() + "/" + theme;
        String original = WORKBENCH.signIn(ANALYST).get(path).body();
        int answer = QUESTION.coded().alone(theme).nextSetBit(0);
        QUESTION.coded().alone(theme).stream().forEach(index -> QUESTION.flag(index, 0, 4, "FLAGGED"));
        TestClient viewer = WORKBENCH.signIn(VIEWER);
        assertThat(viewer.get(path).body())
                .contains("[redacted]")
                .doesNotContain("<textarea", QUESTION.path() + "/edits");
        assertThat(WORKBENCH.signIn(ANALYST).get(path).body())
                .doesNotContain("[redacted]")
                .hasSameSizeAs(original);
        assertThat(answer).isNotNegative();
        assertThat(viewer.post(QUESTION.path() + "/edits", "edit", "note", "theme", theme.value(), "text", "Mine")
                        .status())
                .isEqualTo(403);
        assertThat(viewer.post(QUESTION.path() + "/sign-off", "mark", "").status())
                .isEqualTo(403);
    }

    @Test
    void themeThatIsAllInSubThemesSaysSoInsteadOfSplitting() {
        TestClient client = WORKBENCH.signIn(ANALYST);
        String leaf = leaves().getFirst().id().value();
        assertThat(client.get(QUESTION.path() + "/" + leaf).body()).contains("/split\"");
        client.submit(QUESTION.path() + "/edits", "edit", "add", "headline", "All of it");
        String top = QUESTION.coded().themes().themes().getLast().id().value();
        client.submit(QUESTION.path() + "/edits", "edit", "move", "theme", leaf, "parent", top);
        assertThat(client.get(QUESTION.path() + "/" + top).body())
                .contains("What it holds stands in its sub-themes")
                .doesNotContain("/split\"");
        undoLast(client);
        undoLast(client);
    }

    @Test
    void argumentsThatNoThemeCoversAreDecidedByPeople() {
        TestClient client = WORKBENCH.signIn(ANALYST);
        int themes = QUESTION.coded().themes().themes().size();
        long made = uncovered("Nobody mentioned the buses");
        long added = uncovered("Nobody mentioned the ferry");
        long dismissed = uncovered("Nobody mentioned the weather");
        String path = QUESTION.path() + "/uncovered";
        client.submit(path + "/" + made, "decision", "make-theme", "headline", "The buses");
        assertThat(QUESTION.coded().themes().themes()).hasSize(themes + 1);
        ThemeId target = leaves().getFirst().id();
        client.submit(path + "/" + added, "decision", "add-to-theme", "theme", target.value());
        assertThat(QUESTION.coded().themes().theme(target).orElseThrow().sources())
                .hasSize(2);
        assertThat(client.post(path + "/" + dismissed, "decision", "dismiss", "reason", " ")
                        .status())
                .isEqualTo(409);
        String page = client.submit(path + "/" + dismissed, "decision", "dismiss", "reason", "Not about the question")
                .body();
        assertThat(page).contains("Made a theme", "Added to a theme", "Needs no theme", "Not about the question");
        uncovered("Nobody mentioned the snow");
        assertThat(client.get(path).body())
                .containsSubsequence("Nobody mentioned the snow", "Decided already (3)", "Nobody mentioned the buses")
                .doesNotContain("<details open");
        assertThat(client.post(path + "/" + dismissed, "decision", "dismiss", "reason", "Again")
                        .status())
                .isEqualTo(409);
        client.submit(path + "/" + dismissed, "decision", "reopen");
        undoLast(client);
        undoLast(client);
        assertThat(client.get(path).body()).contains("Made a theme").doesNotContain("Added to a theme");
        long last = QUESTION.coded().kept().log().last();
        client.submit(QUESTION.path() + "/redo", "entry", Long.toString(last - 1));
        client.submit(QUESTION.path() + "/redo", "entry", Long.toString(last));
        assertThat(client.get(path).body()).contains("Made a theme", "Added to a theme");
        undoLast(client);
        undoLast(client);
        undoLast(client);
        assertThat(client.get(path).body())
                .as("what was made of them is undone, so they await a decision again")
                .doesNotContain("Made a theme", "Added to a theme");
        assertThat(QUESTION.coded().themes().themes()).hasSize(themes);
        assertThat(WORKBENCH
                        .owner()
                        .sql(
                                "SELECT action FROM audit_entry WHERE chain = ? AND action LIKE 'uncovered.%' ORDER BY sequence")
                        .param(QUESTION.consultation())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "uncovered.made-theme",
                        "uncovered.added-to-theme",
                        "uncovered.dismissed",
                        "uncovered.reopened");
    }

    @Test
    void pagesAreValidAndAccessible() {
        uncovered("Say it with people, not with a machine.");
        TestClient client = WORKBENCH.signIn(LEAD);
        ThemeId theme = leaves().getFirst().id();
        client.submit(
                QUESTION.path() + "/edits", "edit", "note", "theme", theme.value(), "text", "Ask the council first");
        long last = QUESTION.coded().kept().log().last();
        List<String> paths = new ArrayList<>(List.of(
                "/consultations/" + QUESTION.consultation() + "/themes",
                QUESTION.path() + "?changed=" + last,
                QUESTION.path() + "/" + theme,
                QUESTION.path() + "/" + theme + "/split",
                QUESTION.path() + "/add?words=parking%20fines",
                QUESTION.path() + "/history",
                QUESTION.path() + "/uncovered"));
        paths.forEach(path -> TestBrowser.requireValid(client.get(path)));
        try (TestBrowser browser = TestBrowser.start(WORKBENCH)) {
            Page wide = browser.signedIn(LEAD);
            Page narrow = browser.signedIn(VIEWER, 360, 740);
            Page narrowLead = browser.signedIn(LEAD, 360, 740);
            for (String path : paths) {
                String name = "board-" + paths.indexOf(path);
                look(wide, path, name + "-1280");
                look(narrowLead, path, name + "-360");
                if (!path.endsWith("/split") && !path.contains("/add")) {
                    look(narrow, path, name + "-viewer-360");
                }
            }
        }
    }

    private static void look(Page page, String path, String name) {
        page.navigate(path);
        TestBrowser.requireAccessible(page);
        TestBrowser.picture(page, name);
    }

    private static long uncovered(String headline) {
        return QUESTION.addUncovered(
                headline,
                List.of("a phrase"),
                List.of(new Passage(2, new Span(0, 20)), new Passage(5, new Span(0, 15))));
    }

    private static void undoLast(TestClient client) {
        long entry = QUESTION.coded().kept().log().entries().reversed().stream()
                .filter(each -> each.undone() == null)
                .findFirst()
                .orElseThrow()
                .number();
        client.submit(QUESTION.path() + "/undo", "entry", Long.toString(entry));
    }

    private static String headline(ThemeId theme) {
        return QUESTION.coded().themes().theme(theme).orElseThrow().headline();
    }

    private static List<WorkingTheme> leaves() {
        return QUESTION.coded().themes().themes().stream()
                .filter(theme -> !theme.sources().isEmpty())
                .toList();
    }
}
