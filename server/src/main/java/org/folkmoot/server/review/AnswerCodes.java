package org.folkmoot.server.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.server.codebook.Codebook;
import org.folkmoot.server.codebook.Kept;
import org.folkmoot.server.codebook.MachineCodings;
import org.folkmoot.server.codebook.Resolution;
import org.folkmoot.server.codebook.ThemeId;
import org.folkmoot.server.codebook.WorkingTheme;
import org.folkmoot.server.review.Decisions.Choice;
import org.folkmoot.server.review.Decisions.Decision;
import org.folkmoot.text.Span;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The themes that single answers carry now, each with the words that carry it.
@Component
class AnswerCodes {
    private static final Comparator<Span> IN_ORDER =
            Comparator.comparingInt(Span::start).thenComparingInt(Span::end);

    private final MachineCodings machine;
    private final Decisions decisions;

    AnswerCodes(MachineCodings machine, Decisions decisions) {
        this.machine = machine;
        this.decisions = decisions;
    }

    /// One theme of an answer.
    ///
    /// @param spans the words that carry it, in order; at least one
    /// @param confidence of the machine in the surest of them; 1 where a person decided
    record Carried(WorkingTheme theme, List<Span> spans, float confidence) {
        Carried {
            spans = spans.stream().distinct().sorted(IN_ORDER).toList();
        }

        List<Choice> choices() {
            return spans.stream()
                    .map(span -> new Choice(theme.id().value(), span.start(), span.end()))
                    .toList();
        }

        private Carried and(Carried other) {
            List<Span> both = new ArrayList<>(spans);
            both.addAll(other.spans);
            return new Carried(theme, both, Math.max(confidence, other.confidence));
        }
    }

    /// The themes of an answer: what a person decided last, else what the machine coded.
    ///
    /// @param words of the answer, as received
    @Transactional(readOnly = true)
    public List<Carried> of(Kept kept, long answer, String words) {
        Optional<Decision> decision = decisions.latest(answer);
        return decision.isPresent()
                ? decided(kept.themes(), decision.get(), words.length())
                : coded(kept, answer, words.length());
    }

    private List<Carried> coded(Kept kept, long answer, int length) {
        Codebook codebook = kept.themes();
        Map<Integer, WorkingTheme> byPlace = new HashMap<>();
        for (WorkingTheme theme : codebook.themes()) {
            if (!codebook.isSetAside(theme)) {
                theme.sources().forEach(source -> byPlace.put(kept.places().getOrDefault(source, -1), theme));
            }
        }
        Map<ThemeId, Carried> carried = new HashMap<>();
        for (MachineCodings.Coding coding : machine.ofAnswer(kept, answer)) {
            WorkingTheme theme = byPlace.get(coding.place());
            if (theme != null) {
                carried.merge(
                        theme.id(),
                        new Carried(theme, List.of(within(coding.span(), length)), coding.confidence()),
                        Carried::and);
            }
        }
        return sorted(codebook, new ArrayList<>(carried.values()));
    }

    private static List<Carried> decided(Codebook codebook, Decision decision, int length) {
        Map<ThemeId, Carried> carried = new HashMap<>();
        for (Choice choice : decision.choices()) {
            if (codebook.resolve(new ThemeId(choice.theme()), decision.editSequence())
                    instanceof Resolution.Carried now) {
                codebook.theme(now.by())
                        .ifPresent(theme -> carried.merge(
                                theme.id(),
                                new Carried(theme, List.of(within(new Span(choice.start(), choice.end()), length)), 1),
                                Carried::and));
            }
        }
        return sorted(codebook, new ArrayList<>(carried.values()));
    }

    private static List<Carried> sorted(Codebook codebook, List<Carried> carried) {
        carried.sort(Comparator.comparingInt(one -> codebook.themes().indexOf(one.theme())));
        return List.copyOf(carried);
    }

    private static Span within(Span span, int length) {
        int end = Math.min(span.end(), length);
        return new Span(Math.min(span.start(), end), end);
    }
}
