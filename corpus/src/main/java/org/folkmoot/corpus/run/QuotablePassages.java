package org.folkmoot.corpus.run;

import java.util.HashSet;
import java.util.Set;
import org.folkmoot.text.Span;

/// The passages that may stand in public for others: said by someone who lets them be quoted, and by nobody together
/// with personal data.
final class QuotablePassages {
    private final Background background;
    private final Set<String> consented = new HashSet<>();
    private final Set<String> personal = new HashSet<>();

    QuotablePassages(Background background) {
        this.background = background;
    }

    /// Takes note of a passage of a distinct text.
    void see(String passage, int text, Span span) {
        if (background.personal().get(text).stream().anyMatch(span::overlaps)) {
            personal.add(passage);
        } else if (background.authors().quotable()[text]) {
            consented.add(passage);
        }
    }

    boolean contains(String passage) {
        return consented.contains(passage) && !personal.contains(passage);
    }
}
