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
/// @param languages primary BCP 47 subtags of the answers it takes, e.g. `cy`; empty if it takes those of any language
public record Theme(
        String id,
        String headline,
        String description,
        List<String> keyPhrases,
        @Nullable String parent,
        List<String> examples,
        List<String> languages) {
    public Theme {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a theme needs an id: headline \"" + headline + "\"");
        }
        keyPhrases = List.copyOf(keyPhrases);
        examples = List.copyOf(examples);
        languages = List.copyOf(languages);
    }

    /// A theme of answers in any language.
    public Theme(
            String id,
            String headline,
            String description,
            List<String> keyPhrases,
            @Nullable String parent,
            List<String> examples) {
        this(id, headline, description, keyPhrases, parent, examples, List.of());
    }

    /// The same theme of answers in some languages only; of any, if there are none.
    public Theme in(List<String> only) {
        return new Theme(id, headline, description, keyPhrases, parent, examples, only);
    }

    /// Whether answers in a language may carry it.
    public boolean takes(String language) {
        return languages.isEmpty() || languages.contains(language);
    }
}
