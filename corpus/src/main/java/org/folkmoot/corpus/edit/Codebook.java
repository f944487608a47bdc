package org.folkmoot.corpus.edit;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.folkmoot.text.theme.Theme;

/// The themes of one question as people want them.
///
/// @param themes parents before their children, otherwise in the order of the file
/// @param merged id of a theme that is no more to the id of the theme it was merged into
/// @param added ids given to themes that people added
public record Codebook(List<Theme> themes, SortedMap<String, String> merged, List<String> added) {
    public Codebook {
        themes = List.copyOf(themes);
        merged = Collections.unmodifiableSortedMap(new TreeMap<>(merged));
        added = List.copyOf(added);
    }

    /// The id under which a theme goes on after merging: its own if it was not merged.
    public String current(String id) {
        return merged.getOrDefault(id, id);
    }
}
