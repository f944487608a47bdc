package org.folkmoot.text.theme;

import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.folkmoot.text.vector.Vectors;

/// What themes are found in: distinct passages with their vectors.
///
/// @param texts the passages, each distinct one once (the copies of a campaign letter count once)
/// @param vectors one row per text; rows of texts in other languages than English are not looked at
/// @param weights how many answers carry each text; orders and sizes the themes, does not shape them
/// @param languages BCP 47 tag of each text; `en` and `und` go by their vectors, others by their words
/// @param positions of each text's author on the paired closed question: above 0 for, below 0 against, 0 unknown
/// @param answers which answer each text is part of, any numbers: what one person wrote makes no theme by itself, and
///     what a passage means is read in its answer
/// @param quotable whether a text may stand as a headline (holds no personal data, its author consents)
public record Material(
        List<String> texts,
        Vectors vectors,
        List<Integer> weights,
        List<String> languages,
        List<Integer> positions,
        List<Integer> answers,
        Predicate<String> quotable) {
    public Material {
        texts = List.copyOf(texts);
        weights = List.copyOf(weights);
        languages = List.copyOf(languages);
        positions = List.copyOf(positions);
        answers = List.copyOf(answers);
        int n = texts.size();
        if (vectors.rows() != n
                || weights.size() != n
                || languages.size() != n
                || positions.size() != n
                || answers.size() != n) {
            throw new IllegalArgumentException(
                    "vectors, weights, languages, positions and answers must be as many as texts, " + n
                            + ": " + vectors.rows() + ", " + weights.size() + ", " + languages.size() + ", "
                            + positions.size() + ", " + answers.size());
        }
    }

    /// English texts of weight 1, each an answer of its own, positions unknown, all quotable.
    public static Material of(List<String> texts, Vectors vectors) {
        int n = texts.size();
        return new Material(
                texts,
                vectors,
                Collections.nCopies(n, 1),
                Collections.nCopies(n, "en"),
                Collections.nCopies(n, 0),
                IntStream.range(0, n).boxed().toList(),
                _ -> true);
    }

    public Material withWeights(List<Integer> newWeights) {
        return new Material(texts, vectors, newWeights, languages, positions, answers, quotable);
    }

    public Material withLanguages(List<String> newLanguages) {
        return new Material(texts, vectors, weights, newLanguages, positions, answers, quotable);
    }

    public Material withPositions(List<Integer> newPositions) {
        return new Material(texts, vectors, weights, languages, newPositions, answers, quotable);
    }

    public Material withQuotable(Predicate<String> newQuotable) {
        return new Material(texts, vectors, weights, languages, positions, answers, newQuotable);
    }

    public Material withAnswers(List<Integer> newAnswers) {
        return new Material(texts, vectors, weights, languages, positions, newAnswers, quotable);
    }

    /// Whether English signs and the vectors speak for a text.
    boolean isEnglish(int text) {
        String language = languages.get(text);
        return language.equals("en") || language.startsWith("en-") || language.equals("und");
    }

    int size() {
        return texts.size();
    }
}
