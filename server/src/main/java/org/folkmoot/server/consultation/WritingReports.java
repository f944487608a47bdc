package org.folkmoot.server.consultation;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.LifeCycle;
import org.folkmoot.server.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes the texts of reports, publishes reports and takes them back.
@Component
class WritingReports {
    private static final int LONGEST = 100_000;

    private final ComposingReports composing;
    private final ReportTexts texts;
    private final AuditLog audit;
    private final InstantSource clock;

    WritingReports(ComposingReports composing, ReportTexts texts, AuditLog audit, InstantSource clock) {
        this.composing = composing;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /// A report as it stands: figures, people's texts, and how both stand to each other.
    ///
    /// @param texts by section key
    /// @param stale by section key the figures that changed since its text was written
    /// @param since the figures that changed since publication; empty in a draft
    public record Standing(
            ReportDocument document,
            Map<String, WrittenText> texts,
            Map<String, List<WrittenText.Change>> stale,
            ReportState state,
            @Nullable String publishedBy,
            @Nullable Instant publishedAt,
            List<WrittenText.Change> since) {}

    /// What came of a wish to write.
    public sealed interface Outcome {
        record Written(int version) implements Outcome {}

        /// Somebody else has written meanwhile.
        record Overtaken(WrittenText by) implements Outcome {}
    }

    /// What came of a wish to publish or to take back.
    public enum Step {
        TAKEN,
        /// A text's figures have changed since it was written.
        STALE_TEXTS,
        /// It is in that state already.
        NOT_FROM_HERE
    }

    @Transactional(readOnly = true)
    public Standing of(long consultation) {
        return standing(consultation);
    }

    private Standing standing(long consultation) {
        ReportDocument document = composing.of(consultation);
        Map<String, WrittenText> written = texts.latest(consultation);
        Map<String, List<WrittenText.Change>> stale = new LinkedHashMap<>();
        for (ReportDocument.Section section : document.sections()) {
            WrittenText text = written.get(section.key());
            if (text != null && !text.text().isBlank()) {
                List<WrittenText.Change> changes = text.changes(section.figures());
                if (!changes.isEmpty()) {
                    stale.put(section.key(), changes);
                }
            }
        }
        ReportTexts.Step step = texts.step(consultation).orElse(null);
        return step == null || step.state() == ReportState.DRAFT
                ? new Standing(document, written, stale, ReportState.DRAFT, null, null, List.of())
                : new Standing(document, written, stale, step.state(), step.who(), step.at(), since(step, document));
    }

    private static List<WrittenText.Change> since(ReportTexts.Step step, ReportDocument document) {
        List<WrittenText.Change> changes = new ArrayList<>();
        for (ReportDocument.Section section : document.sections()) {
            changes.addAll(
                    WrittenText.changes(step.figures().getOrDefault(section.key(), Map.of()), section.figures()));
        }
        return changes;
    }

    /// A section of the report with all versions of its text.
    public record Writing(ReportDocument.Section section, List<WrittenText> versions) {}

    @Transactional(readOnly = true)
    public Writing section(long consultation, String key) {
        ReportDocument.Section section = composing.of(consultation).section(key);
        if (section == null) {
            throw Refused.notFound();
        }
        return new Writing(section, texts.versions(consultation, key));
    }

    /// Writes a section's text beside the figures it has now.
    ///
    /// @param after the version that the writer saw, 0 if there was none
    @Transactional
    public Outcome write(long consultation, String key, String text, int after, Asker by) {
        ReportDocument.Section section = composing.of(consultation).section(key);
        if (section == null) {
            throw Refused.notFound();
        }
        List<WrittenText> versions = texts.versions(consultation, key);
        int last = versions.isEmpty() ? 0 : versions.getFirst().version();
        WrittenText written = new WrittenText(
                last + 1,
                text.strip().substring(0, Math.min(LONGEST, text.strip().length())),
                section.figures(),
                by.name(),
                now());
        if (after != last || !texts.add(consultation, key, written, by.person())) {
            return new Outcome.Overtaken(texts.versions(consultation, key).getFirst());
        }
        audit.append(
                consultation,
                by.actor(),
                "report.text-written",
                "section " + key,
                Map.of("version", written.version()));
        return new Outcome.Written(written.version());
    }

    /// Publishes the report, or takes it back.
    ///
    /// @param action of the life cycle
    @Transactional
    public Step step(long consultation, String action, Asker by) {
        texts.lock(consultation);
        Standing standing = standing(consultation);
        LifeCycle.Step<ReportState, Right> step =
                ReportState.LIFE_CYCLE.step(standing.state(), action).orElse(null);
        if (step == null) {
            return Step.NOT_FROM_HERE;
        }
        if (step.to() == ReportState.PUBLISHED && !standing.stale().isEmpty()) {
            return Step.STALE_TEXTS;
        }
        texts.add(consultation, step.to(), standing.document().figures(), by.person(), now());
        audit.append(
                consultation,
                by.actor(),
                step.audit(),
                "report",
                Map.of("checked", standing.document().checked()));
        return Step.TAKEN;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
