package org.folkmoot.server.consultation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.text.privacy.PersonalData;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// One answer in full, and everything that one respondent said.
@RestController
public final class AnswerPages {
    private final Pages pages;
    private final ReadAnswers answers;

    AnswerPages(Pages pages, ReadAnswers answers) {
        this.pages = pages;
        this.answers = answers;
    }

    /// @param mayRedact whether to offer decisions on personal data
    public record One(long consultation, ReadAnswers.Answer answer, boolean mayRedact) {}

    /// @param sees whether the asker sees who it was
    public record All(long consultation, ReadAnswers.Respondent respondent, boolean sees) {}

    /// The kinds of personal data that a person can mark.
    public static List<String> kinds() {
        return Stream.concat(Arrays.stream(PersonalData.Kind.values()).map(PersonalData.Kind::name), Stream.of("OTHER"))
                .toList();
    }

    @Needs(Right.VIEW)
    @GetMapping("/consultations/{consultation}/answers/{answer}")
    ResponseEntity<String> answer(Asker asker, @PathVariable long consultation, @PathVariable long answer) {
        return pages.show(
                "consultation/answer.jte",
                asker.in(consultation, "explore"),
                new One(
                        consultation,
                        answers.answer(asker, consultation, answer),
                        asker.may(Right.REDACT, consultation)));
    }

    @Needs(Right.VIEW)
    @GetMapping("/consultations/{consultation}/respondents/{response}")
    ResponseEntity<String> respondent(Asker asker, @PathVariable long consultation, @PathVariable long response) {
        return pages.show(
                "consultation/respondent.jte",
                asker.in(consultation, "explore"),
                new All(
                        consultation,
                        answers.respondent(asker, consultation, response),
                        asker.may(Right.SEE_ORIGINAL, consultation)));
    }
}
