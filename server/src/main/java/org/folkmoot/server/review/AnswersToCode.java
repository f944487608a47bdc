package org.folkmoot.server.review;

import java.util.List;
import org.folkmoot.server.codebook.Codebooks;
import org.folkmoot.server.codebook.Kept;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.review.AnswerCodes.Carried;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The answers that people may read with their themes and decide on: none that a blind sample has, since its readers
/// must not see what others say.
@Component
class AnswersToCode {
    private final QuestionsToCode questions;
    private final Codebooks codebooks;
    private final AnswerCodes codes;
    private final BlindSamples samples;

    AnswersToCode(QuestionsToCode questions, Codebooks codebooks, AnswerCodes codes, BlindSamples samples) {
        this.questions = questions;
        this.codebooks = codebooks;
        this.codes = codes;
        this.samples = samples;
    }

    /// An answer with the themes it carries now.
    ///
    /// @param language as a BCP 47 tag
    /// @param words of the answer, as received
    record ToCode(QuestionsToCode.Asked asked, String language, String words, Kept kept, List<Carried> carried) {}

    /// @throws Refused if there is no such answer, or a blind sample has it
    @Transactional(propagation = Propagation.MANDATORY)
    public ToCode find(long consultation, long question, long answer) {
        QuestionsToCode.Asked asked = questions.one(consultation, question);
        String words = questions.words(question, answer);
        Kept kept = codebooks.of(question).orElseThrow(Refused::notFound);
        if (samples.beingRead(question).contains(answer)) {
            throw Refused.conflict("in-blind-sample");
        }
        return new ToCode(
                asked, questions.language(kept.codedBy(), answer), words, kept, codes.of(kept, answer, words));
    }
}
