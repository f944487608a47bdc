package org.folkmoot.corpus.edit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.folkmoot.text.theme.Theme;

/// Finds the theme that a person means by an id, an id from before a merge, or a headline.
final class ThemeNames {
    static final ThemeNames NONE = new ThemeNames(new Codebook(List.of(), new TreeMap<>(), List.of()));

    private final Codebook codebook;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, String> headlines = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    ThemeNames(Codebook codebook) {
        this.codebook = codebook;
        for (Theme theme : codebook.themes()) {
            ids.add(theme.id());
            if (headlines.put(theme.headline().strip(), theme.id()) != null) {
                ambiguous.add(theme.headline().strip());
            }
        }
    }

    Optional<String> find(String id, String headline) {
        if (!id.isEmpty()) {
            return Optional.of(codebook.current(id)).filter(ids::contains);
        }
        return ambiguous.contains(headline) ? Optional.empty() : Optional.ofNullable(headlines.get(headline));
    }
}
