package org.folkmoot.server.review;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.codebook.Codebook;
import org.folkmoot.server.codebook.PublishableTexts;
import org.folkmoot.server.codebook.WorkingTheme;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.review.BlindSamples.Sample;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads a blind sample: a reader sees the answer and what the themes mean, and nothing that a machine or
/// anybody else said of it.
@Component
public class ReadingBlind {
    private static final int LONGEST_NOTE = 4000;

    private final BlindSamples samples;
    private final Readings readings;
    private final PublishableTexts texts;
    private final QuestionsToCode questions;
    private final AuditLog audit;
    private final InstantSource clock;

    ReadingBlind(
            BlindSamples samples,
            Readings readings,
            PublishableTexts texts,
            QuestionsToCode questions,
            AuditLog audit,
            InstantSource clock) {
        this.samples = samples;
        this.readings = readings;
        this.texts = texts;
        this.questions = questions;
        this.audit = audit;
        this.clock = clock;
    }

    /// A theme as readers see it.
    ///
    /// @param above headline of the theme above, empty at the top
    public record Meaning(String id, String headline, String description, String above) {}

    /// What lies before a reader.
    ///
    /// @param answer its id
    /// @param words without personal data
    /// @param language BCP 47 tag of the words, `und` if it is not known
    /// @param given what this reader gave before, empty if nothing
    /// @param before the answer they read last, 0 if none
    public record Sheet(
            long sample,
            String questionCode,
            String questionText,
            long answer,
            String words,
            String language,
            List<Meaning> themes,
            Set<String> given,
            boolean unsure,
            String note,
            int read,
            int drawn,
            long before) {}

    /// The samples that somebody is to read, and how far they are.
    @Transactional(readOnly = true)
    public List<Task> tasks(long consultation, long person) {
        return samples.readBy(consultation, person).stream()
                .map(sample -> {
                    BlindSamples.Reader mine = progress(sample.id(), person);
                    return new Task(
                            sample.id(),
                            sample.questionCode(),
                            sample.questionText(),
                            mine.read(),
                            mine.drawn(),
                            sample.state() == SampleState.READING);
                })
                .toList();
    }

    /// @param isOpen whether it is still being read by anyone
    public record Task(long sample, String questionCode, String questionText, int read, int drawn, boolean isOpen) {}

    private BlindSamples.Reader progress(long sample, long person) {
        return samples.readers(sample).stream()
                .filter(reader -> reader.person() == person)
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    /// The answer that somebody reads next; none if they have read all.
    ///
    /// @throws Refused if they are not a reader of the sample
    @Transactional(readOnly = true)
    public Optional<Long> next(long consultation, long sample, long person) {
        requireReader(samples.one(consultation, sample), person);
        return readings.next(sample, person);
    }

    /// @throws Refused if they are not a reader of the sample, or the answer was not drawn
    @Transactional(readOnly = true)
    public Sheet sheet(long consultation, long sample, long answer, long person) {
        Sample open = samples.one(consultation, sample);
        requireReader(open, person);
        requireDrawn(sample, answer);
        Optional<Readings.Reading> own = readings.own(sample, answer, person);
        BlindSamples.Reader mine = progress(sample, person);
        return new Sheet(
                sample,
                open.questionCode(),
                open.questionText(),
                answer,
                words(answer),
                language(open, answer),
                meanings(open.themes()),
                own.map(Readings.Reading::themes).orElse(Set.of()),
                own.map(Readings.Reading::unsure).orElse(false),
                own.map(Readings.Reading::note).orElse(""),
                mine.read(),
                mine.drawn(),
                readings.last(sample, person).stream().findFirst().orElse(0L));
    }

    String words(long answer) {
        var text = texts.of(List.of(answer)).get(answer);
        if (text == null) {
            throw Refused.notFound();
        }
        return text.text();
    }

    String language(Sample sample, long answer) {
        return questions.language(sample.run(), answer);
    }

    static List<Meaning> meanings(Codebook codebook) {
        return codebook.themes().stream()
                .filter(theme -> !codebook.isSetAside(theme))
                .map(theme ->
                        new Meaning(theme.id().value(), theme.headline(), theme.description(), above(codebook, theme)))
                .toList();
    }

    private static String above(Codebook codebook, WorkingTheme theme) {
        return theme.parent() == null
                ? ""
                : codebook.theme(theme.parent()).map(WorkingTheme::headline).orElse("");
    }

    /// Keeps what a reader gave an answer. With the last reading of all, the sample goes on.
    ///
    /// @throws Refused if they are not a reader of the sample, or it is not being read any more
    @Transactional
    public void give(
            long consultation, long sample, long answer, Set<String> themes, boolean unsure, String note, Asker asker) {
        Sample open = samples.locked(consultation, sample);
        requireReader(open, asker.person());
        requireDrawn(sample, answer);
        if (open.state() != SampleState.READING) {
            throw Refused.conflict("sample-not-open");
        }
        if (!ThemeSets.areOf(open.themes(), themes)) {
            throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "theme-gone");
        }
        if (note.length() > LONGEST_NOTE) {
            throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "note-too-long");
        }
        readings.put(open, answer, asker.person(), new Readings.Reading(themes, unsure, note.strip()), clock.instant());
        audit.append(consultation, asker.actor(), "sample.answer-read", "sample " + sample, Map.of("answer", answer));
        if (readings.areComplete(sample)) {
            String action = readings.differing(sample, open.themes()).isEmpty()
                    ? SampleState.END_IN_AGREEMENT
                    : SampleState.END_IN_DIFFERENCES;
            var step = SampleState.LIFE_CYCLE.step(open.state(), action).orElseThrow();
            samples.put(sample, step.to(), clock.instant());
            audit.append(consultation, asker.actor(), step.audit(), "sample " + sample, Map.of());
        }
    }

    private void requireReader(Sample sample, long person) {
        if (sample.state() == SampleState.WITHDRAWN || !readings.isReader(sample.id(), person)) {
            throw Refused.notFound();
        }
    }

    private void requireDrawn(long sample, long answer) {
        if (!readings.isDrawn(sample, answer)) {
            throw Refused.notFound();
        }
    }
}
