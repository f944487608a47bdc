package org.folkmoot.corpus.edit;

import java.util.List;
import org.folkmoot.text.Span;

/// What a person decided on one answer: exactly these themes and no other.
///
/// @param reviewer the name in `reviewed_by`; several names joined by a comma
/// @param choices empty if the person found no theme
public record ReviewedAnswer(String reviewer, List<Choice> choices) {
    /// @param theme id in the current codebook
    /// @param span the passage that carries it; the whole answer if the person named none
    public record Choice(String theme, Span span) {}

    public ReviewedAnswer {
        choices = List.copyOf(choices);
    }
}
