package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.server.codebook.CodedQuestion;
import org.folkmoot.server.codebook.MachineCodings;
import org.folkmoot.server.codebook.Resolution;
import org.folkmoot.server.codebook.SourceId;
import org.folkmoot.server.codebook.ThemeId;
import org.folkmoot.server.codebook.WorkingTheme;
import org.folkmoot.server.review.Decisions;
import org.folkmoot.text.Span;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The themes of single answers, each with the words that carry it and who said so: the last person who decided, else
/// the machine.
@Component
class CarriedByAnswers {
    private final MachineCodings machine;
    private final Decisions decisions;

    CarriedByAnswers(MachineCodings machine, Decisions decisions) {
        this.machine = machine;
        this.decisions = decisions;
    }

    /// A theme that an answer carries.
    ///
    /// @param above headline of the theme above it, empty if there is none
    /// @param spans all that carry it, in the answer as received and in its order; none where a person named
    ///     no words
    /// @param confidence of the machine, 1 if a person decided
    /// @param byPerson whether a person decided
    /// @param secondLook whether the theme was split since
    record Carried(
            WorkingTheme theme,
            String above,
            List<Span> spans,
            float confidence,
            boolean byPerson,
            boolean secondLook) {
        Carried {
            spans = List.copyOf(spans);
        }

        private int start() {
            return spans.isEmpty() ? 0 : spans.getFirst().start();
        }

        /// With the passages of both, and what is surer of them.
        private Carried and(Carried other) {
            List<Span> both = Stream.concat(spans.stream(), other.spans.stream())
                    .distinct()
                    .sorted(Comparator.comparingInt(Span::start).thenComparingInt(Span::end))
                    .toList();
            return new Carried(
                    theme,
                    above,
                    both,
                    Math.max(confidence, other.confidence),
                    byPerson,
                    secondLook || other.secondLook);
        }
    }

    /// The themes of an answer in the order of its words.
    @Transactional(readOnly = true)
    public List<Carried> of(CodedQuestion coded, long answer) {
        int index = coded.indexOf(answer);
        if (index < 0) {
            return List.of();
        }
        Optional<Decisions.Decision> decision = coded.isDecided(index) ? decisions.latest(answer) : Optional.empty();
        List<Carried> carried =
                new ArrayList<>(decision.map(by -> byPerson(coded, by)).orElseGet(() -> byMachine(coded, answer)));
        carried.sort(Comparator.comparingInt(Carried::start)
                .thenComparing(one -> one.theme().id()));
        return carried;
    }

    private List<Carried> byMachine(CodedQuestion coded, long answer) {
        Map<Integer, SourceId> sources = new HashMap<>();
        coded.kept().places().forEach((source, place) -> sources.put(place, source));
        Map<ThemeId, Carried> carried = new LinkedHashMap<>();
        for (MachineCodings.Coding coding : machine.ofAnswer(coded.kept(), answer)) {
            SourceId source = sources.get(coding.place());
            for (WorkingTheme theme : coded.themes().themes()) {
                if (source != null
                        && theme.sources().contains(source)
                        && !coded.themes().isSetAside(theme)) {
                    carried.merge(
                            theme.id(),
                            new Carried(
                                    theme,
                                    above(coded, theme),
                                    List.of(coding.span()),
                                    coding.confidence(),
                                    false,
                                    false),
                            Carried::and);
                }
            }
        }
        return List.copyOf(carried.values());
    }

    private static List<Carried> byPerson(CodedQuestion coded, Decisions.Decision decision) {
        Map<ThemeId, Carried> carried = new LinkedHashMap<>();
        for (Decisions.Choice choice : decision.choices()) {
            if (coded.themes().resolve(new ThemeId(choice.theme()), decision.editSequence())
                    instanceof Resolution.Carried now) {
                coded.themes()
                        .theme(now.by())
                        .ifPresent(theme -> carried.merge(
                                theme.id(),
                                new Carried(
                                        theme,
                                        above(coded, theme),
                                        choice.end() <= choice.start()
                                                ? List.of()
                                                : List.of(new Span(choice.start(), choice.end())),
                                        1,
                                        true,
                                        now.needsSecondLook()),
                                Carried::and));
            }
        }
        return List.copyOf(carried.values());
    }

    private static String above(CodedQuestion coded, WorkingTheme theme) {
        ThemeId parent = theme.parent();
        return parent == null
                ? ""
                : coded.themes().theme(parent).map(WorkingTheme::headline).orElse("");
    }
}
