package org.folkmoot.server.review;

import java.util.Map;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.platform.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Asks that a coder learn from people's decisions.
@Component
class AskingToLearn {
    /// With fewer decisions there is nothing to learn.
    static final int ENOUGH = 20;

    private final QuestionsToCode questions;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;

    AskingToLearn(QuestionsToCode questions, ApplicationEventPublisher events, AuditLog audit) {
        this.questions = questions;
        this.events = events;
        this.audit = audit;
    }

    /// @throws Refused if too little was decided, or a run of the question waits or works
    @Transactional
    public void ask(long consultation, long question, Asker by) {
        QuestionsToCode.Asked asked = questions.one(consultation, question);
        if (asked.decided() < ENOUGH) {
            throw Refused.conflict("too-few-decisions");
        }
        if (asked.isLearning()) {
            throw Refused.conflict("already-learning");
        }
        events.publishEvent(new LearningAsked(consultation, question, by.person()));
        audit.append(
                consultation,
                by.actor(),
                "learning.asked",
                "question " + asked.code(),
                Map.of("decisions", asked.decided()));
    }
}
