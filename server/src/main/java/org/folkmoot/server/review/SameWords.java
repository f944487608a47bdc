package org.folkmoot.server.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.folkmoot.server.codebook.Benches;
import org.folkmoot.server.codebook.Kept;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Answers that say, letter for letter, what another says: one person's decision may hold for all of them.
@Component
class SameWords {
    private final Benches benches;
    private final Decisions decisions;
    private final BlindSamples samples;

    SameWords(Benches benches, Decisions decisions, BlindSamples samples) {
        this.benches = benches;
        this.decisions = decisions;
        this.samples = samples;
    }

    /// Others with the same text on which nobody decided and that no blind sample has.
    @Transactional(readOnly = true)
    public List<Long> open(Kept kept, long answer) {
        Benches.Loaded bench = benches.of(kept.codedBy());
        List<Long> same = new ArrayList<>();
        bench.bench().sameText(bench.indexOf(answer)).forEach(index -> same.add(bench.answers()[index]));
        same.remove(answer);
        if (!same.isEmpty()) {
            Set<Long> closed = new HashSet<>(decisions.answers(kept.question()));
            closed.addAll(samples.beingRead(kept.question()));
            same.removeIf(closed::contains);
        }
        return same;
    }
}
