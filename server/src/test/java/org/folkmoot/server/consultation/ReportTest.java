package org.folkmoot.server.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.folkmoot.corpus.ThemeCounts;
import org.folkmoot.server.CodedConsultation;
import org.folkmoot.server.TestBrowser;
import org.folkmoot.server.TestClient;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.codebook.CodedQuestion;
import org.folkmoot.server.codebook.Counting;
import org.folkmoot.server.codebook.PublishableText;
import org.folkmoot.server.codebook.ThemeId;
import org.folkmoot.server.identity.Role;
import org.folkmoot.server.platform.Scope;
import org.folkmoot.text.Span;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The report over HTTP: its figures, its quotes, people's texts beside it, and publication.
class ReportTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start();
    private static final Person LEAD = WORKBENCH.person("Lena Report");
    private static final ReportedConsultation REPORTED = ReportedConsultation.in(WORKBENCH, "AI <reported>", LEAD);
    private static final CodedConsultation CODED = REPORTED.coded();
    private static final String REPORT = "/consultations/" + CODED.consultation() + "/report";

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    private static <T> T inside(Supplier<T> work) {
        return Scope.of(CODED.consultation()).call(work);
    }

    private static Rebuilt rebuilt(Wording wording) {
        return inside(() -> WORKBENCH.bean(RebuildingAnalyses.class).of(CODED.consultation(), wording));
    }

    private static ReportDocument document() {
        return inside(() -> WORKBENCH.bean(ComposingReports.class).of(CODED.consultation()));
    }

    @Test
    void figuresAreThoseOfTheCodedQuestion() {
        CodedQuestion coded = inside(() -> WORKBENCH.bean(Counting.class).of(CODED.question()))
                .orElseThrow();
        var question = rebuilt(Wording.PUBLISHABLE).analysis().questions().getFirst();
        ThemeCounts counts = ThemeCounts.of(question);
        assertThat(question.themes()).isNotEmpty();
        for (int t = 0; t < question.themes().size(); t++) {
            ThemeId theme = new ThemeId(question.themes().get(t).id());
            assertThat(List.of(counts.submissions(t), counts.distinctTexts(t)))
                    .as(theme.value())
                    .isEqualTo(List.of(coded.submissions(theme), coded.texts(theme)));
        }
        assertThat(question.reviewedBy()).hasSize(1).containsValue("Lena Report");
    }

    @Test
    void everyReceivedRowIsAccountedFor() {
        assertThat(document().figures().get("received"))
                .containsEntry("Rows received", "121")
                .containsEntry("Rows excluded", "1")
                .containsEntry("Excluded: test row =1+1", "1");
    }

    private static List<ReportDocument.Quotation> quotes() {
        List<ReportDocument.Quotation> quotes = new ArrayList<>();
        document()
                .sections()
                .forEach(section -> section.blocks().forEach(block -> {
                    if (block instanceof ReportDocument.Quotation quote) {
                        quotes.add(quote);
                    }
                }));
        return quotes;
    }

    private static PublishableText publishable(long answer) {
        String text = WORKBENCH
                .owner()
                .sql("SELECT text FROM answer WHERE id = ?")
                .param(answer)
                .query(String.class)
                .single();
        return PublishableText.of(
                text,
                WORKBENCH
                        .owner()
                        .sql("SELECT span_start, span_end FROM personal_data WHERE answer_id = ?")
                        .param(answer)
                        .query((row, _) -> new Span(row.getInt(1), row.getInt(2)))
                        .list());
    }

    @Test
    void everyQuoteIsVerbatimAndMayBePublished() {
        assertThat(quotes()).hasSizeGreaterThan(5).allSatisfy(quote -> {
            assertThat(quote.text())
                    .isEqualTo(publishable(quote.answer()).text().substring(quote.start(), quote.end()));
            assertThat(quote.answer()).isNotEqualTo(REPORTED.withheld());
            if (quote.answer() == REPORTED.flagged()) {
                assertThat(quote.start()).isGreaterThanOrEqualTo(PublishableText.MARK.length());
            }
        });
    }

    @Test
    void whatPeopleChoseIsQuotedFirst() {
        var chosen =
                quotes().stream().filter(ReportDocument.Quotation::isChosen).toList();
        assertThat(chosen).hasSize(1);
        assertThat(chosen.getFirst().answer()).isEqualTo(REPORTED.decided());
        assertThat(chosen.getFirst().end()).isEqualTo(25);
    }

    /// Every number that leads to answers leads to as many.
    @Test
    void numbersLeadToTheAnswersBehindThem() {
        List<ReportDocument.Row> rows = document().sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(ReportDocument.Table.class::isInstance)
                .flatMap(table -> ((ReportDocument.Table) table).rows().stream())
                .filter(row -> !row.behind().isEmpty())
                .toList();
        assertThat(rows).hasSizeGreaterThan(3);
        String page = WORKBENCH.signIn(LEAD).get(REPORT).body();
        for (ReportDocument.Row row : rows) {
            java.util.Map<String, String> filter = new java.util.HashMap<>();
            for (String part : row.behind().split("&", -1)) {
                filter.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
            }
            int answers = inside(() -> WORKBENCH
                            .bean(FindingAnswers.class)
                            .find(CODED.consultation(), AnswerFilter.of(filter), false))
                    .length;
            assertThat(row.cells().get(1)).as(row.cells().getFirst()).isEqualTo(Integer.toString(answers));
            assertThat(page).contains("/explore?" + row.behind().replace("&", "&amp;"));
        }
    }

    @Test
    void viewersSeeOfTheOverviewWhatMayBePublished() {
        Person viewer = WORKBENCH.member(CODED.consultation(), "Vera Overview", Role.VIEWER);
        String overview = "/consultations/" + CODED.consultation();
        assertThat(WORKBENCH.signIn(viewer).get(overview).body())
                .contains("An individual")
                .doesNotContain("example.org", "/explore?c");
        assertThat(WORKBENCH.signIn(LEAD).get(overview).body()).contains("a@example.org", "/explore?c");
    }

    @Test
    void publishableWordsHoldNothingThatIsWithheld() {
        String withheld = publishable(REPORTED.withheld()).text();
        String whole = rebuilt(Wording.PUBLISHABLE).analysis().consultation().toString();
        assertThat(whole).doesNotContain(withheld).doesNotContain("example.org").contains(PublishableText.MARK);
        assertThat(rebuilt(Wording.ORIGINAL).analysis().consultation().toString())
                .contains(withheld)
                .contains("a@example.org");
    }

    @Test
    void textWhoseFiguresChangeIsMarkedUntilSomeoneLooks() {
        ReportedConsultation other = ReportedConsultation.in(WORKBENCH, "Stale", LEAD);
        String report = "/consultations/" + other.coded().consultation() + "/report";
        TestClient lead = WORKBENCH.signIn(LEAD);
        assertThat(lead.submit(report + "/sections/method", "text", "Two people\n\nread <it>.", "version", "0")
                        .body())
                .contains("Two people", "read &lt;it")
                .doesNotContain("Figures have changed since this text");
        ReportedConsultation.decide(
                WORKBENCH.owner(), other.coded(), other.coded().answers().getFirst(), LEAD, "[]", "[]");
        assertThat(lead.get(report).body())
                .contains("Figures have changed since this text")
                .containsSubsequence("answers decided by people", ">1<", ">2<");
        assertThat(lead.post(report + "/state", "action", "publish", "confirmed", "true")
                        .body())
                .contains("cannot be published", "#method");
        assertThat(lead.submit(report + "/sections/method", "text", "Two people\n\nread <it>.", "version", "1")
                        .body())
                .doesNotContain("Figures have changed since this text");
        assertThat(lead.submit(report + "/state", "action", "publish", "confirmed", "true")
                        .body())
                .contains("Published by Lena Report", "Take back to draft");
        ReportedConsultation.decide(
                WORKBENCH.owner(), other.coded(), other.coded().answers().get(1), LEAD, "[]", "[]");
        assertThat(lead.get(report).body()).contains("Figures have changed since publication");
        assertThat(WORKBENCH
                        .owner()
                        .sql("SELECT action FROM audit_entry WHERE chain = ? ORDER BY sequence")
                        .param(other.coded().consultation())
                        .query(String.class)
                        .list())
                .containsExactly("report.text-written", "report.text-written", "report.published");
        assertThat(lead.get(report.replace("/report", "/history")).body())
                .contains(">the section “How responses were analysed”</a>", ">shares checked by people: no</div>")
                .doesNotContain(">section method");
    }

    @Test
    void unfinishedWorkIsListedAndConfirmedBeforePublication() {
        ReportedConsultation other = ReportedConsultation.in(WORKBENCH, "Unfinished", LEAD);
        String report = "/consultations/" + other.coded().consultation() + "/report";
        TestClient lead = WORKBENCH.signIn(LEAD);
        assertThat(lead.get(report).body()).contains("href=\"" + report + "/publish\"");
        assertThat(lead.get(report + "/publish").body())
                .contains(
                        "Themes are not signed off",
                        "Nobody has read a blind sample",
                        "are kept as they are at this moment",
                        "That Lena Report published it");
        TestClient.Answer unconfirmed = lead.post(report + "/state", "action", "publish");
        assertThat(unconfirmed.status()).isEqualTo(422);
        TestBrowser.requireValid(unconfirmed);
        assertThat(unconfirmed.body()).contains("Error: Before this report", "href=\"#confirmed\"");
        assertThat(lead.submit(report + "/state", "action", "publish", "confirmed", "true")
                        .body())
                .contains("Published by Lena Report");
        assertThat(lead.get(report + "/publish").location()).isEqualTo(report);
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotSeen() {
        TestClient lead = WORKBENCH.signIn(LEAD);
        String section = REPORT + "/sections/campaigns";
        lead.submit(section, "text", "First words", "version", "0");
        TestClient.Answer second = lead.post(section, "text", "Second words", "version", "0");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("First words", "Second words", "name=\"version\" value=\"1\"");
        TestBrowser.requireValid(second);
    }

    @Test
    void wordsInAnotherLanguageSayInWhich() {
        ReportedConsultation welsh = ReportedConsultation.in(WORKBENCH, "Welsh", LEAD);
        String here = "/consultations/" + welsh.coded().consultation();
        WORKBENCH
                .owner()
                .sql("UPDATE screened_answer SET language = 'cy' WHERE run_id = ?")
                .param(welsh.coded().run())
                .update();
        long campaign = WORKBENCH
                .owner()
                .sql("SELECT id FROM campaign WHERE run_id = ? AND code = 'X-C1'")
                .param(welsh.coded().run())
                .query(Long.class)
                .single();
        TestClient lead = WORKBENCH.signIn(LEAD);
        for (String page : List.of(
                "/privacy",
                "/campaigns",
                "/campaigns/" + campaign,
                "/themes/" + welsh.coded().code() + "/" + welsh.theme())) {
            assertThat(lead.get(here + page).body()).as(page).contains("lang=\"cy\"");
        }
        assertThat(lead.get(REPORT.replace("/report", "/privacy")).body())
                .as("the language of the page itself")
                .doesNotContain("fm-words\" lang=\"en");
    }

    @Test
    void answerShowsEveryPassageThatCarriesATheme() {
        ReportedConsultation other = ReportedConsultation.in(WORKBENCH, "Passages", LEAD);
        long answer = other.decided();
        String text = WORKBENCH
                .owner()
                .sql("SELECT text FROM answer WHERE id = ?")
                .param(answer)
                .query(String.class)
                .single();
        String theme = "{\"theme\":\"" + other.theme() + "\",";
        ReportedConsultation.decide(
                WORKBENCH.owner(),
                other.coded(),
                answer,
                LEAD,
                "[" + theme + "\"start\":22,\"end\":31}," + theme + "\"start\":0,\"end\":11}]",
                "[]");
        String page = WORKBENCH
                .signIn(LEAD)
                .get("/consultations/" + other.coded().consultation() + "/answers/" + answer)
                .body();
        assertThat(page)
                .containsSubsequence(">" + text.substring(0, 11) + "</span>", ">" + text.substring(22, 31) + "</span>");
    }

    @Test
    void rolesDecideWhoWritesAndPublishes() {
        TestClient viewer = WORKBENCH.signIn(WORKBENCH.member(CODED.consultation(), "Vera Report", Role.VIEWER));
        TestClient analyst = WORKBENCH.signIn(WORKBENCH.member(CODED.consultation(), "Ann Report", Role.ANALYST));
        assertThat(viewer.get(REPORT).body()).doesNotContain("/report/sections/", "Publish this report");
        assertThat(viewer.get(REPORT + "/sections/method").status()).isEqualTo(403);
        assertThat(analyst.post(REPORT + "/state", "action", "publish").status())
                .isEqualTo(403);
        assertThat(analyst.get(REPORT + "/sections/nonsense").status()).isEqualTo(404);
    }

    @Test
    void pagesAreValidAndAccessible() {
        TestClient lead = WORKBENCH.signIn(LEAD);
        TestBrowser.requireValid(lead.get(REPORT));
        TestBrowser.requireValid(lead.get(REPORT + "/sections/method"));
        try (TestBrowser browser = TestBrowser.start(WORKBENCH)) {
            for (int width : new int[] {1280, 360}) {
                Page page = browser.signedIn(LEAD, width, 900);
                page.navigate(REPORT);
                TestBrowser.picture(page, "report-" + width);
                TestBrowser.requireAccessible(page);
                page.navigate(REPORT + "/publish");
                TestBrowser.picture(page, "report-publish-" + width);
                TestBrowser.requireAccessible(page);
                page.navigate(REPORT + "/sections/received");
                TestBrowser.picture(page, "report-edit-" + width);
                TestBrowser.requireAccessible(page);
            }
        }
    }
}
