package org.folkmoot.text.theme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One theme of a codebook: what a set of passages has in common.
///
/// @param id stable and unique in its codebook, e.g. `Q3-07`; a sub-theme's is `Q3-07.2`
/// @param headline a short name a person would accept; when the machine proposes it, a subject or heading, else a
///     verbatim sentence or phrase of a respondent
/// @param description what belongs here, empty if none has been written; when the machine proposes a subject, a
///     verbatim sentence in quotation marks
/// @param keyPhrases most typical phrases, best first
/// @param parent id of the theme above, null at the top level
/// @param examples verbatim passages that typify the theme, best first; a coder may learn from them
public record Theme(
        String id,
        String headline,
        String description,
        List<String> keyPhrases,
        @Nullable String parent,
        List<String> examples) {
    public Theme {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a theme needs an id: headline \"" + headline + "\"");
        }
        keyPhrases = List.copyOf(keyPhrases);
        examples = List.copyOf(examples);
    }
}
