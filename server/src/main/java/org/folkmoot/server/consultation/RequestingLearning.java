package org.folkmoot.server.consultation;

import java.time.InstantSource;
import org.folkmoot.server.platform.Jobs;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.review.LearningAsked;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Makes a run of what the review desk asks a coder to learn.
@Component
class RequestingLearning {
    private final Runs runs;
    private final Jobs jobs;
    private final InstantSource clock;

    RequestingLearning(Runs runs, Jobs jobs, InstantSource clock) {
        this.runs = runs;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void onAsked(LearningAsked asked) {
        Run run = runs.add(asked.consultation(), asked.question(), Run.Kind.LEARN, asked.person(), clock.instant())
                .orElseThrow(() -> Refused.conflict("run-open"));
        jobs.ask(LearningRuns.NAME, run.piece());
    }
}
