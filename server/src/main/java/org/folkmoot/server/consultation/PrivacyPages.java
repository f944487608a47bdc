package org.folkmoot.server.consultation;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.platform.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The personal data found in answers, each place to be redacted or kept.
@RestController
public class PrivacyPages {
    private final Pages pages;
    private final ReadingPersonalData reading;
    private final DecidingPersonalData deciding;

    PrivacyPages(Pages pages, ReadingPersonalData reading, DecidingPersonalData deciding) {
        this.pages = pages;
        this.reading = reading;
        this.deciding = deciding;
    }

    /// @param counts by kind how many spans are in each state
    /// @param kind empty for all
    /// @param next id after which the next page begins, 0 if there is none
    public record Model(
            SortedMap<String, Map<PersonalDataState, Integer>> counts,
            PersonalDataState state,
            String kind,
            List<PersonalSpans.Found> found,
            long next,
            long consultation) {
        /// How many spans of a kind are in a state.
        public int count(String of, PersonalDataState in) {
            return counts.getOrDefault(of, Map.of()).getOrDefault(in, 0);
        }
    }

    @Needs(Right.REDACT)
    @GetMapping("/consultations/{consultation}/privacy")
    ResponseEntity<String> list(
            Asker asker,
            @PathVariable long consultation,
            @RequestParam(defaultValue = "FLAGGED") PersonalDataState state,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "0") long after) {
        ReadingPersonalData.Read read =
                reading.read(asker, consultation, new ReadingPersonalData.Wanted(state, kind, after));
        return pages.show(
                "consultation/privacy.jte",
                asker.in(consultation, "privacy"),
                new Model(read.counts(), state, read.kind(), read.found(), read.next(), consultation));
    }

    @Needs(Right.REDACT)
    @PostMapping("/consultations/{consultation}/privacy/{span}")
    ResponseEntity<String> decide(
            Asker asker,
            @PathVariable long consultation,
            @PathVariable long span,
            @RequestParam String action,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String back) {
        long answer = deciding.decide(asker, consultation, span, action, reason);
        String base = "/consultations/" + consultation;
        return pages.goTo(
                back.equals("answer") ? base + "/answers/" + answer : base + "/privacy",
                Words.ENGLISH.t("privacy.done." + action));
    }

    @Needs(Right.REDACT)
    @PostMapping("/consultations/{consultation}/privacy")
    ResponseEntity<String> decideAll(
            Asker asker,
            @PathVariable long consultation,
            @RequestParam String kind,
            @RequestParam String action,
            @RequestParam(defaultValue = "") String reason) {
        if (!AnswerPages.kinds().contains(kind)) {
            throw Refused.notFound();
        }
        int many = deciding.decideAll(asker, consultation, kind, action, reason);
        return pages.goTo("/consultations/" + consultation + "/privacy", Words.ENGLISH.t("privacy.done-all", many));
    }

    @Needs(Right.REDACT)
    @PostMapping("/consultations/{consultation}/answers/{answer}/personal-data")
    ResponseEntity<String> mark(
            Asker asker,
            @PathVariable long consultation,
            @PathVariable long answer,
            @RequestParam String words,
            @RequestParam String kind,
            @RequestParam String reason) {
        int places = deciding.mark(asker, consultation, answer, words, kind, reason);
        String path = "/consultations/" + consultation + "/answers/" + answer;
        String notice = Words.ENGLISH.t("privacy.marked", places);
        return places == 0 ? pages.refuse(path, notice) : pages.goTo(path, notice);
    }
}
