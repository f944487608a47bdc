package org.folkmoot.server.consultation;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.platform.Summary;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Personal data found in answers, for programs.
@RestController
@RequestMapping("/api/v1/consultations/{consultation}")
class PersonalDataApi {
    private final ReadingPersonalData reading;
    private final DecidingPersonalData deciding;

    PersonalDataApi(ReadingPersonalData reading, DecidingPersonalData deciding) {
        this.reading = reading;
        this.deciding = deciding;
    }

    /// @param counts by kind how many spans are in each state
    /// @param next id after which the next page begins, 0 if there is none
    record Listed(
            SortedMap<String, Map<PersonalDataState, Integer>> counts, List<PersonalSpans.Found> found, long next) {}

    /// @param action redact, keep or reopen
    /// @param reason needed to redact
    record Decision(String action, @Nullable String reason) {}

    /// What is to become of all spans of a kind that await a decision.
    record OfKind(String kind, String action, @Nullable String reason) {}

    /// Words to redact wherever they stand in an answer.
    record Marked(String words, String kind, String reason) {}

    /// @param spans how many there were
    record Done(int spans) {}

    @Needs(Right.REDACT)
    @Summary("Spans with personal data in one state, by pages of 50. Reading them goes on record.")
    @GetMapping("/personal-data")
    Listed list(
            Asker asker,
            @PathVariable long consultation,
            @RequestParam(defaultValue = "FLAGGED") PersonalDataState state,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "0") long after) {
        ReadingPersonalData.Read read =
                reading.read(asker, consultation, new ReadingPersonalData.Wanted(state, kind, after));
        return new Listed(read.counts(), read.found(), read.next());
    }

    @Needs(Right.REDACT)
    @Summary("Decides on one span.")
    @PostMapping("/personal-data/{span}")
    Done decide(Asker asker, @PathVariable long consultation, @PathVariable long span, @RequestBody Decision decision) {
        deciding.decide(asker, consultation, span, given(decision.action()), words(decision.reason()));
        return new Done(1);
    }

    @Needs(Right.REDACT)
    @Summary("Decides on all spans of a kind that await a decision.")
    @PostMapping("/personal-data")
    Done decideAll(Asker asker, @PathVariable long consultation, @RequestBody OfKind of) {
        if (!AnswerPages.kinds().contains(given(of.kind()))) {
            throw Refused.notFound();
        }
        return new Done(deciding.decideAll(asker, consultation, of.kind(), given(of.action()), words(of.reason())));
    }

    @Needs(Right.REDACT)
    @Summary("Redacts words wherever they stand in an answer.")
    @PostMapping("/answers/{answer}/personal-data")
    Done mark(Asker asker, @PathVariable long consultation, @PathVariable long answer, @RequestBody Marked marked) {
        return new Done(deciding.mark(
                asker, consultation, answer, given(marked.words()), given(marked.kind()), words(marked.reason())));
    }

    private static String given(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new Refused(HttpStatus.BAD_REQUEST, "bad-request");
        }
        return text;
    }

    private static String words(@Nullable String text) {
        return text == null ? "" : text;
    }
}
