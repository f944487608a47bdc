package org.folkmoot.server.review;

import java.util.List;
import java.util.Set;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Needs;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.Summary;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Blind samples, their readings and what they say, for programs.
@RestController
class SamplesApi {
    private final BlindSamples samples;
    private final DrawingSamples drawing;
    private final ReadingBlind reading;
    private final Adjudicating adjudicating;
    private final CheckedShares checked;

    SamplesApi(
            BlindSamples samples,
            DrawingSamples drawing,
            ReadingBlind reading,
            Adjudicating adjudicating,
            CheckedShares checked) {
        this.samples = samples;
        this.drawing = drawing;
        this.reading = reading;
        this.adjudicating = adjudicating;
        this.checked = checked;
    }

    record Line(long id, String question, String plan, long seed, String frameHash, SampleState state) {
        static Line of(BlindSamples.Sample sample) {
            return new Line(
                    sample.id(),
                    sample.questionCode(),
                    sample.plan(),
                    sample.seed(),
                    sample.frameHash(),
                    sample.state());
        }
    }

    /// @param figures null before it is closed
    record One(Line sample, List<BlindSamples.Reader> readers, CheckedShares.@Nullable Checked figures) {}

    record Wanted(
            int version,
            String plan,
            int n,
            @Nullable String by,
            @Nullable String seed,
            List<Long> readers) {}

    record Drawn(long id) {}

    record Given(
            Set<String> themes, boolean unsure, @Nullable String note) {}

    record Decided(Set<String> themes, String reason) {}

    @Needs(Right.VIEW)
    @Summary("The blind samples, the latest first.")
    @GetMapping("/api/v1/consultations/{consultation}/samples")
    List<Line> all(@PathVariable long consultation) {
        return samples.of(consultation).stream().map(Line::of).toList();
    }

    @Needs(Right.VIEW)
    @Summary("One sample, how far its readers are, and its figures once it is closed.")
    @GetMapping("/api/v1/consultations/{consultation}/samples/{sample}")
    One one(@PathVariable long consultation, @PathVariable long sample) {
        BlindSamples.Sample found = samples.one(consultation, sample);
        return new One(
                Line.of(found),
                samples.readers(sample),
                found.state() == SampleState.CLOSED ? checked.of(found) : null);
    }

    @Needs(Right.DRAW_SAMPLE)
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Draws a blind sample of a question for readers.")
    @PostMapping("/api/v1/consultations/{consultation}/questions/{question}/samples")
    Drawn draw(@PathVariable long consultation, @PathVariable long question, @RequestBody Wanted wanted, Asker asker) {
        String by = wanted.by();
        return new Drawn(drawing.draw(
                consultation,
                question,
                QualityPages.wish(
                        wanted.version(),
                        wanted.plan(),
                        wanted.n(),
                        by == null ? "" : by,
                        wanted.seed(),
                        wanted.readers()),
                asker));
    }

    @Needs(Right.DRAW_SAMPLE)
    @Summary("Withdraws a sample that is still being read.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/api/v1/consultations/{consultation}/samples/{sample}/withdraw")
    void withdraw(@PathVariable long consultation, @PathVariable long sample, Asker asker) {
        drawing.withdraw(consultation, sample, asker);
    }

    @Needs(Right.READ_BLIND)
    @Summary("The samples that the asker is to read, and how far they are.")
    @GetMapping("/api/v1/consultations/{consultation}/readings")
    List<ReadingBlind.Task> tasks(@PathVariable long consultation, Asker asker) {
        return reading.tasks(consultation, asker.person());
    }

    /// The answer to read next; 404 when all are read.
    @Needs(Right.READ_BLIND)
    @Summary("The answer to read next, without any codes; 404 when all are read.")
    @GetMapping("/api/v1/consultations/{consultation}/samples/{sample}/readings/next")
    ReadingBlind.Sheet next(@PathVariable long consultation, @PathVariable long sample, Asker asker) {
        long answer = reading.next(consultation, sample, asker.person())
                .orElseThrow(org.folkmoot.server.platform.Refused::notFound);
        return reading.sheet(consultation, sample, answer, asker.person());
    }

    @Needs(Right.READ_BLIND)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Summary("Says which themes the asker finds in an answer of the sample.")
    @PutMapping("/api/v1/consultations/{consultation}/samples/{sample}/readings/{answer}")
    void give(
            @PathVariable long consultation,
            @PathVariable long sample,
            @PathVariable long answer,
            @RequestBody Given given,
            Asker asker) {
        String note = given.note();
        reading.give(consultation, sample, answer, given.themes(), given.unsure(), note == null ? "" : note, asker);
    }

    @Needs(Right.ADJUDICATE)
    @Summary("The next answer on which readers differ, with what each found.")
    @GetMapping("/api/v1/consultations/{consultation}/samples/{sample}/adjudications/next")
    Adjudicating.Sheet difference(@PathVariable long consultation, @PathVariable long sample) {
        return adjudicating.next(consultation, sample);
    }

    @Needs(Right.ADJUDICATE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Summary("Decides which themes an answer carries on which readers differ.")
    @PutMapping("/api/v1/consultations/{consultation}/samples/{sample}/adjudications/{answer}")
    void decide(
            @PathVariable long consultation,
            @PathVariable long sample,
            @PathVariable long answer,
            @RequestBody Decided decided,
            Asker asker) {
        adjudicating.decide(consultation, sample, answer, decided.themes(), decided.reason(), asker);
    }
}
