package org.folkmoot.server.codebook;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.server.platform.Remembered;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Counts the themes of questions. What was counted is kept in memory as long as neither an edit nor a decision
/// comes to it.
@Component
public class Counting {
    private static final int KEPT = 12;

    private final Codebooks codebooks;
    private final Benches benches;
    private final MachineCodings machine;
    private final PeoplesDecisions decisions;
    private final Remembered<Long, CodedQuestion> counted = new Remembered<>(KEPT);

    Counting(Codebooks codebooks, Benches benches, MachineCodings machine, PeoplesDecisions decisions) {
        this.codebooks = codebooks;
        this.benches = benches;
        this.machine = machine;
        this.decisions = decisions;
    }

    /// A question as it is coded now; empty before its first run is done.
    @Transactional(readOnly = true)
    public Optional<CodedQuestion> of(long question) {
        return codebooks.of(question).map(this::now);
    }

    /// A stamp that changes with every edit of a question's themes and every decision on its answers; empty before its
    /// first run is done.
    @Transactional(readOnly = true)
    public Optional<Object> stamp(long question) {
        return codebooks.of(question).map(this::stamp);
    }

    private Stamp stamp(Kept kept) {
        return new Stamp(kept, decisions.stamp(kept.question()));
    }

    /// @param kept the very same object as long as the codebook does not change
    private record Stamp(Kept kept, String decisions) {
        @Override
        @SuppressWarnings("ReferenceEquality") // comparing whole codebooks would take longer than counting them anew
        public boolean equals(@Nullable Object other) {
            return other instanceof Stamp(Kept itsKept, String itsDecisions)
                    && kept == itsKept
                    && decisions.equals(itsDecisions);
        }

        @Override
        public int hashCode() {
            return decisions.hashCode();
        }
    }

    private CodedQuestion now(Kept kept) {
        return counted.of(kept.question(), stamp(kept), () -> of(kept, kept.themes()));
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
        return machine.answersBySource(kept, kept.codedBy(), bench.answers());
    }
}
