package org.folkmoot.server.review;

import java.time.InstantSource;
import java.util.Map;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.platform.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Notes something on an answer, or asks for a second look at it, without deciding on its themes.
@Component
class RemarkingOnAnswers {
    private final QuestionsToCode questions;
    private final BlindSamples samples;
    private final Holds holds;
    private final Remarks remarks;
    private final AuditLog audit;
    private final InstantSource clock;

    RemarkingOnAnswers(
            QuestionsToCode questions,
            BlindSamples samples,
            Holds holds,
            Remarks remarks,
            AuditLog audit,
            InstantSource clock) {
        this.questions = questions;
        this.samples = samples;
        this.holds = holds;
        this.remarks = remarks;
        this.audit = audit;
        this.clock = clock;
    }

    /// Keeps a remark, and lets go of the answer.
    ///
    /// @throws Refused if somebody else holds it, or a blind sample has it
    @Transactional
    public void remark(long consultation, long question, long answer, Remarks.Wish wish, Asker by) {
        QuestionsToCode.Asked asked = questions.one(consultation, question);
        questions.words(question, answer);
        if (samples.beingRead(question).contains(answer)) {
            throw Refused.conflict("in-blind-sample");
        }
        if (!holds.take(consultation, question, answer, by.person())) {
            throw Refused.conflict("held");
        }
        remarks.add(consultation, question, answer, wish, by.person(), clock.instant());
        holds.release(question, answer, by.person());
        audit.append(
                consultation,
                by.actor(),
                wish.flagged() ? "answer.flagged" : "answer.noted",
                "answer " + answer,
                Map.of("question", asked.code()));
    }
}
