package org.folkmoot.server.codebook;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Counts the themes of questions. What the machine coded is kept in memory by run and number of sources, since neither
/// ever changes; people's decisions are read each time.
@Component
public class Counting {
    private static final int KEPT = 12;

    private final Codebooks codebooks;
    private final Benches benches;
    private final MachineCodings machine;
    private final PeoplesDecisions decisions;
    private final Map<Key, Map<Integer, BitSet>> known = new LinkedHashMap<>(16, 0.75f, true);

    Counting(Codebooks codebooks, Benches benches, MachineCodings machine, PeoplesDecisions decisions) {
        this.codebooks = codebooks;
        this.benches = benches;
        this.machine = machine;
        this.decisions = decisions;
    }

    private record Key(long run, int sources) {}

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
        Map<SourceId, Iterable<Integer>> bySource = new java.util.HashMap<>();
        kept.places().forEach((source, place) -> {
            BitSet answers = byPlace.getOrDefault(place, new BitSet());
            bySource.put(source, () -> answers.stream().iterator());
        });
        Map<Integer, CarriedThemes.Decision> decided = new java.util.HashMap<>();
        decisions.of(kept.question()).forEach((answer, decision) -> {
            int index = java.util.Arrays.binarySearch(bench.answers(), answer);
            if (index >= 0) {
                decided.put(index, decision);
            }
        });
        return new CarriedThemes(bySource, decided);
    }

    private Map<Integer, BitSet> bySource(Kept kept, Benches.Loaded bench) {
        Key key = new Key(kept.codedBy(), kept.places().size());
        synchronized (known) {
            Map<Integer, BitSet> cached = known.get(key);
            if (cached != null) {
                return cached;
            }
        }
        Map<Integer, BitSet> read = machine.answersBySource(kept.codedBy(), bench.answers());
        // What a transaction has not committed yet must not be remembered.
        if (!TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            return read;
        }
        synchronized (known) {
            known.put(key, read);
            if (known.size() > KEPT) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return read;
    }
}
