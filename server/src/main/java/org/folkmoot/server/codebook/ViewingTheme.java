package org.folkmoot.server.codebook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.folkmoot.corpus.run.Bench;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.text.Passage;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.Codings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the page of one theme shows.
@Component
class ViewingTheme {
    private static final int MOST_PASSAGES = 200_000;
    private static final int TYPICAL = 6;
    private static final int FEW = 4;
    private static final int FOUND = 20;

    private final Counting counting;
    private final MachineCodings machine;
    private final Benches benches;
    private final Engines engines;
    private final PublishableTexts publishable;

    ViewingTheme(
            Counting counting, MachineCodings machine, Benches benches, Engines engines, PublishableTexts publishable) {
        this.counting = counting;
        this.machine = machine;
        this.benches = benches;
        this.engines = engines;
        this.publishable = publishable;
    }

    /// Passages of a theme.
    ///
    /// @param typical the most central
    /// @param edge those the machine is least sure of
    /// @param misses near it in meaning, in answers that do not carry it
    record Shown(
            CodedQuestion coded,
            WorkingTheme theme,
            List<ShownPassage> typical,
            List<ShownPassage> edge,
            List<ShownPassage> misses) {}

    /// @param original whether the reader may see personal data
    @Transactional(readOnly = true)
    public Shown theme(OpenQuestion question, ThemeId id, boolean original) {
        CodedQuestion coded = counting.of(question.id()).orElseThrow(Refused::notFound);
        WorkingTheme theme = coded.themes().theme(id).orElseThrow(Refused::notFound);
        Benches.Loaded bench = benches.of(coded.kept().codedBy());
        List<MachineCodings.Coding> codings = codings(coded, theme, bench);
        List<Passage> passages = codings.stream()
                .map(coding -> new Passage(bench.indexOf(coding.answer()), coding.span()))
                .distinct()
                .toList();
        Reader reader = new Reader(bench, original);
        return new Shown(
                coded,
                theme,
                reader.shown(bench.bench().typical(passages, TYPICAL, engines.engine())),
                reader.shown(bench.bench().edge(alone(codings, bench), 0, FEW)),
                passages.isEmpty() ? List.of() : reader.shown(misses(bench, passages, coded.of(id))));
    }

    /// The passages nearest in meaning to some words.
    @Transactional(readOnly = true)
    public List<ShownPassage> nearest(OpenQuestion question, String words, boolean original) {
        Kept kept = counting.of(question.id()).orElseThrow(Refused::notFound).kept();
        Benches.Loaded bench = benches.of(kept.codedBy());
        return new Reader(bench, original)
                .shown(bench.bench().nearest(engines.meaning(words), FOUND, engines.engine()));
    }

    /// Passages of the question as a reader may see them.
    ///
    /// @param passages by answer id
    @Transactional(readOnly = true)
    public List<ShownPassage> shown(Kept kept, List<Map.Entry<Long, Span>> passages, boolean original) {
        Benches.Loaded bench = benches.of(kept.codedBy());
        return new Reader(bench, original)
                .shown(passages.stream()
                        .map(passage -> new Passage(bench.indexOf(passage.getKey()), passage.getValue()))
                        .map(passage -> new Bench.Ranked(
                                passage,
                                bench.bench().sameText(passage.answer()).size(),
                                0))
                        .toList());
    }

    /// The first few of some passages, for those who may see originals.
    @Transactional(readOnly = true)
    public List<ShownPassage> examples(Kept kept, List<Passage> passages) {
        Benches.Loaded bench = benches.of(kept.codedBy());
        return new Reader(bench, true)
                .shown(passages.stream()
                        .limit(FEW)
                        .map(passage -> new Bench.Ranked(
                                passage,
                                bench.bench().sameText(passage.answer()).size(),
                                0))
                        .toList());
    }

    /// Codings of the theme and its sub-themes in answers that carry it now, by answer.
    private List<MachineCodings.Coding> codings(CodedQuestion coded, WorkingTheme theme, Benches.Loaded bench) {
        Set<Integer> places = new TreeSet<>();
        theme.sources().forEach(source -> places.add(coded.kept().place(source)));
        coded.themes().below(theme.id()).stream()
                .filter(below -> !below.isSetAside())
                .forEach(below -> below.sources()
                        .forEach(source -> places.add(coded.kept().place(source))));
        BitSet carried = coded.of(theme.id());
        return machine.of(coded.kept(), List.copyOf(places), MOST_PASSAGES).stream()
                .filter(coding -> carried.get(bench.indexOf(coding.answer())))
                .toList();
    }

    private static Codings alone(List<MachineCodings.Coding> codings, Benches.Loaded bench) {
        List<MachineCodings.Coding> inOrder = new ArrayList<>(codings);
        inOrder.sort(Comparator.comparingLong(MachineCodings.Coding::answer));
        Codings.Builder alone = new Codings.Builder();
        Set<Passage> seen = new HashSet<>();
        for (MachineCodings.Coding coding : inOrder) {
            int index = bench.indexOf(coding.answer());
            if (seen.add(new Passage(index, coding.span()))) {
                alone.add(index, coding.span(), 0, coding.confidence());
            }
        }
        return alone.build();
    }

    /// Of the near misses those that people did not give the theme.
    private List<Bench.Ranked> misses(Benches.Loaded bench, List<Passage> passages, BitSet carried) {
        return bench.bench().nearMisses(passages, 3 * FEW, engines.engine()).stream()
                .filter(ranked -> !carried.get(ranked.passage().answer()))
                .limit(FEW)
                .toList();
    }

    /// Shows passages to someone who may or may not see originals.
    private final class Reader {
        private final Benches.Loaded bench;
        private final boolean original;

        Reader(Benches.Loaded bench, boolean original) {
            this.bench = bench;
            this.original = original;
        }

        List<ShownPassage> shown(List<Bench.Ranked> ranked) {
            List<Long> answers = ranked.stream()
                    .map(each -> bench.answers()[each.passage().answer()])
                    .distinct()
                    .toList();
            Map<Long, List<Span>> hidden = original || answers.isEmpty() ? Map.of() : publishable.hidden(answers);
            return ranked.stream().map(each -> shown(each, hidden)).toList();
        }

        private ShownPassage shown(Bench.Ranked ranked, Map<Long, List<Span>> hidden) {
            int index = ranked.passage().answer();
            long answer = bench.answers()[index];
            Span span = ranked.passage().span();
            PublishableText text = PublishableText.of(bench.texts().get(index), hidden.getOrDefault(answer, List.of()));
            return new ShownPassage(
                    answer + ":" + span.start() + ":" + span.end(),
                    answer,
                    text.words(span),
                    bench.languages().get(index),
                    ranked.submissions(),
                    ranked.score());
        }
    }
}
