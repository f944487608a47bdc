package org.folkmoot.server.review;

import java.util.List;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Summary;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Reading and coding for programs: the next answer, held for its reader, and what it carries.
@RestController
@RequestMapping("/api/v1/consultations/{consultation}")
class CodingApi {
    private final QuestionsToCode questions;
    private final Offers offers;
    private final CodingDesk desk;
    private final AskingToLearn asking;

    CodingApi(QuestionsToCode questions, Offers offers, CodingDesk desk, AskingToLearn asking) {
        this.questions = questions;
        this.offers = offers;
        this.desk = desk;
        this.asking = asking;
    }

    /// @param after id of the answer one comes from, 0 to begin
    record Wanted(ReadingOrder order, long after) {}

    @Needs(Right.CODE)
    @Summary("The open questions, how many of their answers people decided on, and whether the coder is learning.")
    @GetMapping("/coding")
    List<QuestionsToCode.Asked> questions(@PathVariable long consultation) {
        return questions.of(consultation);
    }

    @Needs(Right.CODE)
    @Summary("The answer to read next, held for the asker for a while; nothing (204) if none is left in that order.")
    @PostMapping("/questions/{question}/next")
    ResponseEntity<CodingDesk.Sheet> next(
            @PathVariable long consultation, @PathVariable long question, @RequestBody Wanted wanted, Asker asker) {
        questions.one(consultation, question);
        ReadingOrder order = wanted.order() == null ? ReadingOrder.UNCERTAIN : wanted.order();
        return offers.next(consultation, question, order, wanted.after(), asker.person())
                .map(answer -> ResponseEntity.ok(desk.sheet(consultation, question, answer)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @Needs(Right.CODE)
    @Summary("One answer with its passages, the themes it carries, and all decisions on it.")
    @GetMapping("/questions/{question}/answers/{answer}")
    CodingDesk.Sheet sheet(@PathVariable long consultation, @PathVariable long question, @PathVariable long answer) {
        return desk.sheet(consultation, question, answer);
    }

    @Needs(Right.RUN)
    @Summary("Asks for a run in which the coder learns from people's decisions.")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping("/questions/{question}/learn")
    void learn(@PathVariable long consultation, @PathVariable long question, Asker asker) {
        asking.ask(consultation, question, asker);
    }
}
