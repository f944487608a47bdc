package org.folkmoot.corpus;

import java.util.List;
import org.folkmoot.text.Passage;

/// Passages that no theme covers, grouped by likeness: each group awaits a person's decision.
///
/// @param headline a verbatim passage that typifies the group
/// @param passages all of the group, most typical first; answer indices are response indices
public record Uncovered(String headline, List<String> keyPhrases, List<Passage> passages) {
    public Uncovered {
        keyPhrases = List.copyOf(keyPhrases);
        passages = List.copyOf(passages);
    }
}
