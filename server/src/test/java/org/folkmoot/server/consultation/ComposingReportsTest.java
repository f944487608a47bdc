package org.folkmoot.server.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.folkmoot.server.CodedConsultation;
import org.folkmoot.server.TestClient;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.codebook.CodedQuestion;
import org.folkmoot.server.codebook.Counting;
import org.folkmoot.server.codebook.ThemeId;
import org.folkmoot.server.consultation.ReportDocument.Section;
import org.folkmoot.server.platform.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What an edit makes of a report that was looked at before: the question that it touches is composed anew, no other.
class ComposingReportsTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start();
    private static final Person LEAD = WORKBENCH.person("Lena Composed");
    private static final ReportedConsultation REPORTED = ReportedConsultation.in(WORKBENCH, "Composed", LEAD);
    private static final CodedConsultation ONE = REPORTED.coded();
    private static final CodedConsultation OTHER = ONE.andAsked(WORKBENCH, "Q9", LEAD);
    private static final String HERE = "/consultations/" + ONE.consultation();

    private final TestClient lead = WORKBENCH.signIn(LEAD);
    private final ReportDocument before = document();

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    private static ReportDocument document() {
        return inside(() -> WORKBENCH.bean(ComposingReports.class).of(ONE.consultation()));
    }

    private static <T> T inside(Supplier<T> work) {
        return Scope.of(ONE.consultation()).call(work);
    }

    private static Section section(ReportDocument document, CodedConsultation question) {
        return Objects.requireNonNull(document.section("question-" + question.code()));
    }

    private static CodedQuestion coded() {
        return inside(() -> WORKBENCH.bean(Counting.class).of(ONE.question())).orElseThrow();
    }

    private void requireComposedAnew(ReportDocument now) {
        assertThat(section(now, ONE)).isNotEqualTo(section(before, ONE));
        assertThat(section(now, OTHER)).isSameAs(section(before, OTHER));
    }

    @Test
    void nothingIsComposedAnewWithoutAChange() {
        assertThat(document()).isSameAs(before);
    }

    @Test
    void mergedThemesAreCountedTogetherOnTheNextPage() {
        List<ThemeId> themes = coded().themes().themes().stream()
                .filter(theme -> theme.parent() == null)
                .map(theme -> theme.id())
                .toList();
        lead.submit(
                HERE + "/themes/" + ONE.code() + "/edits",
                "edit",
                "merge",
                "into",
                themes.get(0).value(),
                "themes",
                themes.get(1).value());
        ReportDocument now = document();
        requireComposedAnew(now);
        CodedQuestion after = coded();
        String headline = after.themes().theme(themes.get(0)).orElseThrow().headline();
        String count = Integer.toString(after.submissions(themes.get(0)));
        assertThat(section(now, ONE).figures()).containsEntry("Submissions: " + headline, count);
        assertThat(section(before, ONE).figures()).doesNotContainEntry("Submissions: " + headline, count);
        assertThat(lead.get(HERE + "/report").body()).containsSubsequence(headline, ">" + count + "<");
    }

    @Test
    void decisionOfAPersonShowsOnTheNextPage() {
        int decided = coded().decided();
        ReportedConsultation.decide(
                WORKBENCH.owner(),
                ONE,
                ONE.answers().getLast(),
                LEAD,
                "[{\"theme\":\"" + REPORTED.theme() + "\",\"start\":0,\"end\":30}]",
                "[]");
        ReportDocument now = document();
        requireComposedAnew(now);
        assertThat(now.figures().get("method"))
                .containsEntry(ONE.code() + ": answers decided by people", Integer.toString(decided + 1));
    }

    @Test
    void whatIsRedactedIsGoneFromTheNextPage() {
        ReportDocument.Quotation quote = quoted();
        assertThat(lead.get(HERE + "/report").body()).contains("/answers/" + quote.answer() + "\"");
        redact(quote);
        ReportDocument now = document();
        requireComposedAnew(now);
        assertThat(section(now, ONE).blocks()).doesNotContain(quote);
    }

    @Test
    void whatIsRedactedIsGoneFromTheNameOfItsThemeToo() {
        ReportDocument.Quotation quote = quoted();
        String theme = coded().themes().themes().getFirst().id().value();
        String edits = HERE + "/themes/" + ONE.code() + "/edits";
        lead.submit(edits, "edit", "rename", "theme", theme, "headline", quote.text());
        lead.submit(edits, "edit", "describe", "theme", theme, "description", "“" + quote.text() + "”");
        assertThat(document().figures().toString()).contains(quote.text());
        redact(quote);
        ReportDocument now = document();
        assertThat(section(now, ONE).toString()).doesNotContain(quote.text()).contains("[redacted]");
        assertThat(now.sections())
                .filteredOn(section -> section.key().equals("annex-codebook"))
                .hasSize(1)
                .allSatisfy(annex -> assertThat(annex.toString())
                        .doesNotContain(quote.text())
                        .contains("[redacted]"));
    }

    /// A quote that the report chose by itself.
    private ReportDocument.Quotation quoted() {
        return section(before, ONE).blocks().stream()
                .filter(ReportDocument.Quotation.class::isInstance)
                .map(ReportDocument.Quotation.class::cast)
                .filter(one -> !one.isChosen())
                .findFirst()
                .orElseThrow();
    }

    private void redact(ReportDocument.Quotation quote) {
        lead.submit(
                HERE + "/answers/" + quote.answer() + "/personal-data",
                "words",
                quote.text(),
                "kind",
                "NAME",
                "reason",
                "names somebody");
    }
}
