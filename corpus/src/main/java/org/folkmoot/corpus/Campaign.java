package org.folkmoot.corpus;

import java.util.List;
import org.folkmoot.text.Passage;

/// A group of near-identical answers to one question, usually an organised letter.
///
/// @param id unique in its question, e.g. `Q3-C1`
/// @param commonText the text most members share, verbatim from one of them
/// @param members indices of responses, ascending
/// @param variants the distinct texts with their numbers, most frequent first
/// @param additions passages that members wrote in their own words around the common text
public record Campaign(
        String id, String commonText, List<Integer> members, List<Variant> variants, List<Passage> additions) {
    /// @param text one distinct text, verbatim
    /// @param count how many members sent exactly it
    public record Variant(String text, int count) {}

    public Campaign {
        members = List.copyOf(members);
        variants = List.copyOf(variants);
        additions = List.copyOf(additions);
    }
}
