package org.folkmoot.server.consultation;

import static org.folkmoot.server.consultation.ReportWriting.n;
import static org.folkmoot.server.consultation.ReportWriting.t;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.report.Page;
import org.folkmoot.corpus.report.QuestionPart;
import org.folkmoot.server.codebook.CodedQuestion;
import org.folkmoot.server.codebook.WorkingTheme;
import org.folkmoot.server.consultation.ReportDocument.Row;
import org.folkmoot.server.consultation.ReportDocument.Section;
import org.folkmoot.server.consultation.ReportDocument.Table;
import org.folkmoot.server.platform.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Composes the report of a consultation from what the database holds now. The last few are kept until something
/// changes.
@Component
class ComposingReports {
    private static final int KEPT = 4;

    private final RebuildingAnalyses rebuilding;
    private final ReportAnnexes annexes;
    private final org.folkmoot.server.review.CheckedShares readBlind;
    private final Map<Long, Object> composing = new ConcurrentHashMap<>();
    private final Map<Long, Kept> kept = new LinkedHashMap<>(8, 0.75f, true);

    ComposingReports(
            RebuildingAnalyses rebuilding, ReportAnnexes annexes, org.folkmoot.server.review.CheckedShares readBlind) {
        this.rebuilding = rebuilding;
        this.annexes = annexes;
        this.readBlind = readBlind;
    }

    private record Kept(String stamp, ReportDocument document) {}

    /// The report as it stands now, in publishable words.
    @Transactional(readOnly = true)
    public ReportDocument of(long consultation) {
        String stamp = annexes.stamp(consultation);
        ReportDocument known = known(consultation, stamp);
        if (known != null) {
            return known;
        }
        // Composing takes a second: who asks meanwhile waits for it instead of doing the same.
        synchronized (composing.computeIfAbsent(consultation, _ -> new Object())) {
            ReportDocument meanwhile = known(consultation, stamp);
            if (meanwhile != null) {
                return meanwhile;
            }
            ReportDocument document = composed(rebuilding.of(consultation, Wording.PUBLISHABLE));
            synchronized (kept) {
                kept.put(consultation, new Kept(stamp, document));
                if (kept.size() > KEPT) {
                    kept.remove(kept.keySet().iterator().next());
                }
            }
            return document;
        }
    }

    private @Nullable ReportDocument known(long consultation, String stamp) {
        synchronized (kept) {
            Kept known = kept.get(consultation);
            return known != null && known.stamp().equals(stamp) ? known.document() : null;
        }
    }

    private ReportDocument composed(Rebuilt rebuilt) {
        Analysis analysis = rebuilt.analysis();
        Page page = Page.of(analysis);
        Map<String, CheckedShares> checked = new HashMap<>();
        Map<String, org.folkmoot.server.review.CheckedShares.Checked> read = new HashMap<>();
        rebuilt.coded()
                .forEach((code, coded) -> readBlind.of(coded.kept().question()).ifPresent(figures -> {
                    read.put(code, figures);
                    checked.put(code, CheckedShares.of(figures));
                }));
        List<Section> sections = new ArrayList<>();
        sections.add(GeneralSections.brief(page, checked));
        sections.add(GeneralSections.received(rebuilt, page));
        sections.add(GeneralSections.respondents(page));
        sections.add(GeneralSections.method(rebuilt, page, checked));
        sections.add(GeneralSections.campaigns(rebuilt, page));
        for (QuestionPart part : page.questions()) {
            CheckedShares shares =
                    checked.getOrDefault(part.question().question().id(), CheckedShares.NONE);
            sections.add(new QuestionWriting(rebuilt, part, shares).section());
        }
        if (!page.closed().isEmpty()) {
            ReportWriting closed = new ReportWriting();
            page.closed().forEach(closed::distribution);
            sections.add(closed.section("closed", t("report.closed")));
        }
        sections.add(QualityAnnex.of(page, read));
        sections.add(codebook(rebuilt, page));
        sections.add(GeneralSections.exclusions(analysis));
        return new ReportDocument(
                analysis.consultation().title(), checked.values().stream().anyMatch(CheckedShares::isRead), sections);
    }

    private Section codebook(Rebuilt rebuilt, Page page) {
        ReportWriting annex = new ReportWriting();
        for (QuestionPart part : page.questions()) {
            String id = part.question().question().id();
            CodedQuestion coded = rebuilt.coded().get(id);
            if (coded == null) {
                continue;
            }
            List<ReportAnnexes.Version> versions = annexes.versions(coded.kept().id());
            annex.heading(
                    3, t("report.question.title", id, part.question().question().unnumbered()), "codebook-" + id);
            annex.say(t("report.codebook.edits", coded.kept().log().last(), versions.size()));
            annex.figure(t("report.figure.versions", id), n(versions.size()));
            if (!versions.isEmpty()) {
                annex.add(new Table(
                        t("report.codebook.versions", id),
                        List.of(
                                t("report.codebook.version"),
                                t("report.codebook.state"),
                                t("report.codebook.signed-by"),
                                t("report.codebook.signed-at"),
                                t("report.codebook.note")),
                        versions.stream()
                                .map(version -> Row.of(
                                        n(version.number()),
                                        t("report.version." + version.state()),
                                        version.signedBy(),
                                        Words.ENGLISH.time(version.signedAt()),
                                        version.note()))
                                .toList(),
                        -1));
            }
            List<Row> rows = new ArrayList<>();
            for (WorkingTheme theme : coded.themes().themes()) {
                if (!coded.themes().isSetAside(theme)) {
                    rows.add(new Row(
                            List.of(
                                    theme.id().value(),
                                    theme.headline(),
                                    theme.description(),
                                    String.join(", ", theme.keyPhrases())),
                            0,
                            theme.parent() != null));
                }
            }
            annex.add(new Table(
                    t("report.codebook.caption", id),
                    List.of(
                            t("report.codebook.id"),
                            t("report.theme"),
                            t("report.codebook.description"),
                            t("report.codebook.phrases")),
                    rows,
                    -1));
        }
        if (page.questions().isEmpty()) {
            annex.say(t("report.question.no-themes"));
        }
        return annex.section("annex-codebook", t("report.codebook"));
    }
}
