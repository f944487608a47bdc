package org.folkmoot.server.consultation;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.platform.Job;
import org.folkmoot.server.platform.Scope;
import org.folkmoot.server.platform.Words;
import org.folkmoot.server.review.Learning;
import org.folkmoot.text.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs in which the coder of a question learns from people's decisions. All is written in one
/// transaction at the end.
@Component
class LearningRuns implements Job {
    static final String NAME = "learning-run";

    private static final Logger LOG = LoggerFactory.getLogger(LearningRuns.class);

    private final Runs runs;
    private final RunEnds ends;
    private final CarryingRunsOver carrying;
    private final Learning learning;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    LearningRuns(
            Runs runs,
            RunEnds ends,
            CarryingRunsOver carrying,
            Learning learning,
            ApplicationEventPublisher events,
            AuditLog audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.runs = runs;
        this.ends = ends;
        this.carrying = carrying;
        this.learning = learning;
        this.events = events;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String piece) {
        int slash = piece.indexOf('/');
        long consultation = Long.parseLong(piece.substring(0, slash));
        long run = Long.parseLong(piece.substring(slash + 1));
        Scope.of(consultation).run(() -> attempt(run));
    }

    private void attempt(long id) {
        try {
            Optional<Run> begun = begin(id);
            if (begun.isPresent() && !finish(begun.get())) {
                ends.fail(id, Words.ENGLISH.t("run.themes-changed"));
            }
        } catch (CancellationException _) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("run " + id + " was left off, to be begun again");
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("run " + id + " was left off, to be begun again", e);
            }
            String reference = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("run {} failed, reference {}", id, reference, e);
            ends.fail(id, Words.ENGLISH.t(e instanceof OutOfMemoryError ? "run.no-memory" : "run.broke", reference));
        }
    }

    private Optional<Run> begin(long id) {
        Optional<Run> begun = transactions.execute(_ -> {
            Optional<Run> open = runs.locked(id).filter(run -> run.state().isOpen());
            open.ifPresent(run -> runs.begin(id, Run.Kind.LEARN, "{}", clock.instant()));
            return open;
        });
        return begun == null ? Optional.empty() : begun;
    }

    private boolean finish(Run run) {
        Learning.Learned learned = learning.learn(run.question(), telling(run));
        return Boolean.TRUE.equals(transactions.execute(transaction -> {
            if (runs.locked(run.id())
                    .filter(now -> now.state() == RunState.RUNNING)
                    .isEmpty()) {
                return true;
            }
            carrying.carry(learned.from(), run.id());
            runs.end(run.id(), RunState.DONE, null, clock.instant());
            if (!learning.record(run.id(), learned)) {
                transaction.setRollbackOnly();
                return false;
            }
            events.publishEvent(new RunDone(run.consultation(), run.question(), run.id()));
            audit.append(
                    run.consultation(),
                    AuditLog.Actor.PROGRAM,
                    "run.done",
                    "question " + learned.codebook().questionCode(),
                    Map.of("run", run.id(), "decisions", learned.learnedFrom(), "learned", learned.isLearned()));
            return true;
        }));
    }

    private Progress telling(Run run) {
        return (stage, done, total) -> {
            if (Thread.currentThread().isInterrupted() || !runs.advance(run.id(), stage, done, total)) {
                throw new CancellationException("stopped");
            }
        };
    }
}
