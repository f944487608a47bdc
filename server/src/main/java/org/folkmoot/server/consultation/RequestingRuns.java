package org.folkmoot.server.consultation;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.folkmoot.corpus.Question;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.audit.AuditLog.Actor;
import org.folkmoot.server.codebook.Proposals;
import org.folkmoot.server.platform.Jobs;
import org.folkmoot.server.platform.Refused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Starts and stops runs.
@Component
class RequestingRuns {
    private final Runs runs;
    private final AskedQuestions questions;
    private final WaitingAnswers waiting;
    private final Proposals proposals;
    private final Jobs jobs;
    private final AuditLog audit;
    private final InstantSource clock;

    RequestingRuns(
            Runs runs,
            AskedQuestions questions,
            WaitingAnswers waiting,
            Proposals proposals,
            Jobs jobs,
            AuditLog audit,
            InstantSource clock) {
        this.runs = runs;
        this.questions = questions;
        this.waiting = waiting;
        this.proposals = proposals;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /// Asks for a run of a question.
    ///
    /// @throws Refused if one is open already, or the question is not an open one
    @Transactional
    public Run request(long consultation, long question, Actor actor) {
        AskedQuestion asked = questions.find(consultation, question);
        if (asked.kind() != Question.Kind.OPEN) {
            throw Refused.notFound();
        }
        Run run = add(asked, consultation, actor).orElseThrow(() -> Refused.conflict("run-open"));
        record(consultation, actor, "run.requested", List.of(asked));
        return run;
    }

    private Optional<Run> add(AskedQuestion asked, long consultation, Actor actor) {
        Run.Kind kind = proposals.toCodeTo(asked.id()).isPresent() ? Run.Kind.CODE : Run.Kind.DISCOVER;
        Optional<Run> run = runs.add(consultation, asked.id(), kind, actor.person(), clock.instant());
        run.ifPresent(added -> jobs.ask(RunningQuestions.NAME, added.piece()));
        return run;
    }

    /// Asks for a run of each open question to which there are answers that no run has seen, or that only a run has.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void onImported(ResponsesImported imported) {
        requestWhereAnswersWait(imported.consultation(), imported.actor(), _ -> true);
    }

    /// Answers that came while a run was under way are for the next. Other questions are none of its business: their
    /// runs may be cancelled, or end at this very moment, and then each would wait for the other.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void onDone(RunDone done) {
        requestWhereAnswersWait(done.consultation(), Actor.PROGRAM, question -> question == done.question());
    }

    private void requestWhereAnswersWait(long consultation, Actor actor, LongPredicate which) {
        Set<Long> stale = new HashSet<>(waiting.byQuestion(consultation).keySet());
        stale.addAll(waiting.seenButGone(consultation));
        List<AskedQuestion> asked = questions.of(consultation).stream()
                .filter(question -> question.kind() == Question.Kind.OPEN && stale.contains(question.id()))
                .filter(question -> which.test(question.id()))
                .filter(question -> add(question, consultation, actor).isPresent())
                .toList();
        if (!asked.isEmpty()) {
            record(consultation, actor, "run.requested", asked);
        }
    }

    /// Stops a run that is open; what it found so far is thrown away.
    @Transactional
    public void cancel(long consultation, long run, Actor actor) {
        Run found = runs.locked(run)
                .filter(candidate -> candidate.consultation() == consultation)
                .orElseThrow(Refused::notFound);
        if (RunState.LIFE_CYCLE.step(found.state(), "cancel").isEmpty()) {
            throw Refused.conflict("run-over");
        }
        runs.end(run, RunState.CANCELLED, null, clock.instant());
        record(consultation, actor, "run.cancelled", List.of(questions.find(consultation, found.question())));
    }

    private void record(long consultation, Actor actor, String action, List<AskedQuestion> asked) {
        String codes = String.join(", ", asked.stream().map(AskedQuestion::code).toList());
        audit.append(consultation, actor, action, "question " + codes, Map.of());
    }
}
