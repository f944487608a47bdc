package org.folkmoot.server.consultation;

import static org.folkmoot.server.consultation.ReportWriting.n;
import static org.folkmoot.server.consultation.ReportWriting.t;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.corpus.report.Page;
import org.folkmoot.corpus.report.QuestionPart;
import org.folkmoot.server.codebook.CodedQuestion;
import org.folkmoot.server.consultation.ReportDocument.Row;
import org.folkmoot.server.consultation.ReportDocument.Section;
import org.folkmoot.server.consultation.ReportDocument.Table;
import org.folkmoot.server.platform.Remembered;
import org.folkmoot.server.platform.Words;
import org.folkmoot.text.theme.Theme;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Composes the report of a consultation from what the database holds now. The last few are kept until something
/// changes; of what changed, only the questions that it touches are composed anew.
@Component
class ComposingReports {
    private static final int KEPT = 4;
    private static final long ROOM = Runtime.getRuntime().maxMemory() / 8;

    private final RebuildingAnalyses rebuilding;
    private final ReportAnnexes annexes;
    private final org.folkmoot.server.review.CheckedShares readBlind;
    private final Map<Long, Object> composing = new ConcurrentHashMap<>();
    private final Remembered<Long, ReportDocument> reports = new Remembered<>(KEPT);
    private final Remembered<Long, ComposedQuestion> questions = new Remembered<>(ROOM, ComposedQuestion::bytes);

    ComposingReports(
            RebuildingAnalyses rebuilding, ReportAnnexes annexes, org.folkmoot.server.review.CheckedShares readBlind) {
        this.rebuilding = rebuilding;
        this.annexes = annexes;
        this.readBlind = readBlind;
    }

    /// The report as it stands now, in publishable words.
    @Transactional(readOnly = true)
    public ReportDocument of(long consultation) {
        // Who asks while it is composed waits for it instead of doing the same.
        synchronized (composing.computeIfAbsent(consultation, _ -> new Object())) {
            return reports.of(consultation, annexes.stamp(consultation), () -> composed(consultation));
        }
    }

    /// What one question is composed of.
    ///
    /// @param analysis all that it depends on but what was read blind
    /// @param read what was read blind, null if nothing was
    private record Stamp(Object analysis, org.folkmoot.server.review.CheckedShares.@Nullable Checked read) {}

    private ReportDocument composed(long consultation) {
        Received received = rebuilding.received(consultation, Wording.PUBLISHABLE);
        List<ComposedQuestion> composed = new ArrayList<>();
        for (int q = 0; q < received.questionIds().size(); q++) {
            question(consultation, received, q).ifPresent(composed::add);
        }
        Rebuilt rebuilt = rebuilding.joined(
                consultation,
                Wording.PUBLISHABLE,
                received,
                composed.stream().map(ComposedQuestion::rebuilt).toList());
        return composed(
                rebuilt,
                Page.of(
                        rebuilt.analysis(),
                        composed.stream().map(ComposedQuestion::part).toList()),
                composed);
    }

    private Optional<ComposedQuestion> question(long consultation, Received received, int index) {
        long question = received.questionIds().get(index);
        return rebuilding.stamp(received, index).map(stamp -> {
            Stamp now = new Stamp(stamp, readBlind.of(question).orElse(null));
            return questions.of(question, now, () -> {
                RebuiltQuestion rebuilt = rebuilding.question(received, index).orElseThrow();
                return ComposedQuestion.of(
                        rebuilding.joined(consultation, Wording.PUBLISHABLE, received, List.of(rebuilt)),
                        rebuilt,
                        now.read());
            });
        });
    }

    private ReportDocument composed(Rebuilt rebuilt, Page page, List<ComposedQuestion> composed) {
        Map<String, CheckedShares> checked = new HashMap<>();
        Map<String, org.folkmoot.server.review.CheckedShares.Checked> read = new HashMap<>();
        for (ComposedQuestion question : composed) {
            if (question.read() != null) {
                read.put(question.id(), question.read());
                checked.put(question.id(), CheckedShares.of(question.read()));
            }
        }
        List<Section> sections = new ArrayList<>();
        sections.add(GeneralSections.brief(page, checked));
        sections.add(GeneralSections.received(rebuilt, page));
        sections.add(GeneralSections.respondents(page));
        sections.add(GeneralSections.method(rebuilt, page, checked));
        sections.add(GeneralSections.campaigns(rebuilt, page));
        composed.forEach(question -> sections.add(question.section()));
        if (!page.closed().isEmpty()) {
            ReportWriting closed = new ReportWriting();
            page.closed().forEach(closed::distribution);
            sections.add(closed.section("closed", t("report.closed")));
        }
        sections.add(QualityAnnex.of(page, read));
        sections.add(codebook(rebuilt, page));
        sections.add(GeneralSections.exclusions(rebuilt.analysis()));
        return new ReportDocument(
                rebuilt.analysis().consultation().title(),
                checked.values().stream().anyMatch(CheckedShares::isRead),
                sections);
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
            for (Theme theme : part.question().themes()) {
                rows.add(new Row(
                        List.of(
                                theme.id(),
                                theme.headline(),
                                theme.description(),
                                String.join(", ", theme.keyPhrases())),
                        0,
                        theme.parent() != null));
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
