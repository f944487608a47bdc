package org.folkmoot.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.folkmoot.server.platform.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A team's whole way in a real browser, from the first start of the program to the report in three formats. Every
/// page on the way is valid, accessible and fits a telephone.
class ServeJourneyTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String HEADLINE = "A named person must make the decision";
    private static final int DRAWN = 4;

    @TempDir
    Path home;

    private @Nullable KilledServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void teamGoesFromTheFirstStartToThePublishedReport() throws IOException {
        TestBrowser.requireChromium();
        KilledServer started = KilledServer.start(home);
        server = started;
        try (TestBrowser browser = TestBrowser.at(started.site())) {
            Page lead = browser.stranger();
            accept(lead, started.invitation(), "Ada Lead", "ada@example.org");
            String here = openExample(lead);
            Page rosa = invite(browser, lead, here, "Rosa Reader", "rosa@example.org");
            Page rufus = invite(browser, lead, here, "Rufus Reader", "rufus@example.org");
            waitForRuns(lead, here);
            String board = here + "/themes/Q4";
            editThemes(lead, board);
            signOff(lead, board);
            String sample = drawSample(lead, here);
            readBlind(rosa, "Rufus", 0);
            readBlind(rufus, "Rosa", 1);
            adjudicate(lead, sample);
            report(lead, here);
        }
    }

    private static String t(String key, Object... arguments) {
        return Words.ENGLISH.t(key, arguments);
    }

    /// Looks at a page as it stands: at its source, at what axe finds, and at it on a telephone.
    private static void look(Page page) {
        TestBrowser.requireValid(page.request().get(page.url()).text());
        TestBrowser.requireAccessible(page);
        page.setViewportSize(360, 740);
        TestBrowser.requireFits(page);
        page.setViewportSize(1280, 900);
    }

    /// Sends a form of a page and waits for the page that it leads to.
    private static void send(Page page, String form) {
        page.locator("form" + form + " button").first().click();
        page.waitForLoadState();
    }

    private static void follow(Page page, String link) {
        page.locator(link).first().click();
        page.waitForLoadState();
    }

    private static void accept(Page page, String link, String name, String email) {
        page.navigate(link);
        look(page);
        page.fill("[name=name]", name);
        if (page.locator("[name=email]").isEditable()) {
            page.fill("[name=email]", email);
        }
        assertThat(page.inputValue("[name=email]")).isEqualTo(email);
        page.fill("[name=password]", PASSWORD);
        send(page, "[action^='/invitation/']");
        look(page);
        page.fill("[name=email]", email);
        page.fill("[name=password]", PASSWORD);
        send(page, "[action='/sign-in']");
        assertThat(page.textContent("h1")).isEqualTo(t("home.title"));
    }

    private static String openExample(Page lead) {
        look(lead);
        assertThat(lead.getByText(t("home.people")).count())
                .as("the first person administers the site")
                .isOne();
        send(lead, "[action='/example']");
        assertThat(lead.textContent("main")).contains("407", t("overview.balances"));
        look(lead);
        return lead.url().replaceFirst("^https?://[^/]+", "");
    }

    private static Page invite(TestBrowser browser, Page lead, String here, String name, String email) {
        lead.navigate(here + "/team");
        lead.fill("[name=email]", email);
        lead.fill("#name", name);
        lead.check("#new-REVIEWER");
        send(lead, "[action='" + here + "/team']");
        look(lead);
        Page reader = browser.stranger();
        accept(reader, lead.inputValue("#link"), name, email);
        return reader;
    }

    private static void waitForRuns(Page lead, String here) {
        lead.navigate(here);
        lead.waitForFunction(
                "() => document.querySelector('main') && !document.querySelector('[data-refresh]')",
                null,
                new Page.WaitForFunctionOptions().setTimeout(300_000));
        assertThat(lead.locator(".fm-next a[href$='/themes']").count())
                .as("the next step that the overview offers")
                .isOne();
        look(lead);
    }

    /// Renames a theme, merges two, undoes that, redoes it and undoes it again.
    private static void editThemes(Page lead, String board) {
        lead.navigate(board);
        look(lead);
        follow(lead, ".fm-theme h3 a");
        look(lead);
        lead.fill("form:has([value=rename]) [name=headline]", HEADLINE);
        send(lead, ":has([value=rename])");
        assertThat(lead.textContent("h1")).contains(HEADLINE);
        lead.navigate(board);
        String family = ".fm-theme:has(> .fm-themes--below > .fm-theme:nth-child(2)) > .fm-themes--below";
        Locator siblings = lead.locator(family).first().locator("> .fm-theme");
        String goes = String.valueOf(siblings.nth(0).getAttribute("id")).replace("theme-", "");
        String stays = String.valueOf(siblings.nth(1).getAttribute("id")).replace("theme-", "");
        lead.check("#tick-" + goes.replace(".", "\\."));
        lead.selectOption("#merge [name=into]", stays);
        send(lead, "#merge");
        Locator gone = lead.locator("[id='theme-" + goes + "']");
        assertThat(gone.count()).as("a theme merged into another").isZero();
        look(lead);
        for (int there = 1; there >= 0; there--) {
            send(lead, there == 1 ? "[action$='/undo']" : "[action$='/redo']");
            assertThat(gone.count()).as("the theme, undone or redone").isEqualTo(there);
        }
        send(lead, "[action$='/undo']");
        assertThat(gone.count()).isOne();
    }

    private static void signOff(Page lead, String board) {
        lead.navigate(board);
        lead.fill("[action$='/sign-off'] [name=note]", "Agreed by the team");
        send(lead, "[action$='/sign-off']");
        lead.navigate(board + "/versions");
        assertThat(lead.textContent("main")).contains("Agreed by the team", "Ada Lead");
        look(lead);
    }

    private static String drawSample(Page lead, String here) {
        lead.navigate(here + "/quality");
        look(lead);
        Locator questions = lead.locator("#question");
        String question = lead.locator("#question option", new Page.LocatorOptions().setHasText("Q4"))
                .first()
                .getAttribute("value");
        questions.selectOption(question);
        lead.fill("[name=n]", Integer.toString(DRAWN));
        for (Locator reader : lead.locator("[name=reader]").all()) {
            reader.check();
        }
        send(lead, "[action$='/quality']");
        assertThat(lead.textContent("main")).contains(t("quality.read-so-far", 0, DRAWN), t("quality.state.READING"));
        look(lead);
        return lead.url();
    }

    /// Reads the whole sample and gives every answer the same theme.
    ///
    /// @param other name that must not be seen
    private static void readBlind(Page reader, String other, int theme) {
        reader.navigate("/");
        follow(reader, ".fm-card a");
        look(reader);
        follow(reader, "main .govuk-button");
        look(reader);
        for (int i = 0; i < DRAWN; i++) {
            assertThat(reader.textContent("body"))
                    .as("what a blind reader sees")
                    .doesNotContain(other, "Ada", "% sure", t("code.draft"), t("code.accept"));
            assertThat(reader.locator("[name=theme]:checked, main mark").count())
                    .as("themes that somebody or something proposes")
                    .isZero();
            reader.locator("[name=theme]").nth(theme).check();
            send(reader, "[action*='/reading/']");
        }
        assertThat(reader.textContent("main")).contains(t("reading.all-read"), t("reading.done"));
    }

    private static void adjudicate(Page lead, String sample) {
        lead.navigate(sample);
        assertThat(lead.textContent("main")).contains(t("quality.state.ADJUDICATING"));
        follow(lead, "a[href$='/adjudicate']");
        look(lead);
        for (int i = 0; i < DRAWN; i++) {
            assertThat(lead.textContent("main")).contains(t("quality.reader-n", 1), t("quality.reader-n", 2));
            lead.locator("[name=theme]").first().check();
            lead.fill("[name=reason]", "The first reader is right");
            send(lead, "[action$='/adjudicate']");
        }
        assertThat(lead.url()).isEqualTo(sample);
        assertThat(lead.textContent("main")).contains(t("quality.state.CLOSED"), t("quality.precision"), HEADLINE);
        look(lead);
    }

    private static void report(Page lead, String here) throws IOException {
        lead.navigate(here + "/report");
        assertThat(lead.textContent("main")).contains(HEADLINE, t("report.checked-share"));
        look(lead);
        String html = new String(taken(lead, "html"), StandardCharsets.UTF_8);
        TestBrowser.requireValid(html);
        assertThat(html).contains(HEADLINE, t("report.checked-share"));
        requireTaggedPdf(taken(lead, "pdf"));
        requireWordDocument(taken(lead, "docx"));
        lead.locator("a[href$='/report/publish']").click();
        look(lead);
        if (lead.locator("#confirmed").count() > 0) {
            lead.locator("#confirmed").check();
        }
        send(lead, "[action$='/report/state']");
        assertThat(lead.textContent("main")).contains(t("report.state.PUBLISHED"));
    }

    private static byte[] taken(Page lead, String format) {
        String link =
                lead.locator("a[href$='/report/export/" + format + "']").first().getAttribute("href");
        var answer = lead.request().get(link);
        assertThat(answer.status()).as("status of %s", link).isEqualTo(200);
        return answer.body();
    }

    private static void requireTaggedPdf(byte[] file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file)) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).as("marked as tagged").isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(catalog.getLanguage()).startsWith("en");
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .as("metadata")
                    .containsPattern("pdfuaid:part(=\"|>)1");
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains(HEADLINE, t("report.checked-share"));
        }
    }

    private static void requireWordDocument(byte[] file) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            assertThat(words.getText()).contains(HEADLINE, t("report.checked-share"));
            assertThat(document.getTables()).isNotEmpty();
            assertThat(document.getParagraphs())
                    .extracting(XWPFParagraph::getStyle)
                    .contains("Heading1", "Heading2");
            assertThat(document.getProperties().getCoreProperties().getTitle())
                    .as("title")
                    .isNotBlank();
        }
    }
}
