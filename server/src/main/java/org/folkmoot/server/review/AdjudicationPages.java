package org.folkmoot.server.review;

import java.util.HashSet;
import java.util.List;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Adjudication: one difference between readers after the other.
@RestController
public final class AdjudicationPages {
    private final Pages pages;
    private final Adjudicating adjudicating;
    private final BlindSamples samples;

    AdjudicationPages(Pages pages, Adjudicating adjudicating, BlindSamples samples) {
        this.pages = pages;
        this.adjudicating = adjudicating;
        this.samples = samples;
    }

    /// One difference.
    public record Item(long consultation, Adjudicating.Sheet sheet) {
        public String path() {
            return "/consultations/" + consultation + "/quality/" + sheet.sample() + "/adjudicate";
        }

        /// Headlines of what a reader gave.
        public List<String> headlines(Adjudicating.Given given) {
            return sheet.themes().stream()
                    .filter(theme -> given.themes().contains(theme.id()))
                    .map(ReadingBlind.Meaning::headline)
                    .toList();
        }
    }

    @Needs(Right.ADJUDICATE)
    @GetMapping("/consultations/{consultation}/quality/{sample}/adjudicate")
    ResponseEntity<String> next(@PathVariable long consultation, @PathVariable long sample, Asker asker) {
        return pages.show(
                "review/adjudicate.jte",
                asker.in(consultation, "quality"),
                new Item(consultation, adjudicating.next(consultation, sample)));
    }

    @Needs(Right.ADJUDICATE)
    @PostMapping("/consultations/{consultation}/quality/{sample}/adjudicate")
    ResponseEntity<String> decide(
            @PathVariable long consultation,
            @PathVariable long sample,
            @RequestParam long answer,
            @RequestParam(defaultValue = "") List<String> theme,
            @RequestParam String reason,
            Asker asker) {
        adjudicating.decide(consultation, sample, answer, new HashSet<>(theme), reason, asker);
        String path = "/consultations/" + consultation + "/quality/" + sample;
        return samples.one(consultation, sample).state() == SampleState.ADJUDICATING
                ? pages.goTo(path + "/adjudicate", null)
                : pages.goTo(path, Words.ENGLISH.t("quality.closed"));
    }
}
