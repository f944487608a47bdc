package org.folkmoot.server.review;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.review.BlindSamples.Sample;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Decides where readers of a blind sample differ, still without the machine's codes.
@Component
public class Adjudicating {
    private final BlindSamples samples;
    private final Readings readings;
    private final ReadingBlind reading;
    private final AuditLog audit;
    private final InstantSource clock;

    Adjudicating(BlindSamples samples, Readings readings, ReadingBlind reading, AuditLog audit, InstantSource clock) {
        this.samples = samples;
        this.readings = readings;
        this.reading = reading;
        this.audit = audit;
        this.clock = clock;
    }

    /// What one of the readers gave; who they are is not said.
    public record Given(int reader, Set<String> themes, boolean unsure, String note) {}

    /// A difference.
    ///
    /// @param language BCP 47 tag of the words, `und` if it is not known
    /// @param agreed themes that all gave
    public record Sheet(
            long sample,
            String questionCode,
            String questionText,
            long answer,
            String words,
            String language,
            List<ReadingBlind.Meaning> themes,
            List<Given> given,
            Set<String> agreed,
            int decided,
            int differing) {}

    /// The next difference to decide.
    ///
    /// @throws Refused if the sample is not at that point, or nothing is left
    @Transactional(readOnly = true)
    public Sheet next(long consultation, long sample) {
        Sample open = samples.one(consultation, sample);
        requireOpen(open);
        List<Long> differing = readings.differing(sample, open.themes());
        Set<Long> decided = readings.adjudicated(sample).keySet();
        long answer = differing.stream()
                .filter(one -> !decided.contains(one))
                .findFirst()
                .orElseThrow(() -> Refused.conflict("sample-not-adjudicated"));
        List<Given> given = new ArrayList<>();
        readings.of(sample).values().forEach(reader -> {
            Readings.Reading one = reader.get(answer);
            if (one != null) {
                given.add(new Given(given.size() + 1, one.themes(), one.unsure(), one.note()));
            }
        });
        Set<String> agreed = new TreeSet<>(given.getFirst().themes());
        given.forEach(one -> agreed.retainAll(one.themes()));
        return new Sheet(
                sample,
                open.questionCode(),
                open.questionText(),
                answer,
                reading.words(answer),
                reading.language(open, answer),
                ReadingBlind.meanings(open.themes()),
                given,
                agreed,
                decided.size(),
                differing.size());
    }

    /// Keeps a lead's decision, with its reason. With the last one the sample closes.
    ///
    /// @throws Refused if the readers do not differ on that answer, or no reason is given
    @Transactional
    public void decide(long consultation, long sample, long answer, Set<String> themes, String reason, Asker asker) {
        Sample open = samples.locked(consultation, sample);
        requireOpen(open);
        List<Long> differing = readings.differing(sample, open.themes());
        if (!differing.contains(answer)) {
            throw Refused.notFound();
        }
        if (reason.isBlank() || reason.length() > 4000) {
            throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "reason-missing");
        }
        if (!ThemeSets.areOf(open.themes(), themes)) {
            throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "theme-gone");
        }
        readings.adjudicate(open, answer, asker.person(), themes, reason.strip(), clock.instant());
        audit.append(
                consultation,
                asker.actor(),
                "sample.adjudicated",
                "sample " + sample,
                Map.of("answer", answer, "themes", themes));
        if (readings.adjudicated(sample).keySet().containsAll(differing)) {
            var step = SampleState.LIFE_CYCLE
                    .step(open.state(), SampleState.DECIDE_LAST)
                    .orElseThrow();
            samples.put(sample, step.to(), clock.instant());
            audit.append(consultation, asker.actor(), step.audit(), "sample " + sample, Map.of());
        }
    }

    private static void requireOpen(Sample sample) {
        if (sample.state() != SampleState.ADJUDICATING) {
            throw Refused.conflict("sample-not-adjudicated");
        }
    }
}
