package org.folkmoot.corpus.run;

import java.util.HashSet;
import java.util.Set;
import org.folkmoot.text.Span;

/// The passages that may stand in public for others: said by someone who lets them be quoted, and by nobody together
/// with personal data.
final class QuotablePassages {
    private final Screened screened;
    private final Authors authors;
    private final Set<String> consented = new HashSet<>();
    private final Set<String> personal = new HashSet<>();

    QuotablePassages(Screened screened, Authors authors) {
        this.screened = screened;
        this.authors = authors;
    }

    /// Takes note of a passage of a distinct text.
    void see(String passage, int text, Span span) {
        if (screened.personal().get(text).stream().anyMatch(span::overlaps)) {
            personal.add(passage);
        } else if (authors.quotable()[text]) {
            consented.add(passage);
        }
    }

    boolean contains(String passage) {
        return consented.contains(passage) && !personal.contains(passage);
    }
}
