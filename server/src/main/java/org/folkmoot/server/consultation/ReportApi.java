package org.folkmoot.server.consultation;

import java.util.List;
import java.util.Map;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.platform.Summary;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Writing and publishing the report, for programs.
@RestController
@RequestMapping("/api/v1/consultations/{consultation}/report")
class ReportApi {
    private final WritingReports writing;

    ReportApi(WritingReports writing) {
        this.writing = writing;
    }

    /// A section with all versions of its text, the latest first.
    record Section(String key, String title, Map<String, String> figures, List<WrittenText> versions) {}

    /// @param after the version that the writer saw, 0 if there was none
    record Text(String text, int after) {}

    record Written(int version) {}

    /// @param action publish or take back
    record Step(String action) {}

    record State(ReportState state) {}

    @Needs(Right.WRITE_REPORT)
    @Summary("A section with its figures and all versions of its text, the latest first.")
    @GetMapping("/sections/{section}")
    Section section(@PathVariable long consultation, @PathVariable String section) {
        WritingReports.Writing found = writing.section(consultation, section);
        return new Section(
                found.section().key(), found.section().title(), found.section().figures(), found.versions());
    }

    @Needs(Right.WRITE_REPORT)
    @Summary("Writes the text of a section, unless somebody has written since the version that it follows.")
    @PutMapping("/sections/{section}")
    Written write(@PathVariable long consultation, @PathVariable String section, @RequestBody Text text, Asker asker) {
        if (text.text() == null) {
            throw new Refused(HttpStatus.BAD_REQUEST, "bad-request");
        }
        return switch (writing.write(consultation, section, text.text(), text.after(), asker)) {
            case WritingReports.Outcome.Written(int version) -> new Written(version);
            case WritingReports.Outcome.Overtaken _ -> throw Refused.conflict("report-overtaken");
        };
    }

    @Needs(Right.PUBLISH)
    @Summary("Publishes the report or takes it back.")
    @PostMapping("/state")
    State step(@PathVariable long consultation, @RequestBody Step step, Asker asker) {
        if (step.action() == null) {
            throw new Refused(HttpStatus.BAD_REQUEST, "bad-request");
        }
        return switch (writing.step(consultation, step.action(), asker)) {
            case TAKEN -> new State(writing.of(consultation).state());
            case STALE_TEXTS -> throw Refused.conflict("report-stale-texts");
            case NOT_FROM_HERE -> throw Refused.conflict("report-not-from-here");
        };
    }
}
