package org.folkmoot.server.review;

import java.util.List;
import java.util.Optional;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Read and code: choose a question and an order, then one answer after the other.
@RestController
public final class CodingPages {
    private final Pages pages;
    private final QuestionsToCode questions;
    private final Offers offers;
    private final CodingDesk desk;
    private final DecidingOnAnswers deciding;
    private final RemarkingOnAnswers remarking;
    private final Decisions decisions;
    private final Holds holds;
    private final AskingToLearn asking;

    CodingPages(
            Pages pages,
            QuestionsToCode questions,
            Offers offers,
            CodingDesk desk,
            DecidingOnAnswers deciding,
            RemarkingOnAnswers remarking,
            Decisions decisions,
            Holds holds,
            AskingToLearn asking) {
        this.pages = pages;
        this.questions = questions;
        this.offers = offers;
        this.desk = desk;
        this.deciding = deciding;
        this.remarking = remarking;
        this.decisions = decisions;
        this.holds = holds;
        this.asking = asking;
    }

    /// The questions one can code.
    public record Choice(long consultation, List<Question> questions, List<ReadingOrder> orders) {}

    /// @param mayLearn whether enough was decided for the coder to learn from
    public record Question(
            long id, String code, String text, int decided, int flagged, boolean mayLearn, boolean isLearning) {}

    /// One answer.
    ///
    /// @param heldBy name of somebody else who is reading it, null if nobody is
    /// @param before the answer that the asker decided on before, 0 if there is none
    public record Item(
            long consultation,
            CodingDesk.Sheet sheet,
            ReadingOrder order,
            @Nullable String heldBy,
            long before) {
        public String path() {
            return "/consultations/" + consultation + "/code/" + sheet.question() + "/" + sheet.answer();
        }
    }

    @Needs(Right.CODE)
    @GetMapping("/consultations/{consultation}/code")
    ResponseEntity<String> choose(@PathVariable long consultation, Asker asker) {
        List<Question> open = questions.of(consultation).stream()
                .filter(QuestionsToCode.Asked::hasCodebook)
                .map(asked -> new Question(
                        asked.id(),
                        asked.code(),
                        asked.text(),
                        asked.decided(),
                        asked.flagged(),
                        asked.decided() >= AskingToLearn.ENOUGH,
                        asked.isLearning()))
                .toList();
        return pages.show(
                "review/code.jte",
                asker.in(consultation, "code"),
                new Choice(consultation, open, List.of(ReadingOrder.values())));
    }

    @Needs(Right.CODE)
    @PostMapping("/consultations/{consultation}/code/{question}/next")
    ResponseEntity<String> next(
            @PathVariable long consultation,
            @PathVariable long question,
            @RequestParam ReadingOrder order,
            @RequestParam(defaultValue = "0") long after,
            Asker asker) {
        questions.one(consultation, question);
        return goOn(consultation, question, order, after, null, asker);
    }

    private ResponseEntity<String> goOn(
            long consultation, long question, ReadingOrder order, long after, @Nullable String notice, Asker asker) {
        Optional<Long> next = offers.next(consultation, question, order, after, asker.person());
        if (next.isEmpty()) {
            return pages.goTo("/consultations/" + consultation + "/code", Words.ENGLISH.t("code.none-left"));
        }
        return pages.goTo(
                "/consultations/" + consultation + "/code/" + question + "/" + next.get() + "?order=" + order, notice);
    }

    @Needs(Right.CODE)
    @GetMapping("/consultations/{consultation}/code/{question}/{answer}")
    ResponseEntity<String> item(
            @PathVariable long consultation,
            @PathVariable long question,
            @PathVariable long answer,
            @RequestParam(defaultValue = "UNCERTAIN") ReadingOrder order,
            Asker asker) {
        CodingDesk.Sheet sheet = desk.sheet(consultation, question, answer);
        boolean mine = holds.take(consultation, question, answer, asker.person());
        String heldBy = mine
                ? null
                : holds.holder(question, answer).map(Holds.Holder::name).orElse(null);
        return pages.show(
                "review/item.jte",
                asker.in(consultation, "code"),
                new Item(
                        consultation,
                        sheet,
                        order,
                        heldBy,
                        decisions.before(question, answer, asker.person()).orElse(0L)));
    }

    @Needs(Right.CODE)
    @PostMapping("/consultations/{consultation}/code/{question}/{answer}")
    ResponseEntity<String> decide(
            @PathVariable long consultation,
            @PathVariable long question,
            @PathVariable long answer,
            @RequestParam String action,
            @RequestParam(defaultValue = "UNCERTAIN") ReadingOrder order,
            @RequestParam MultiValueMap<String, String> fields,
            Asker asker) {
        questions.one(consultation, question);
        int length = questions.words(question, answer).length();
        CodingForm form = new CodingForm(fields);
        if (action.equals("flag")) {
            remarking.remark(consultation, question, answer, form.remark(true), asker);
            return goOn(consultation, question, order, answer, Words.ENGLISH.t("code.flagged"), asker);
        }
        DecidingOnAnswers.Wish wish = form.wish(length, action.equals("accept"));
        int kept = deciding.decide(consultation, question, answer, wish, asker);
        return goOn(consultation, question, order, answer, Words.ENGLISH.t("code.kept", kept), asker);
    }

    @Needs(Right.RUN)
    @PostMapping("/consultations/{consultation}/code/{question}/learn")
    ResponseEntity<String> learn(@PathVariable long consultation, @PathVariable long question, Asker asker) {
        asking.ask(consultation, question, asker);
        return pages.goTo("/consultations/" + consultation + "/code", Words.ENGLISH.t("code.learning-asked"));
    }
}
