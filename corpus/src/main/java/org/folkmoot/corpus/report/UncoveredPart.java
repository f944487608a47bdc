package org.folkmoot.corpus.report;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.corpus.Uncovered;
import org.folkmoot.text.Passage;

/// One group of passages that no theme covers, as the report shows it.
///
/// @param quotes those that may be quoted, most typical first
public record UncoveredPart(Uncovered group, List<Quote> quotes) {
    private static final int MOST = 6;

    /// From how many answers its passages are.
    public int answers() {
        return (int) group.passages().stream().map(Passage::answer).distinct().count();
    }

    static UncoveredPart of(Uncovered group, Publishable publishable, Quotes quotes) {
        List<Quote> shown = new ArrayList<>();
        for (Passage passage : group.passages()) {
            if (shown.size() < MOST && publishable.allows(passage)) {
                shown.add(quotes.of(passage, Quote.UNCODED));
            }
        }
        return new UncoveredPart(group, List.copyOf(shown));
    }
}
