package org.folkmoot.text.code;

import java.util.List;
import org.folkmoot.text.Span;
import org.folkmoot.text.vector.Vectors;

/// Consecutive answers to one question with their passages and vectors: the unit in which a coder works, so that a
/// million answers can be coded piece by piece.
///
/// @param first index of the first of these answers in the question's list of answers
/// @param answers the untouched texts
/// @param passages spans of each answer's passages; an answer may have none
/// @param vectors one unit-length row per passage, answer after answer; a zero row where there is no meaning to embed
/// @param questions what each answer was asked, where one codebook serves several questions; else empty
public record Batch(
        int first, List<String> answers, List<List<Span>> passages, Vectors vectors, List<String> questions) {
    public Batch {
        questions = List.copyOf(questions);
        answers = List.copyOf(answers);
        passages = List.copyOf(passages);
        if (answers.size() != passages.size()) {
            throw new IllegalArgumentException(
                    "every answer needs its list of passages: " + answers.size() + " answers, " + passages.size());
        }
        int count = passages.stream().mapToInt(List::size).sum();
        if (count != vectors.rows()) {
            throw new IllegalArgumentException(
                    "every passage needs one vector: " + count + " passages, " + vectors.rows() + " vectors");
        }
        if (!questions.isEmpty() && questions.size() != answers.size()) {
            throw new IllegalArgumentException(
                    "every answer needs its question: " + answers.size() + " answers, " + questions.size());
        }
    }

    /// Answers to a single question.
    public Batch(int first, List<String> answers, List<List<Span>> passages, Vectors vectors) {
        this(first, answers, passages, vectors, List.of());
    }

    public int size() {
        return answers.size();
    }

    /// Offsets into the passages: those of answer `i` are `[offsets[i], offsets[i + 1])`.
    int[] offsets() {
        int[] offsets = new int[answers.size() + 1];
        for (int i = 0; i < answers.size(); i++) {
            offsets[i + 1] = offsets[i] + passages.get(i).size();
        }
        return offsets;
    }

    /// One unit-length row per answer: the mean of its passages' vectors, weighted by their length in characters.
    Vectors answerVectors() {
        int d = vectors.dimension();
        Vectors means = Vectors.zeros(answers.size(), d);
        float[] from = vectors.values();
        float[] to = means.values();
        int row = 0;
        for (int i = 0; i < answers.size(); i++) {
            for (Span span : passages.get(i)) {
                int weight = span.length();
                for (int j = 0; j < d; j++) {
                    to[i * d + j] += weight * from[row * d + j];
                }
                row++;
            }
        }
        Rows.normalise(means);
        return means;
    }
}
