package org.folkmoot.server.consultation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.platform.Summary;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// Exports of the report for people, and the report's figures and exports for programs.
@RestController
class ReportExports {
    private final ExportingReports exporting;
    private final WritingReports writing;

    ReportExports(ExportingReports exporting, WritingReports writing) {
        this.exporting = exporting;
        this.writing = writing;
    }

    /// @param wording `original` for words as received, which needs the right to see them
    @Needs(Right.EXPORT)
    @Summary("The report as a file of the format named, or the tables and words behind it.")
    @GetMapping({
        "/consultations/{consultation}/report/export/{format}",
        "/api/v1/consultations/{consultation}/report/export/{format}"
    })
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable long consultation,
            @PathVariable String format,
            @RequestParam(defaultValue = "publishable") String wording,
            Asker asker)
            throws IOException {
        ExportFormat wanted = ExportFormat.of(format).orElseThrow(Refused::notFound);
        boolean original = wording.equals("original");
        if (!original && !wording.equals("publishable")) {
            throw Refused.notFound();
        }
        if (original && !asker.may(Right.SEE_ORIGINAL, consultation)) {
            throw Refused.forbidden();
        }
        Path file = exporting.export(consultation, wanted, original ? Wording.ORIGINAL : Wording.PUBLISHABLE, asker);
        String name = "report-" + consultation + (original ? "-original." : ".") + wanted.ending();
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CONTENT_TYPE, wanted.type())
                .contentLength(Files.size(file))
                .cacheControl(CacheControl.noStore())
                .body(out -> {
                    try {
                        Files.copy(file, out);
                    } finally {
                        Files.deleteIfExists(file);
                    }
                });
    }

    /// A section for programs.
    record Figures(
            String key, String title, Map<String, String> figures, String text, List<WrittenText.Change> stale) {}

    /// The figures of a report.
    record Report(String title, String state, boolean checkedByPeople, List<Figures> sections) {}

    @Needs(Right.VIEW)
    @Summary("The figures of the report, section by section, with the texts that people wrote beside them.")
    @GetMapping("/api/v1/consultations/{consultation}/report")
    Report figures(@PathVariable long consultation) {
        WritingReports.Standing standing = writing.of(consultation);
        Map<String, WrittenText> texts = new LinkedHashMap<>(standing.texts());
        return new Report(
                standing.document().title(),
                standing.state().name(),
                standing.document().checked(),
                standing.document().sections().stream()
                        .map(section -> {
                            WrittenText text = texts.get(section.key());
                            return new Figures(
                                    section.key(),
                                    section.title(),
                                    section.figures(),
                                    text == null ? "" : text.text(),
                                    standing.stale().getOrDefault(section.key(), List.of()));
                        })
                        .toList());
    }
}
