package org.folkmoot.server.consultation;

import static org.folkmoot.server.consultation.ReportWriting.n;
import static org.folkmoot.server.consultation.ReportWriting.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.corpus.report.Page;
import org.folkmoot.corpus.report.QuestionPart;
import org.folkmoot.corpus.report.ThemePart;
import org.folkmoot.server.consultation.ReportDocument.Row;
import org.folkmoot.server.consultation.ReportDocument.Section;
import org.folkmoot.server.consultation.ReportDocument.Table;
import org.folkmoot.server.platform.Words;
import org.folkmoot.server.review.CheckedShares.Checked;
import org.folkmoot.server.review.CheckedShares.Range;
import org.folkmoot.server.review.CheckedShares.Share;
import org.jspecify.annotations.Nullable;

/// Writes the annex on how well the program coded, as people found who read blind.
final class QualityAnnex {
    private static final String NONE = "–";

    private QualityAnnex() {}

    /// @param read by question code what the last closed sample says
    static Section of(Page page, Map<String, Checked> read) {
        ReportWriting annex = new ReportWriting();
        for (QuestionPart part : page.questions()) {
            Checked checked = read.get(part.question().question().id());
            if (checked != null) {
                write(annex, part, checked);
            }
        }
        annex.say(t(read.isEmpty() ? "report.quality.none" : "report.quality.how"));
        return annex.section("annex-quality", t("report.quality"));
    }

    private static void write(ReportWriting annex, QuestionPart part, Checked checked) {
        String id = part.question().question().id();
        annex.heading(
                3, t("report.question.title", id, part.question().question().unnumbered()), "quality-" + id);
        annex.say(t(
                "report.quality.sample",
                checked.read(),
                n(checked.population()),
                checked.readers(),
                checked.plan(),
                Long.toString(checked.seed()),
                checked.frameHash()));
        if (!checked.isOfCurrentRun()) {
            annex.add(new ReportDocument.Note(t("report.quality.earlier")));
        }
        List<Row> rows = new ArrayList<>();
        for (ThemePart theme : part.themes()) {
            row(annex, checked, theme, false, rows);
            theme.subThemes().forEach(below -> row(annex, checked, below, true, rows));
        }
        annex.add(new Table(
                t("report.quality.caption", id),
                List.of(
                        t("report.theme"),
                        t("report.quality.precision"),
                        t("report.quality.recall"),
                        t("report.quality.agreement")),
                rows,
                -1));
    }

    private static void row(ReportWriting annex, Checked checked, ThemePart theme, boolean isSub, List<Row> rows) {
        for (Share share : checked.themes()) {
            if (share.stands() && share.theme().equals(theme.theme().id())) {
                String precision = range(share.precision());
                String recall = range(share.recall());
                String headline = theme.theme().headline();
                annex.figure(t("report.figure.precision", headline), precision);
                annex.figure(t("report.figure.recall", headline), recall);
                rows.add(new Row(
                        List.of(
                                theme.number() + " " + headline,
                                precision,
                                recall,
                                share.alpha().isEmpty() ? NONE : share.alpha()),
                        0,
                        isSub));
            }
        }
    }

    private static String range(@Nullable Range range) {
        return range == null
                ? NONE
                : t(
                        "report.checked-interval",
                        Words.ENGLISH.percent(range.value()),
                        Words.ENGLISH.percent(range.low()),
                        Words.ENGLISH.percent(range.high()));
    }
}
