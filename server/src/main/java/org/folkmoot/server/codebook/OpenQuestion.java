package org.folkmoot.server.codebook;

import org.folkmoot.corpus.Question;

/// A question that is answered in people's own words.
///
/// @param answers how many answers were received
public record OpenQuestion(long id, String code, String text, long answers) {
    /// The text without the number that stands beside it as the code.
    public String unnumbered() {
        return new Question(code, text, Question.Kind.OPEN, null).unnumbered();
    }
}
