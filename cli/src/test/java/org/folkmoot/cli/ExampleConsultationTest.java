package org.folkmoot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nu.validator.client.EmbeddedValidator;
import org.folkmoot.text.lexical.Subjects;
import org.folkmoot.text.theme.ThemeTree;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The fictional consultation of the repository, from its workbook to its report, against what its author says of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExampleConsultationTest {
    private static final Path EXAMPLE = Path.of("../examples/ai-in-public-services");
    private static final int RESPONDENTS = 407;

    @TempDir
    private static Path folder;

    private Path out;
    private EditedCsv answers;
    private EditedCsv facts;
    private final Map<String, Integer> rows = new HashMap<>();

    @BeforeAll
    void analyse() {
        out = folder.resolve("out");
        CommandRun run = CommandRun.of("analyse", EXAMPLE.resolve("responses.xlsx"), "--out", out);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("407 responses received, 0 set aside");
        answers = EditedCsv.read(out.resolve("answers.csv"));
        facts = EditedCsv.read(EXAMPLE.resolve("facts.csv"));
        for (int row = 1; row < answers.size(); row++) {
            rows.put(answers.get(row, "respondent") + answers.get(row, "question"), row);
        }
    }

    @Test
    void everyRowIsAccountedForAndAllChecksAreFine() {
        CommandRun verified = CommandRun.of("verify", out);
        assertThat(verified.exit()).as(verified.out()).isZero();
        EditedCsv ledger = EditedCsv.read(out.resolve("ledger.csv"));
        for (String question : List.of("Q2", "Q4", "Q5")) {
            assertThat(ledger.column(
                            "status", row -> ledger.get(row, "question").equals(question)))
                    .hasSize(RESPONDENTS);
        }
        assertThat(out.resolve("report/index.html")).exists();
    }

    /// The author's letters and no others; two in a hundred may be missed or added.
    @Test
    void bothCampaignsAreFoundWithTheirSizes() {
        assertThat(campaignMembers("Q4")).isCloseTo(50, within(1));
        assertThat(campaignMembers("Q5")).isCloseTo(13, within(0));
        assertThat(campaignMembers("Q2")).isZero();
        EditedCsv campaigns = EditedCsv.read(out.resolve("campaigns.csv"));
        assertThat(campaigns.column(
                        "campaign", row -> campaigns.get(row, "part").equals("common text")))
                .containsExactlyInAnyOrder("Q4-C1", "Q5-C1");
    }

    private int campaignMembers(String question) {
        return answers.column(
                        "campaign",
                        row -> answers.get(row, "question").equals(question)
                                && !answers.get(row, "campaign").isEmpty())
                .size();
    }

    @Test
    void answersInOtherLanguagesAreAnalysedAndFlagged() {
        List<Integer> stated = stated("language").stream()
                .filter(fact -> !answers.get(answer(fact), "status").equals("states no view"))
                .toList();
        assertThat(stated).hasSizeGreaterThan(30);
        assertThat(stated).allSatisfy(fact -> {
            assertThat(answers.get(answer(fact), "language")).isEqualTo(facts.get(fact, "value"));
            assertThat(answers.get(answer(fact), "status")).isEqualTo("analysed");
        });
        assertThat(stated)
                .filteredOn(fact -> facts.get(fact, "value").equals("cy"))
                .allSatisfy(
                        fact -> assertThat(answers.get(answer(fact), "themes")).isNotEmpty());
        assertThat(EditedCsv.read(out.resolve("themes.csv")).values("headline")).contains("Answers in Welsh");
    }

    /// The one answer missed gives a National Insurance number with a prefix that no real one has.
    @Test
    void answersWithPersonalDataAreFlagged() {
        List<Integer> stated = stated("personal-data");
        assertThat(stated.stream()
                        .filter(fact ->
                                answers.get(answer(fact), "personal_data").isEmpty())
                        .map(fact -> facts.get(fact, "respondent"))
                        .distinct())
                .isSubsetOf("NM26-0222");
    }

    @Test
    void personalDataAndWithheldAnswersAreNotInTheReport() throws IOException {
        String report = Files.readString(out.resolve("report/index.html"));
        assertThat(report).doesNotContain("01632 960", "999 0");
        EditedCsv themes = EditedCsv.read(out.resolve("themes.csv"));
        int quoted = 0;
        for (int theme = 1; theme < themes.size(); theme++) {
            String named = themes.get(theme, "headline");
            String description = themes.get(theme, "description");
            // A subject's own words beside it are in quotation marks; a heading over sub-themes quotes nobody.
            String words = description.isEmpty() ? named : description.substring(1, description.length() - 1);
            boolean heads = themes.values("parent").contains(themes.get(theme, "id"));
            if (description.isEmpty() && (heads || Subjects.ENGLISH.named(named) >= 0)) {
                continue;
            }
            quoted++;
            assertThat(IntStream.range(1, answers.size())
                            .filter(row -> answers.get(row, "text").contains(words))
                            .anyMatch(row -> answers.get(row, "consent").equals("yes")))
                    .as(words)
                    .isTrue();
        }
        assertThat(quoted).isGreaterThan(40);
    }

    @Test
    void themesStandInTheOrderOfTheirCountsButOtherPoints() {
        EditedCsv themes = EditedCsv.read(out.resolve("themes.csv"));
        Map<String, List<Integer>> siblings = new HashMap<>();
        for (int row = 1; row < themes.size(); row++) {
            if (themes.get(row, "headline").equals(ThemeTree.OTHER)) {
                continue;
            }
            siblings.computeIfAbsent(
                            themes.get(row, "question") + " " + themes.get(row, "parent"), _ -> new ArrayList<>())
                    .add(Integer.valueOf(themes.get(row, "submissions")));
        }
        assertThat(siblings).hasSizeGreaterThan(10);
        assertThat(siblings.values())
                .allSatisfy(counts -> assertThat(counts).isSortedAccordingTo(Comparator.reverseOrder()));
    }

    /// Whoever changes an answer can change its fingerprint too; the file it was received in still tells.
    @Test
    void changedAnswerIsFoundBesideTheFileReceived(@TempDir Path copy) throws IOException {
        try (Stream<Path> written = Files.walk(out)) {
            for (Path file : written.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(out.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        Files.writeString(
                copy.resolve("answers.csv"),
                answers.set(5, "text", answers.get(5, "text") + " Never!").toString());
        CommandRun verified = CommandRun.of("verify", copy);
        assertThat(verified.exit()).isEqualTo(1);
        assertThat(verified.out()).contains("answers.csv, row 6: the text is not the one received");
    }

    @Test
    void reportIsValidHtml() throws Exception {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        try (InputStream html = Files.newInputStream(out.resolve("report/index.html"))) {
            assertThat(validator.validate(html).lines().filter(line -> line.contains("error")))
                    .isEmpty();
        }
    }

    @Test
    void reportIsAccessibleOnWideAndNarrowScreensInLightAndDark() {
        try (ReportBrowser browser = ReportBrowser.at(out.resolve("report/index.html"))) {
            for (Page page :
                    List.of(browser.open(1280, ColorScheme.LIGHT, true), browser.open(360, ColorScheme.DARK, true))) {
                assertThat(ReportBrowser.fits(page)).isTrue();
                assertThat(ReportBrowser.violations(page)).isEmpty();
            }
            assertThat(browser.requested()).allMatch(address -> address.startsWith("file:"));
        }
    }

    @Test
    void readerFiltersPassagesAndOpensThoseBehindANumberWithAndWithoutScript() {
        try (ReportBrowser browser = ReportBrowser.at(out.resolve("report/index.html"))) {
            Page page = browser.open(1280, ColorScheme.LIGHT, true);
            page.selectOption("#filter-group", "A public body or local authority");
            page.fill("#filter-words", "people");
            page.waitForFunction("""
                    [...document.querySelectorAll('li.quote:not([hidden])')]
                        .every(quote => quote.textContent.toLowerCase().includes('people'))""");
            assertThat(page.locator("li.quote:not([hidden])").allTextContents())
                    .isNotEmpty()
                    .allSatisfy(quote -> assertThat(quote)
                            .contains("A public body or local authority")
                            .containsIgnoringCase("people"));
            page.click("#filter-clear");
            assertThat(page.locator("li.quote[hidden]").count()).isZero();

            Page plain = browser.open(1280, ColorScheme.LIGHT, false);
            assertThat(plain.locator("#filter").isVisible()).isFalse();
            Locator more = plain.locator("details.more").first();
            assertThat(more.locator("li.quote").first().isVisible()).isFalse();
            more.locator("summary").click();
            assertThat(more.locator("li.quote").first().isVisible()).isTrue();
        }
    }

    private List<Integer> stated(String kind) {
        return IntStream.range(1, facts.size())
                .filter(row -> facts.get(row, "kind").equals(kind))
                .boxed()
                .toList();
    }

    private int answer(int fact) {
        return rows.getOrDefault(facts.get(fact, "respondent") + "Q" + facts.get(fact, "question"), 0);
    }
}
