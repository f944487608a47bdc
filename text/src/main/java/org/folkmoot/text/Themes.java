package org.folkmoot.text;

import java.util.List;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.theme.Theme;

/// The themes of a list of texts, which text carries which, and what no theme covers.
///
/// @param codebook the themes, each parent followed by its sub-themes, largest first; headlines are verbatim
///     sentences of the texts
/// @param codings one per text and theme it carries, with the passage and a confidence; only themes without
///     sub-themes are given, and what they carry counts for their parents; a coding's `answer` is the text's index
/// @param uncovered passages of five words or more that no theme covers, in the order of the texts
public record Themes(List<Theme> codebook, Codings codings, List<Passage> uncovered) {
    public Themes {
        codebook = List.copyOf(codebook);
        uncovered = List.copyOf(uncovered);
    }

    /// How many texts carry the theme `theme` of the codebook or one of its sub-themes.
    public int texts(int theme) {
        String id = codebook.get(theme).id();
        int count = 0;
        int last = -1;
        for (int i = 0; i < codings.size(); i++) {
            Theme given = codebook.get(codings.theme(i));
            if (codings.answer(i) != last && (given.id().equals(id) || id.equals(given.parent()))) {
                last = codings.answer(i);
                count++;
            }
        }
        return count;
    }
}
