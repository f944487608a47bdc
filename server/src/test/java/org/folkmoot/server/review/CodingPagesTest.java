package org.folkmoot.server.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.server.CodedConsultation;
import org.folkmoot.server.TestBrowser;
import org.folkmoot.server.TestClient;
import org.folkmoot.server.TestClient.Answer;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Read and code, with and without script.
class CodingPagesTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start();
    private static final Person LEAD = WORKBENCH.person("Coda Lead");
    private static final CodedConsultation CODED = CodedConsultation.in(WORKBENCH, "Coding", LEAD);
    private static final String CODE = "/consultations/" + CODED.consultation() + "/code";
    private static final Pattern TICKED = Pattern.compile("name=\"theme\" value=\"([^\"]+)\" checked");
    private static final Pattern THEME = Pattern.compile("name=\"theme\" value=\"([^\"]+)\"");

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    @Test
    void decisionsAreAddedAndNeverChanged() {
        TestClient client = WORKBENCH.signIn(LEAD);
        Answer first = client.submit(CODE + "/" + CODED.question() + "/next", "order", "UNCERTAIN");
        assertThat(first.body()).contains("Machine draft, not yet checked");
        long answer = answerOf(first);
        List<String> ticked = found(TICKED, first);
        String other = found(THEME, first).stream()
                .filter(theme -> !ticked.contains(theme))
                .findFirst()
                .orElseThrow();
        Answer next = client.submit(item(answer), "action", "accept", "order", "UNCERTAIN");
        assertThat(answerOf(next)).isNotEqualTo(answer);
        assertThat(next.body()).contains("Your decision is kept");
        assertThat(choices(answer)).containsExactly(ticked);
        client.submit(
                item(answer),
                "action",
                "save",
                "order",
                "UNCERTAIN",
                "theme",
                other,
                "at." + other,
                "0-3",
                "note",
                "as the letter says",
                "flagged",
                "yes",
                "quote",
                "0-3");
        assertThat(choices(answer)).containsExactly(ticked, List.of(other));
        assertThat(client.get(item(answer)).body())
                .contains("Decided by Coda Lead", "as the letter says", "One earlier decision")
                .doesNotContain("Machine draft");
        assertThat(client.submit(CODE + "/" + CODED.question() + "/next", "order", "FLAGGED")
                        .body())
                .contains("Decided by Coda Lead");
        assertThat(WORKBENCH
                        .owner()
                        .sql("SELECT count(*) FROM audit_entry WHERE action = 'answer.decided' AND subject = ?")
                        .param("answer " + answer)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void themeIsCarriedByAsManyPassagesAsAPersonSays() {
        TestClient client = WORKBENCH.signIn(LEAD);
        long answer = CODED.answers().get(70);
        String theme = found(THEME, client.get(item(answer))).getFirst();
        String at = "at." + theme;
        client.submit(item(answer), "action", "save", "theme", theme, at, "0-5", at, "8-12", at, "0-5", at, "");
        assertThat(WORKBENCH
                        .owner()
                        .sql("SELECT choices FROM decision WHERE answer_id = ?")
                        .param(answer)
                        .query(String.class)
                        .single())
                .contains("\"start\":0,\"end\":5", "\"start\":8,\"end\":12");
        assertThat(client.get(item(answer)).body())
                .contains("value=\"0-5\" selected", "value=\"8-12\" selected")
                .containsPattern("<mark[^>]*><span class=\"fm-key\">A</span>.{5}</mark>");
        client.submit(item(answer), "action", "accept");
        assertThat(choices(answer)).containsExactly(List.of(theme), List.of(theme));
    }

    @Test
    void flaggingAnAnswerDecidesNothing() {
        Person analyst = WORKBENCH.member(CODED.consultation(), "Flag Analyst", Role.ANALYST);
        TestClient client = WORKBENCH.signIn(analyst);
        long answer = CODED.answers().get(80);
        long before = CODED.answers().get(81);
        client.submit(item(before), "action", "accept");
        assertThat(client.get(item(answer)).body()).contains("/code/" + CODED.question() + "/" + before + "?order=");
        assertThat(client.submit(item(answer), "action", "flag", "note", "irony?")
                        .body())
                .contains("flagged for a second look");
        assertThat(choices(answer)).isEmpty();
        assertThat(client.get(item(answer)).body())
                .contains("Machine draft, not yet checked", "Flagged by Flag Analyst", "irony?");
        assertThat(flagged()).contains(answer);
        client.submit(item(answer), "action", "accept");
        assertThat(flagged()).doesNotContain(answer);
    }

    private static List<Long> flagged() {
        return WORKBENCH
                .owner()
                .sql("SELECT answer_id FROM flagged_answer WHERE question_id = ?")
                .param(CODED.question())
                .query(Long.class)
                .list();
    }

    @Test
    void answerThatSomebodyReadsIsNotGivenToAnother() {
        Person one = WORKBENCH.member(CODED.consultation(), "Analyst One", Role.ANALYST);
        Person two = WORKBENCH.member(CODED.consultation(), "Analyst Two", Role.ANALYST);
        Answer first = WORKBENCH.signIn(one).submit(CODE + "/" + CODED.question() + "/next", "order", "RANDOM");
        TestClient second = WORKBENCH.signIn(two);
        Answer other = second.submit(CODE + "/" + CODED.question() + "/next", "order", "RANDOM");
        assertThat(answerOf(other)).isNotEqualTo(answerOf(first));
        assertThat(second.get(item(answerOf(first))).body()).contains("reading this answer now: Analyst One");
        assertThat(second.post(item(answerOf(first)), "action", "accept").status())
                .isEqualTo(409);
    }

    @Test
    void formThatNamesWhatIsNotThereIsRefused() {
        TestClient client = WORKBENCH.signIn(LEAD);
        long answer = CODED.answers().get(100);
        assertThat(client.post(item(answer), "action", "save", "theme", "Q9-99").status())
                .isEqualTo(422);
        String theme = found(THEME, client.get(item(answer))).getFirst();
        assertThat(client.post(item(answer), "action", "save", "theme", theme, "at." + theme, "5-99999")
                        .status())
                .isEqualTo(422);
        assertThat(client.post(item(987_654_321), "action", "accept").status()).isEqualTo(404);
        assertThat(choices(answer)).isEmpty();
    }

    @Test
    void pagesAreValidAccessibleAndWorkByKeyboard() {
        TestClient client = WORKBENCH.signIn(LEAD);
        long answer = CODED.answers().get(50);
        TestBrowser.requireValid(client.get(CODE));
        TestBrowser.requireValid(client.get(item(answer)));
        try (TestBrowser browser = TestBrowser.start(WORKBENCH)) {
            Page page = browser.signedIn(LEAD);
            page.navigate(CODE);
            TestBrowser.requireAccessible(page);
            TestBrowser.picture(page, "code");
            page.navigate(item(answer));
            TestBrowser.requireAccessible(page);
            TestBrowser.picture(page, "code-item");
            page.keyboard().press("f");
            assertThat(page.isChecked("#flagged")).isTrue();
            page.uncheck("#shortcuts");
            page.keyboard().press("f");
            assertThat(page.isChecked("#flagged"))
                    .as("shortcuts are switched off")
                    .isTrue();
            page.check("#shortcuts");
            page.keyboard().press("a");
            page.waitForURL(url -> !url.contains("/" + answer));
            assertThat(choices(answer)).hasSize(1);
            Page narrow = browser.signedIn(LEAD, 360, 740);
            narrow.navigate(item(CODED.answers().get(51)));
            TestBrowser.requireAccessible(narrow);
            TestBrowser.picture(narrow, "code-item-narrow");
        }
    }

    @Test
    void everyKeyIsListedAndDoesWhatTheListSays() {
        long answer = CODED.answers().get(60);
        try (TestBrowser browser = TestBrowser.start(WORKBENCH)) {
            Page page = browser.signedIn(LEAD);
            page.navigate(item(answer));
            String listed = page.textContent(".fm-keys p");
            for (Locator key : page.locator("[data-key]").all()) {
                assertThat(listed).contains(key.getAttribute("data-key").toUpperCase(Locale.ROOT) + " ");
            }
            page.keyboard().press("q");
            assertThat(page.locator("#quotes").getAttribute("open")).isNotNull();
            for (String number : List.of("1", "9")) {
                Locator box = page.locator("[data-number='" + number + "'] [type=checkbox]");
                boolean before = box.isChecked();
                page.keyboard().press(number);
                assertThat(box.isChecked()).as("theme %s", number).isNotEqualTo(before);
            }
            Locator last = page.locator("[data-theme]").last();
            page.keyboard().press("/");
            page.keyboard().type(last.getAttribute("data-theme"));
            page.keyboard().press("Enter");
            assertThat(last.locator("[type=checkbox]").evaluate("box => box === document.activeElement"))
                    .as("the theme found has the focus")
                    .isEqualTo(true);
            page.keyboard().press("n");
            page.waitForURL(url -> !url.contains("/" + answer));
            assertThat(choices(answer)).as("skipped").isEmpty();
            page.navigate(item(answer));
            page.keyboard().press("s");
            page.waitForURL(url -> !url.contains("/" + answer));
            assertThat(choices(answer)).as("saved").hasSize(1);
            assertThat(page.evaluate("document.activeElement.matches('[data-notice]')"))
                    .as("what was done is read out")
                    .isEqualTo(true);
        }
    }

    private static String item(long answer) {
        return CODE + "/" + CODED.question() + "/" + answer;
    }

    private static long answerOf(Answer page) {
        Matcher action = Pattern.compile("name=\"after\" value=\"(\\d+)\"").matcher(page.body());
        assertThat(action.find()).as("an answer on %s", page.body()).isTrue();
        return Long.parseLong(action.group(1));
    }

    private static List<String> found(Pattern pattern, Answer page) {
        return pattern.matcher(page.body()).results().map(hit -> hit.group(1)).toList();
    }

    /// Themes of each decision on an answer, the earliest first.
    private static List<List<String>> choices(long answer) {
        return WORKBENCH
                .owner()
                .sql("SELECT choices FROM decision WHERE answer_id = ? ORDER BY id")
                .param(answer)
                .query(String.class)
                .list()
                .stream()
                .map(json -> Pattern.compile("\"theme\":\"([^\"]+)\"")
                        .matcher(json)
                        .results()
                        .map(hit -> hit.group(1))
                        .distinct()
                        .toList())
                .toList();
    }
}
