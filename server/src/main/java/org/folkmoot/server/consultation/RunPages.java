package org.folkmoot.server.consultation;

import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Starts and stops runs; how far they are stands on the overview.
@RestController
@RequestMapping("/consultations/{consultation}")
final class RunPages {
    private final Pages pages;
    private final RequestingRuns requesting;

    RunPages(Pages pages, RequestingRuns requesting) {
        this.pages = pages;
        this.requesting = requesting;
    }

    @Needs(Right.RUN)
    @PostMapping("/questions/{question}/runs")
    ResponseEntity<String> start(@PathVariable long consultation, @PathVariable long question, Asker asker) {
        requesting.request(consultation, question, asker.actor());
        return pages.goTo("/consultations/" + consultation, Words.ENGLISH.t("run.asked-for"));
    }

    @Needs(Right.RUN)
    @PostMapping("/runs/{run}/cancel")
    ResponseEntity<String> cancel(@PathVariable long consultation, @PathVariable long run, Asker asker) {
        requesting.cancel(consultation, run, asker.actor());
        return pages.goTo("/consultations/" + consultation, Words.ENGLISH.t("run.stopped"));
    }
}
