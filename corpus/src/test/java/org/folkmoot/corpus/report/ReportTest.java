package org.folkmoot.corpus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nu.validator.client.EmbeddedValidator;
import org.folkmoot.corpus.Analyses;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.LargeAnalysis;
import org.folkmoot.corpus.Manifest;
import org.folkmoot.corpus.Response;
import org.folkmoot.corpus.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportTest {
    private static final Analysis HOSTILE = Analyses.ofTexts(
            "</script><script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "</style></title><!-- ",
            "=HYPERLINK(\"http://x\")",
            "NUL \0 bell \u0007 half \uD83D",
            "\u202E right to left שלום \u2028 😀");

    static List<Analysis> analyses() {
        return List.of(Analyses.small(), LargeAnalysis.of(150), HOSTILE);
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void isValidHtml(Analysis analysis) throws Exception {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.TEXT);
        byte[] html = Report.html(analysis).getBytes(StandardCharsets.UTF_8);
        // The validator does not compute the hashes by which the policy allows the inline style and script; that they
        // are right is tested below.
        assertThat(validator
                        .validate(new ByteArrayInputStream(html))
                        .lines()
                        .filter(line -> !line.matches("Warning: Inline (style|script) violates .* nonce/hash\\)\\.")))
                .allMatch(line ->
                        line.startsWith("From line ") || line.equals("Document checking completed. No errors found."));
    }

    @Test
    void whatPeopleWroteNeverBecomesMarkup() {
        String html = Report.html(HOSTILE);
        assertThat(html)
                .contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<img", "<script>alert")
                .contains("NUL ␀ bell ␇ half \uFFFD");
        assertThat(html.split("<script", -1)).hasSize(2);
    }

    @Test
    void policyNamesExactlyTheInlineStyleAndScript() throws Exception {
        String html = Report.html(Analyses.small());
        assertThat(html.replace("&#39;", "'"))
                .contains("content=\"default-src 'none'; style-src '" + hash(html, "style") + "'; script-src '"
                        + hash(html, "script") + "'; base-uri 'none'; form-action 'none'\"")
                .doesNotContainPattern("(?i)<[^>]+ (style|on[a-z]+)=");
    }

    private static String hash(String html, String element) throws Exception {
        Matcher inline = Pattern.compile("<" + element + ">(.*?)</" + element + ">", Pattern.DOTALL)
                .matcher(html);
        assertThat(inline.find()).isTrue();
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(inline.group(1).getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    @Test
    void refusedWordsAndPersonalDataAreNotInTheFile() {
        String html = Report.html(Analyses.small());
        assertThat(html)
                .doesNotContain("01632", "<blockquote dir=\"auto\">Fares are too high")
                .contains("<blockquote dir=\"auto\">Fares went up.</blockquote>")
                .contains("One passage is not shown because its respondent did not consent to publication.")
                .contains("None of these passages may be quoted.");
    }

    /// Files of letters and some ids bear the names of those who wrote.
    @Test
    void namesOfSendersAndFoldersAreNotInTheFile() {
        Analysis small = Analyses.small();
        List<Response> letters = small.consultation().responses().stream()
                .map(r -> named(r, r.respondent().equals("R1") ? "Jo Lund.pdf" : "Mia Berg", "Jo Lund.pdf"))
                .toList();
        Consultation was = small.consultation();
        String html = Report.html(new Analysis(
                new Consultation(was.title(), was.questions(), letters, was.excluded(), was.faults()),
                small.questions(),
                manifest(small, Map.of("input-0001", "/home/lundjo/letters"))));
        assertThat(html)
                .doesNotContain("Lund", "Berg", "lundjo")
                .contains("Letter 1", "Row 5", "<bdi>letters</bdi>", "2 files", "of each file: in manifest.json");
        assertThat(ReadFile.of(manifest(small, Map.of("input-0001", "/home/lundjo/letters/Jo Lund.pdf"))))
                .extracting(ReadFile::name)
                .containsExactly("", "");
    }

    private static Response named(Response response, String respondent, String file) {
        return new Response(
                respondent, new Source(file, "", response.source().row()), response.consent(), response.values());
    }

    private static Manifest manifest(Analysis like, Map<String, String> options) {
        Manifest was = like.manifest();
        return new Manifest(
                was.version(),
                List.of(
                        new Manifest.Input("/home/lundjo/letters/Jo Lund.pdf", 12, "ab".repeat(32)),
                        new Manifest.Input("/home/lundjo/letters/Mia Berg.txt", 30, "cd".repeat(32))),
                new TreeMap<>(options),
                was.roles(),
                was.model(),
                was.measures(),
                was.warnings());
    }

    /// What a machine found and what people gave is told apart.
    @Test
    void aCodebookThatPeopleGaveIsNotCalledFound() {
        Analysis small = Analyses.small();
        String given = Report.html(new Analysis(
                small.consultation(),
                small.questions(),
                manifest(small, Map.of("codebook", "/home/lundjo/themes.csv"))));
        assertThat(given)
                .contains(
                        "a codebook that people gave", "People worked on the themes", "One answer was read by a person")
                .doesNotContain("each group became a theme");
        assertThat(Report.html(small)).contains("each group became a theme").doesNotContain("codebook that people");
    }

    @Test
    void campaignCopiesAreQuotedOnce() {
        assertThat(Report.html(Analyses.small())
                        .split("<blockquote dir=\"auto\">The buses are late every day.</blockquote>", -1))
                .hasSize(2);
    }

    /// On a narrow screen a table of four columns or more scrolls inside its box; the page never does.
    @Test
    void wideTablesStandInABoxThatScrolls() {
        String html = Report.html(LargeAnalysis.of(150));
        Matcher tables = Pattern.compile("(<div class=\"scroll\"[^>]*>\\s*)?<table.*?</thead>", Pattern.DOTALL)
                .matcher(html);
        int wide = 0;
        while (tables.find()) {
            if (tables.group().split("scope=\"col\"", -1).length > 4) {
                assertThat(tables.group(1)).as(tables.group()).isNotNull();
                wide++;
            }
        }
        assertThat(wide).isPositive();
    }

    @Test
    void sameAnalysisGivesTheSameBytes() {
        assertThat(Report.html(LargeAnalysis.of(200))).isEqualTo(Report.html(LargeAnalysis.of(200)));
    }
}
