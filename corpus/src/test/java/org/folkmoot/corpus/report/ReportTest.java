package org.folkmoot.corpus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nu.validator.client.EmbeddedValidator;
import org.folkmoot.corpus.Analyses;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.LargeAnalysis;
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
