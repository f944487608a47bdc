package org.folkmoot.server.codebook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.folkmoot.corpus.run.Bench;
import org.folkmoot.server.platform.Remembered;
import org.folkmoot.text.Passage;
import org.folkmoot.text.code.Codings;
import org.springframework.stereotype.Component;

/// Codes a question to the sources that an edit brings, in the edit's transaction.
@Component
class CodingSources {
    private static final int MOST_PASSAGES = 200_000;
    private static final int SPLITS = 30;

    private final Codebooks codebooks;
    private final MachineCodings machine;
    private final Benches benches;
    private final Engines engines;
    private final Remembered<Coded, List<Bench.Part>> splits = new Remembered<>(SPLITS);

    CodingSources(Codebooks codebooks, MachineCodings machine, Benches benches, Engines engines) {
        this.codebooks = codebooks;
        this.machine = machine;
        this.benches = benches;
        this.engines = engines;
    }

    private record Coded(long run, List<Integer> places) {}

    Benches.Loaded bench(Kept kept) {
        return benches.of(kept.codedBy());
    }

    /// The passages that the machine coded to a theme's own sources, most confident first.
    List<Passage> passages(Kept kept, WorkingTheme theme) {
        Benches.Loaded bench = bench(kept);
        return machine.of(kept, places(kept, theme), MOST_PASSAGES).stream()
                .map(coding -> new Passage(bench.indexOf(coding.answer()), coding.span()))
                .distinct()
                .toList();
    }

    /// The languages of the answers that a theme's own sources take.
    List<String> languages(Kept kept, WorkingTheme theme) {
        return ThemeSource.languages(codebooks.sources(kept).stream()
                .filter(source -> theme.sources().contains(source.id()))
                .toList());
    }

    private static List<Integer> places(Kept kept, WorkingTheme theme) {
        return theme.sources().stream().map(kept::place).toList();
    }

    /// How the engine would split a theme; empty where its passages all say the same.
    List<Bench.Part> proposeSplit(Kept kept, WorkingTheme theme) {
        // What the machine coded to a source never changes.
        return splits.of(
                new Coded(kept.codedBy(), places(kept, theme)),
                "",
                () -> bench(kept).bench().proposeSplit(passages(kept, theme), engines.engine()));
    }

    /// Keeps a source made of words and passages, and codes to it.
    void code(Kept kept, SourceId source, ThemeSource.Definition definition, List<Passage> passages) {
        Benches.Loaded bench = bench(kept);
        ThemeSource made = new ThemeSource(
                source, definition, passages.isEmpty() ? null : bench.bench().centreOf(passages));
        int place = codebooks.addSource(kept.id(), kept.consultation(), made);
        Codings codings = bench.bench().code(List.of(made.theme()), Proposals.centres(List.of(made)), engines.engine());
        machine.write(kept.codedBy(), kept.consultation(), codings, bench.answers(), _ -> place);
    }

    /// What a theme's sources coded is the parts' from now on, each coding that of the part its passage is in.
    ///
    /// @param named the parts as the edit names them, in the order of `parts`
    void divide(Kept kept, WorkingTheme theme, List<ThemeEdit.Split.Part> named, List<Bench.Part> parts) {
        int[] places = new int[parts.size()];
        List<String> languages = languages(kept, theme);
        Map<Passage, Integer> partOf = new HashMap<>();
        for (int p = 0; p < places.length; p++) {
            ThemeEdit.Split.Part part = named.get(p);
            WorkingTheme.Wording wording = part.wording();
            var definition =
                    new ThemeSource.Definition(wording.headline(), "", wording.keyPhrases(), List.of(), languages);
            places[p] = codebooks.addSource(
                    kept.id(),
                    kept.consultation(),
                    new ThemeSource(part.source(), definition, parts.get(p).centre()));
            for (Passage passage : parts.get(p).passages()) {
                partOf.put(passage, p);
            }
        }
        Benches.Loaded bench = bench(kept);
        List<BitSet> seen =
                IntStream.range(0, places.length).mapToObj(_ -> new BitSet()).toList();
        Codings.Builder codings = new Codings.Builder();
        List<MachineCodings.Coding> all = new ArrayList<>(machine.of(kept, places(kept, theme), MOST_PASSAGES));
        all.sort(Comparator.comparingLong(MachineCodings.Coding::answer));
        for (MachineCodings.Coding coding : all) {
            int index = bench.indexOf(coding.answer());
            Integer part = partOf.get(new Passage(index, coding.span()));
            if (part != null && !seen.get(part).get(index)) {
                seen.get(part).set(index);
                codings.add(index, coding.span(), part, coding.confidence());
            }
        }
        machine.write(kept.codedBy(), kept.consultation(), codings.build(), bench.answers(), p -> places[p]);
    }
}
