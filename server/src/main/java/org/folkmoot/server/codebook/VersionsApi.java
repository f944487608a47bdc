package org.folkmoot.server.codebook;

import java.util.List;
import java.util.Optional;
import org.folkmoot.server.codebook.EditingThemes.Outcome;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.platform.Summary;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Signing off, what moved between versions, and arguments that no theme covers, for programs.
@RestController
@RequestMapping("/api/v1/consultations/{consultation}/questions/{question}")
class VersionsApi {
    private final OpenQuestions questions;
    private final Codebooks codebooks;
    private final SigningOffThemes signingOff;
    private final VersionPages versions;
    private final UncoveredPage uncovered;
    private final DecidingUncovered deciding;
    private final ThemesApi themes;

    VersionsApi(
            OpenQuestions questions,
            Codebooks codebooks,
            SigningOffThemes signingOff,
            VersionPages versions,
            UncoveredPage uncovered,
            DecidingUncovered deciding,
            ThemesApi themes) {
        this.questions = questions;
        this.codebooks = codebooks;
        this.signingOff = signingOff;
        this.versions = versions;
        this.uncovered = uncovered;
        this.deciding = deciding;
        this.themes = themes;
    }

    /// @param mark of what was looked at; a sign-off of anything else is refused
    record SignOff(String mark, @Nullable String note) {}

    record SignedOff(int version) {}

    /// A theme as it was signed off.
    record Line(String id, @Nullable String parent, String headline, String description, int answers) {}

    /// What moved between two versions.
    ///
    /// @param moved how many answers moved in all
    /// @param answers those of this page
    record Changes(
            int from,
            int to,
            List<Moved.Line> themes,
            List<VersionPages.Changes.Answer> answers,
            int moved,
            int page,
            int pages) {}

    @Needs(Right.SIGN_OFF)
    @Summary("Signs the themes off as a version. The mark stands on the board.")
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/sign-off")
    SignedOff signOff(
            Asker asker, @PathVariable long consultation, @PathVariable long question, @RequestBody SignOff wanted) {
        String mark = wanted.mark();
        String note = wanted.note();
        if (mark == null || mark.isEmpty()) {
            throw new Refused(HttpStatus.BAD_REQUEST, "bad-request");
        }
        long of = questions.find(consultation, question).id();
        return new SignedOff(signingOff.signOff(of, mark, note == null ? "" : note, asker.actor()));
    }

    @Needs(Right.VIEW)
    @Summary("The themes of one version, with their counts as they were.")
    @GetMapping("/versions/{version}")
    List<Line> version(@PathVariable long consultation, @PathVariable long question, @PathVariable int version) {
        return versions.one(consultation, questions.find(consultation, question), version).themes().stream()
                .map(line -> new Line(
                        line.theme().id().value(),
                        line.theme().parent() == null
                                ? null
                                : line.theme().parent().value(),
                        line.theme().headline(),
                        line.theme().description(),
                        line.answers()))
                .toList();
    }

    @Needs(Right.VIEW)
    @Summary("What moved from one version to another, or to now (0), per theme and, by pages of 25, per answer.")
    @GetMapping("/versions/{version}/changes")
    Changes changes(
            Asker asker,
            @PathVariable long consultation,
            @PathVariable long question,
            @PathVariable int version,
            @RequestParam(defaultValue = "0") int to,
            @RequestParam(defaultValue = "1") int page) {
        VersionPages.Changes found = versions.changes(
                consultation,
                questions.find(consultation, question),
                new VersionPages.Range(version, to, page),
                asker.may(Right.SEE_ORIGINAL, consultation));
        return new Changes(version, to, found.themes(), found.answers(), found.moved(), found.page(), found.pages());
    }

    @Needs(Right.VIEW)
    @Summary("The arguments that no theme covers, with some of their passages and what was decided.")
    @GetMapping("/uncovered")
    List<UncoveredPage.Item> uncovered(Asker asker, @PathVariable long consultation, @PathVariable long question) {
        Kept kept = codebooks.of(questions.find(consultation, question).id()).orElseThrow(Refused::notFound);
        return uncovered.items(kept, asker.may(Right.SEE_ORIGINAL, consultation));
    }

    /// @param edited the edit of themes that the decision is, null if it is none
    record Decided(ThemesApi.@Nullable Edited edited) {}

    @Needs(Right.EDIT_THEMES)
    @Summary("Decides on an argument: make-theme, add-to-theme, dismiss (with a reason) or reopen.")
    @PostMapping("/uncovered/{argument}")
    Decided decide(
            Asker asker,
            @PathVariable long consultation,
            @PathVariable long question,
            @PathVariable long argument,
            @RequestBody AskedDecision asked) {
        long of = questions.find(consultation, question).id();
        Optional<Outcome> outcome = asked.make(deciding, of, argument, asker.actor());
        return new Decided(outcome.map(made -> themes.edited(of, made)).orElse(null));
    }
}
