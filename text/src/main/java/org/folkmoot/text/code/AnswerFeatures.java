package org.folkmoot.text.code;

import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.text.lexical.TermVectors;
import org.folkmoot.text.vector.Vectors;

/// What a learned coder sees of answers: meaning, wording and the question asked.
///
/// @param meaning one row per answer, centred, of unit length or zero
/// @param wording TF-IDF of words, pairs of words and pieces of words
/// @param questions what was asked; empty for a single question
record AnswerFeatures(Vectors meaning, TermVectors wording, List<String> questions) {
    AnswerFeatures take(int[] rows) {
        int d = meaning.dimension();
        Vectors taken = Vectors.zeros(rows.length, d);
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(meaning.values(), rows[i] * d, taken.values(), i * d, d);
        }
        List<String> asked = questions.isEmpty()
                ? questions
                : IntStream.of(rows).mapToObj(questions::get).toList();
        return new AnswerFeatures(taken, wording.take(rows), asked);
    }
}
