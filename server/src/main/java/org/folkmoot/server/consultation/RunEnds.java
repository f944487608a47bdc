package org.folkmoot.server.consultation;

import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.corpus.run.AnalysingQuestion;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.audit.AuditLog.Actor;
import org.folkmoot.server.codebook.Kept;
import org.folkmoot.server.codebook.Proposals;
import org.folkmoot.text.code.Codings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// How runs end: with all their results in the database at once, or with a reason and none.
@Component
class RunEnds {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Runs runs;
    private final Findings findings;
    private final Proposals proposals;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    RunEnds(
            Runs runs,
            Findings findings,
            Proposals proposals,
            ApplicationEventPublisher events,
            AuditLog audit,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.runs = runs;
        this.findings = findings;
        this.proposals = proposals;
        this.events = events;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Writes all that a run found.
    ///
    /// @param codings to the sources of an edited codebook, null where themes were discovered
    /// @return whether the run is over; not if the themes were edited meanwhile, and then nothing was written
    boolean done(RunningQuestions.Begun begun, AnalysingQuestion.Done done, @Nullable Codings codings, byte[] bench) {
        return Boolean.TRUE.equals(transactions.execute(transaction -> {
            Run run = begun.run();
            if (runs.locked(run.id())
                    .filter(now -> now.state() == RunState.RUNNING)
                    .isEmpty()) {
                return true;
            }
            runs.keep(run.id(), measures(done), bench);
            runs.end(run.id(), RunState.DONE, null, clock.instant());
            findings.write(run, begun.material(), done.analysis());
            if (!themes(begun, done, codings)) {
                transaction.setRollbackOnly();
                return false;
            }
            events.publishEvent(new RunDone(run.consultation(), run.question(), run.id()));
            audit.append(
                    run.consultation(),
                    Actor.PROGRAM,
                    "run.done",
                    "question " + begun.material().question().id(),
                    Map.of("run", run.id(), "answers", begun.material().ids().length));
            return true;
        }));
    }

    private boolean themes(RunningQuestions.Begun begun, AnalysingQuestion.Done done, @Nullable Codings codings) {
        Run run = begun.run();
        long[] ids = begun.material().ids();
        Kept codebook = begun.codebook();
        return (codebook == null || codings == null)
                ? proposals.discovered(run.id(), run.consultation(), run.question(), done, ids)
                : proposals.coded(run.id(), codebook, begun.sources(), codings, ids);
    }

    private static String measures(AnalysingQuestion.Done done) {
        Map<String, Object> measures = new TreeMap<>(done.measures());
        measures.put("warnings", done.warnings());
        measures.put("mixed", done.analysis().mixed());
        return JSON.writeValueAsString(measures);
    }

    /// Ends a run that cannot go on.
    ///
    /// @param why for a person to read
    void fail(long id, String why) {
        transactions.executeWithoutResult(_ -> {
            Run run = runs.locked(id).filter(now -> now.state().isOpen()).orElse(null);
            if (run == null) {
                return;
            }
            runs.end(id, RunState.FAILED, why, clock.instant());
            audit.append(run.consultation(), Actor.PROGRAM, "run.failed", "run " + id, Map.of());
        });
    }
}
