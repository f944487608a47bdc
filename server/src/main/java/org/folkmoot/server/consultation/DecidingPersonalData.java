package org.folkmoot.server.consultation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.LifeCycle.Step;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.text.Span;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Decides what of the answers is personal data: redacts it, keeps it, or opens the matter again.
@Component
class DecidingPersonalData {
    private final PersonalSpans spans;
    private final ExploredAnswers answers;
    private final AuditLog audit;
    private final InstantSource clock;

    DecidingPersonalData(PersonalSpans spans, ExploredAnswers answers, AuditLog audit, InstantSource clock) {
        this.spans = spans;
        this.answers = answers;
        this.audit = audit;
        this.clock = clock;
    }

    /// Takes a step of the life cycle with one span.
    ///
    /// @return the answer it stands in
    /// @throws Refused if there is no such span, it is not in a state for that, or a reason is wanting
    @Transactional
    public long decide(Asker asker, long consultation, long span, String action, String reason) {
        PersonalSpans.Found found = spans.locked(consultation, span).orElseThrow(Refused::notFound);
        Step<PersonalDataState, Right> step = step(asker, consultation, found.state(), action, reason);
        spans.decide(span, decision(asker, step.to(), reason));
        audit.append(
                consultation,
                asker.actor(),
                step.audit(),
                "answer " + found.answer(),
                Map.of("span", span, "kind", found.kind(), "from", found.state().name()));
        return found.answer();
    }

    /// Takes a step with all spans of a kind that await a decision.
    ///
    /// @return how many there were
    @Transactional
    public int decideAll(Asker asker, long consultation, String kind, String action, String reason) {
        Step<PersonalDataState, Right> step = step(asker, consultation, PersonalDataState.FLAGGED, action, reason);
        int many = spans.decideAll(consultation, kind, decision(asker, step.to(), reason));
        if (many > 0) {
            audit.append(
                    consultation,
                    asker.actor(),
                    step.audit(),
                    "consultation " + consultation,
                    Map.of("kind", kind, "spans", many, "from", step.from().name()));
        }
        return many;
    }

    /// Redacts words wherever they stand in an answer.
    ///
    /// @return in how many places they stand
    /// @throws Refused if the consultation has no such answer to an open question, or a reason is wanting
    @Transactional
    public int mark(Asker asker, long consultation, long answer, String words, String kind, String reason) {
        Step<PersonalDataState, Right> step = step(asker, consultation, PersonalDataState.FLAGGED, "redact", reason);
        ExploredAnswers.Stored stored = answers.stored(new long[] {answer}).get(answer);
        if (stored == null
                || stored.consultation() != consultation
                || !AnswerPages.kinds().contains(kind)) {
            throw Refused.notFound();
        }
        List<Span> places = places(stored.text(), words.strip());
        for (Span place : places) {
            spans.mark(consultation, answer, place, kind, decision(asker, step.to(), reason));
        }
        if (!places.isEmpty()) {
            audit.append(
                    consultation,
                    asker.actor(),
                    step.audit(),
                    "answer " + answer,
                    Map.of("kind", kind, "spans", places.size(), "marked", true));
        }
        return places.size();
    }

    private static List<Span> places(String text, String words) {
        List<Span> places = new ArrayList<>();
        if (!words.isEmpty()) {
            for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length())) {
                places.add(new Span(at, at + words.length()));
            }
        }
        return places;
    }

    private static Step<PersonalDataState, Right> step(
            Asker asker, long consultation, PersonalDataState from, String action, String reason) {
        Step<PersonalDataState, Right> step = PersonalDataState.LIFE_CYCLE
                .step(from, action)
                .filter(open -> open.right() != null && asker.may(open.right(), consultation))
                .orElseThrow(() -> Refused.conflict("personal-data-state"));
        if (step.to() == PersonalDataState.REDACTED && reason.isBlank()) {
            throw Refused.conflict("redaction-needs-reason");
        }
        return step;
    }

    private PersonalSpans.Decision decision(Asker asker, PersonalDataState to, String reason) {
        return new PersonalSpans.Decision(to, reason.strip(), asker.person(), clock.instant());
    }
}
