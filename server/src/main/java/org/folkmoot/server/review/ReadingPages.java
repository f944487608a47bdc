package org.folkmoot.server.review;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Blind reading: a reader's samples, and one answer after the other.
@RestController
public final class ReadingPages {
    private final Pages pages;
    private final ReadingBlind reading;

    ReadingPages(Pages pages, ReadingBlind reading) {
        this.pages = pages;
        this.reading = reading;
    }

    /// The samples one reads.
    public record Tasks(long consultation, List<ReadingBlind.Task> tasks) {}

    /// One answer.
    public record Item(long consultation, ReadingBlind.Sheet sheet) {
        public String path() {
            return "/consultations/" + consultation + "/reading/" + sheet.sample();
        }
    }

    @Needs(Right.READ_BLIND)
    @GetMapping("/consultations/{consultation}/reading")
    ResponseEntity<String> tasks(@PathVariable long consultation, Asker asker) {
        return pages.show(
                "review/reading.jte",
                asker.in(consultation, "reading"),
                new Tasks(consultation, reading.tasks(consultation, asker.person())));
    }

    @Needs(Right.READ_BLIND)
    @GetMapping("/consultations/{consultation}/reading/{sample}")
    ResponseEntity<String> next(@PathVariable long consultation, @PathVariable long sample, Asker asker) {
        return goOn(consultation, sample, null, asker);
    }

    private ResponseEntity<String> goOn(long consultation, long sample, @Nullable String notice, Asker asker) {
        Optional<Long> next = reading.next(consultation, sample, asker.person());
        String base = "/consultations/" + consultation + "/reading";
        return next.isPresent()
                ? pages.goTo(base + "/" + sample + "/" + next.get(), notice)
                : pages.goTo(base, Words.ENGLISH.t("reading.all-read"));
    }

    @Needs(Right.READ_BLIND)
    @GetMapping("/consultations/{consultation}/reading/{sample}/{answer}")
    ResponseEntity<String> item(
            @PathVariable long consultation, @PathVariable long sample, @PathVariable long answer, Asker asker) {
        return pages.show(
                "review/blind.jte",
                asker.in(consultation, "reading"),
                new Item(consultation, reading.sheet(consultation, sample, answer, asker.person())));
    }

    @Needs(Right.READ_BLIND)
    @PostMapping("/consultations/{consultation}/reading/{sample}/{answer}")
    ResponseEntity<String> give(
            @PathVariable long consultation,
            @PathVariable long sample,
            @PathVariable long answer,
            @RequestParam(defaultValue = "") List<String> theme,
            @RequestParam(defaultValue = "") String unsure,
            @RequestParam(defaultValue = "") String note,
            Asker asker) {
        reading.give(consultation, sample, answer, new HashSet<>(theme), !unsure.isEmpty(), note, asker);
        return goOn(consultation, sample, null, asker);
    }
}
