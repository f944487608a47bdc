package org.folkmoot.server.consultation;

import java.util.List;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.platform.Summary;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Runs of the engine for programs: start one, see how far it is, stop it.
@RestController
@RequestMapping("/api/v1/consultations/{consultation}")
class RunsApi {
    private final RequestingRuns requesting;
    private final Runs runs;

    RunsApi(RequestingRuns requesting, Runs runs) {
        this.requesting = requesting;
        this.runs = runs;
    }

    @Needs(Right.VIEW)
    @Summary("The last run of each question, and how far it is.")
    @GetMapping("/runs")
    List<Run> latest(@PathVariable long consultation) {
        return runs.latest(consultation);
    }

    @Needs(Right.VIEW)
    @Summary("One run, and how far it is.")
    @GetMapping("/runs/{run}")
    Run run(@PathVariable long consultation, @PathVariable long run) {
        return runs.find(run)
                .filter(found -> found.consultation() == consultation)
                .orElseThrow(Refused::notFound);
    }

    @Needs(Right.RUN)
    @Summary("Asks for a run of an open question; one at a time.")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping("/questions/{question}/runs")
    Run start(@PathVariable long consultation, @PathVariable long question, Asker asker) {
        return requesting.request(consultation, question, asker.actor());
    }

    @Needs(Right.RUN)
    @Summary("Stops a run that waits or works.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/runs/{run}/cancel")
    void cancel(@PathVariable long consultation, @PathVariable long run, Asker asker) {
        requesting.cancel(consultation, run, asker.actor());
    }
}
