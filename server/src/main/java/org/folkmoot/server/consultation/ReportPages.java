package org.folkmoot.server.consultation;

import java.util.List;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The report in the browser: live figures, people's texts beside them.
@RestController
public final class ReportPages {
    private static final String SECTION = "report";

    private final Pages pages;
    private final WritingReports writing;

    ReportPages(Pages pages, WritingReports writing) {
        this.pages = pages;
        this.writing = writing;
    }

    /// @param actions of the life cycle that the reader may take now
    /// @param formats that the reader may take out
    /// @param maySeeOriginals whether also with words as received
    public record Model(
            long consultation,
            WritingReports.Standing standing,
            boolean mayWrite,
            List<String> actions,
            List<ExportFormat> formats,
            boolean maySeeOriginals) {}

    /// One section with its text, to be written.
    ///
    /// @param version that the text below builds on
    /// @param text in the box
    /// @param overtaken what somebody else wrote meanwhile, null if nobody did
    public record Edit(
            long consultation,
            ReportDocument.Section section,
            List<WrittenText> versions,
            int version,
            String text,
            @Nullable WrittenText overtaken) {}

    @Needs(Right.VIEW)
    @GetMapping("/consultations/{consultation}/report")
    ResponseEntity<String> report(@PathVariable long consultation, Asker asker) {
        WritingReports.Standing standing = writing.of(consultation);
        return pages.show(
                "consultation/report.jte",
                asker.in(consultation, SECTION),
                new Model(
                        consultation,
                        standing,
                        asker.may(Right.WRITE_REPORT, consultation),
                        ReportState.LIFE_CYCLE.open(standing.state(), right -> asker.may(right, consultation)).stream()
                                .map(step -> step.action())
                                .toList(),
                        asker.may(Right.EXPORT, consultation) ? List.of(ExportFormat.values()) : List.of(),
                        asker.may(Right.SEE_ORIGINAL, consultation)));
    }

    @Needs(Right.WRITE_REPORT)
    @GetMapping("/consultations/{consultation}/report/sections/{section}")
    ResponseEntity<String> edit(@PathVariable long consultation, @PathVariable String section, Asker asker) {
        WritingReports.Writing found = writing.section(consultation, section);
        WrittenText last = found.versions().isEmpty() ? null : found.versions().getFirst();
        return pages.show(
                "consultation/report-edit.jte",
                asker.in(consultation, SECTION),
                new Edit(
                        consultation,
                        found.section(),
                        found.versions(),
                        last == null ? 0 : last.version(),
                        last == null ? "" : last.text(),
                        null));
    }

    @Needs(Right.WRITE_REPORT)
    @PostMapping("/consultations/{consultation}/report/sections/{section}")
    ResponseEntity<String> write(
            @PathVariable long consultation,
            @PathVariable String section,
            @RequestParam String text,
            @RequestParam int version,
            Asker asker) {
        return switch (writing.write(consultation, section, text, version, asker)) {
            case WritingReports.Outcome.Written _ ->
                pages.goTo(path(consultation) + "#" + section, Words.ENGLISH.t("report.written"));
            case WritingReports.Outcome.Overtaken overtaken -> {
                WritingReports.Writing found = writing.section(consultation, section);
                yield pages.show(
                        HttpStatus.CONFLICT,
                        "consultation/report-edit.jte",
                        asker.in(consultation, SECTION),
                        new Edit(
                                consultation,
                                found.section(),
                                found.versions(),
                                overtaken.by().version(),
                                text,
                                overtaken.by()));
            }
        };
    }

    private static String path(long consultation) {
        return "/consultations/" + consultation + "/report";
    }
}
