package org.folkmoot.server.review;

import java.util.List;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Summary;
import org.folkmoot.text.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Decisions on answers, for programs.
@RestController
class DecisionsApi {
    private final CodingDesk desk;
    private final DecidingOnAnswers deciding;
    private final Decisions decisions;

    DecisionsApi(CodingDesk desk, DecidingOnAnswers deciding, Decisions decisions) {
        this.desk = desk;
        this.deciding = deciding;
        this.decisions = decisions;
    }

    /// @param choices null to accept the themes that the answer carries now
    record Wanted(
            @Nullable List<Decisions.Choice> choices,
            @Nullable String note,
            boolean flagged,
            @Nullable List<Span> quotable) {}

    @Needs(Right.CODE)
    @Summary("All decisions on an answer, the latest first.")
    @GetMapping("/api/v1/consultations/{consultation}/questions/{question}/answers/{answer}/decisions")
    List<Decisions.Decision> of(
            @PathVariable long consultation, @PathVariable long question, @PathVariable long answer) {
        desk.sheet(consultation, question, answer);
        return decisions.on(answer);
    }

    @Needs(Right.CODE)
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Decides which themes an answer carries; without choices, accepts those it carries now.")
    @PostMapping("/api/v1/consultations/{consultation}/questions/{question}/answers/{answer}/decisions")
    void decide(
            @PathVariable long consultation,
            @PathVariable long question,
            @PathVariable long answer,
            @RequestBody Wanted wanted,
            Asker asker) {
        deciding.decide(
                consultation,
                question,
                answer,
                new DecidingOnAnswers.Wish(
                        wanted.choices(),
                        wanted.note() == null ? "" : wanted.note(),
                        wanted.flagged(),
                        wanted.quotable() == null ? List.of() : wanted.quotable()),
                asker);
    }
}
