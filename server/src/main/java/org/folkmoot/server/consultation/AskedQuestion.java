package org.folkmoot.server.consultation;

import org.folkmoot.corpus.Question;
import org.jspecify.annotations.Nullable;

/// A question of a consultation, as stored.
///
/// @param code as people know it, e.g. `Q3`
/// @param pairedWith code of the closed question that it explains, else null
public record AskedQuestion(
        long id,
        String code,
        int position,
        String text,
        Question.Kind kind,
        @Nullable String pairedWith) {
    /// The text without the number that stands beside it as the code.
    public String unnumbered() {
        return toQuestion().unnumbered();
    }

    /// As the engine knows it.
    Question toQuestion() {
        return new Question(code, text, kind, pairedWith);
    }
}
