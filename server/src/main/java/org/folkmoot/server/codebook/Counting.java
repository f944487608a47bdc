package org.folkmoot.server.codebook;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Counts the themes of questions. What the machine coded is kept in memory by run, since it never
/// changes; people's decisions are read each time.
@Component
public class Counting {
    private static final int KEPT = 12;

    private final Codebooks codebooks;
    private final Benches benches;
    private final MachineCodings machine;
    private final PeoplesDecisions decisions;
    private final Map<Long, Coded> known = new LinkedHashMap<>(16, 0.75f, true);

    Counting(Codebooks codebooks, Benches benches, MachineCodings machine, PeoplesDecisions decisions) {
        this.codebooks = codebooks;
        this.benches = benches;
        this.machine = machine;
        this.decisions = decisions;
    }

    /// @param sources how many sources there were
    /// @param bySource by place of the source the indices of its answers
    private record Coded(int sources, Map<Integer, BitSet> bySource) {}

    /// A question as it is coded now; empty before its first run is done.
    @Transactional(readOnly = true)
    public Optional<CodedQuestion> of(long question) {
        return codebooks.of(question).map(kept -> of(kept, kept.themes()));
    }

    /// A question as it would be coded with other themes of the same codebook, such as an earlier state of it.
    @Transactional(readOnly = true)
    public CodedQuestion of(Kept kept, Codebook themes) {
        Benches.Loaded bench = benches.of(kept.codedBy());
        return new CodedQuestion(kept, themes, bench, bySource(kept, bench), decisions.of(kept.question()));
    }

    /// What carries what, for comparing two states.
    @Transactional(readOnly = true)
    public CarriedThemes carried(Kept kept) {
        Benches.Loaded bench = benches.of(kept.codedBy());
        Map<Integer, BitSet> byPlace = bySource(kept, bench);
        Map<SourceId, Iterable<Integer>> bySource = new HashMap<>();
        kept.places().forEach((source, place) -> {
            BitSet answers = byPlace.getOrDefault(place, new BitSet());
            bySource.put(source, () -> answers.stream().iterator());
        });
        Map<Integer, CarriedThemes.Decision> decided = new HashMap<>();
        decisions.of(kept.question()).forEach((answer, decision) -> {
            int index = Arrays.binarySearch(bench.answers(), answer);
            if (index >= 0) {
                decided.put(index, decision);
            }
        });
        return new CarriedThemes(bySource, decided);
    }

    private Map<Integer, BitSet> bySource(Kept kept, Benches.Loaded bench) {
        int sources = kept.places().size();
        Coded cached;
        synchronized (known) {
            cached = known.getOrDefault(kept.codedBy(), new Coded(0, Map.of()));
        }
        if (cached.sources == sources) {
            return cached.bySource;
        }
        // Codings never change, so only those of sources that came since are read.
        int from = cached.sources < sources ? cached.sources : 0;
        Map<Integer, BitSet> all = new HashMap<>(from == 0 ? Map.of() : cached.bySource);
        all.putAll(machine.answersBySource(kept.codedBy(), from, bench.answers()));
        all.keySet().removeIf(place -> place >= sources);
        // What a transaction has not committed yet must not be remembered.
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            synchronized (known) {
                known.put(kept.codedBy(), new Coded(sources, all));
                if (known.size() > KEPT) {
                    known.remove(known.keySet().iterator().next());
                }
            }
        }
        return all;
    }
}
