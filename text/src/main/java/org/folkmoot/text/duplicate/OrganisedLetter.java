package org.folkmoot.text.duplicate;

import java.util.List;
import org.folkmoot.text.Span;

/// A letter that many people sent with or without changes: what an organised campaign leaves in a consultation.
///
/// Texts are given by their index in the list that was grouped.
///
/// @param source the text that `commonText` is
/// @param commonText the wording sent most often, verbatim; if none was sent twice, the one most like all others
/// @param members one for each text of the group, ascending by text
/// @param variants the wordings that differ by more than case, space and punctuation, most frequent first
public record OrganisedLetter(int source, String commonText, List<Member> members, List<Variant> variants) {
    /// One sender's text.
    ///
    /// @param text index of the text
    /// @param kept share of the common text's passages that are kept, in [0, 1], weighted by their length
    /// @param additions passages in the sender's own words, with their place in the untouched text
    public record Member(int text, double kept, List<Span> additions) {
        public Member {
            additions = List.copyOf(additions);
        }

        /// Whether the sender left parts out and added nothing.
        public boolean onlyDropped() {
            return additions.isEmpty() && kept < 1;
        }
    }

    /// One wording.
    ///
    /// @param text index of the first text with it
    /// @param count how many texts are equal to it but for case, space and punctuation
    public record Variant(int text, int count) {}

    public OrganisedLetter {
        members = List.copyOf(members);
        variants = List.copyOf(variants);
    }
}
