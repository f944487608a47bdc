package org.folkmoot.server.consultation;

import java.util.List;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The page between the wish to publish a report and its publication: what is not done yet, and what will be kept.
@RestController
@RequestMapping("/consultations/{consultation}/report")
public final class PublishingPage {
    private static final String SECTION = "report";

    private final Pages pages;
    private final WritingReports writing;
    private final UnfinishedWork unfinished;

    PublishingPage(Pages pages, WritingReports writing, UnfinishedWork unfinished) {
        this.pages = pages;
        this.writing = writing;
        this.unfinished = unfinished;
    }

    /// @param unfinished questions on which something is not done
    /// @param stale sections whose figures changed since their text was written: they forbid publication
    /// @param figures how many would be kept
    /// @param texts how many sections have a text
    /// @param unconfirmed whether it was sent without the confirmation that unfinished work needs
    public record Model(
            long consultation,
            List<UnfinishedWork.OfQuestion> unfinished,
            List<ReportDocument.Section> stale,
            int sections,
            int figures,
            int texts,
            boolean unconfirmed) {}

    @Needs(Right.PUBLISH)
    @GetMapping("/publish")
    ResponseEntity<String> ask(@PathVariable long consultation, Asker asker) {
        WritingReports.Standing standing = writing.of(consultation);
        return standing.state() == ReportState.PUBLISHED
                ? pages.refuse(path(consultation), Words.ENGLISH.t("report.not-from-here"))
                : show(HttpStatus.OK, consultation, standing, asker);
    }

    private ResponseEntity<String> show(
            HttpStatus status, long consultation, WritingReports.Standing standing, Asker asker) {
        ReportDocument document = standing.document();
        Model model = new Model(
                consultation,
                unfinished.of(consultation),
                document.sections().stream()
                        .filter(section -> standing.stale().containsKey(section.key()))
                        .toList(),
                document.sections().size(),
                document.figures().values().stream()
                        .mapToInt(figures -> figures.size())
                        .sum(),
                Math.toIntExact(standing.texts().values().stream()
                        .filter(text -> !text.text().isBlank())
                        .count()),
                status != HttpStatus.OK);
        return pages.show(status, "consultation/report-publish.jte", asker.in(consultation, SECTION), model);
    }

    /// @param confirmed whether who publishes says that they know what is not done
    @Needs(Right.PUBLISH)
    @PostMapping("/state")
    ResponseEntity<String> step(
            @PathVariable long consultation,
            @RequestParam String action,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Asker asker) {
        WritingReports.Standing standing = writing.of(consultation);
        boolean publishes = action.equals(ReportState.PUBLISH) && standing.state() == ReportState.DRAFT;
        if (publishes
                && (!standing.stale().isEmpty()
                        || !(confirmed || unfinished.of(consultation).isEmpty()))) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, consultation, standing, asker);
        }
        String report = path(consultation);
        return switch (writing.step(consultation, action, asker)) {
            case TAKEN -> pages.goTo(report, Words.ENGLISH.t(publishes ? "report.published" : "report.taken-back"));
            case STALE_TEXTS -> pages.refuse(report, Words.ENGLISH.t("report.stale-texts"));
            case NOT_FROM_HERE -> pages.refuse(report, Words.ENGLISH.t("report.not-from-here"));
        };
    }

    private static String path(long consultation) {
        return "/consultations/" + consultation + "/report";
    }
}
