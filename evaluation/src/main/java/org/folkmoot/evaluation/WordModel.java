package org.folkmoot.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Logistic regression on the words of a text: a plain, imperfect machine to evaluate estimates with.
///
/// Words seen in three texts or more, present or not, divided by the root of the text's number of words; AdaGrad,
/// a fixed number of passes. Deterministic.
final class WordModel {
    private static final Pattern WORD = Pattern.compile("[a-z']{2,}");
    private static final int PASSES = 8;
    private static final double RATE = 0.5;

    private final double[] weight;
    private final double[] gradients;

    private WordModel(int words) {
        weight = new double[words + 1];
        gradients = new double[words + 1];
    }

    /// Texts as words, divided into folds.
    ///
    /// @param words by text, the numbers of its words
    /// @param fold by text
    record Folds(int[][] words, int vocabulary, int[] fold, int folds) {
        /// The probability of the label for each text, by a model that did not see it.
        double[] outOfFold(boolean[] label) {
            double[] probability = new double[words.length];
            for (int f = 0; f < folds; f++) {
                var model = new WordModel(vocabulary);
                for (int pass = 0; pass < PASSES; pass++) {
                    for (int i = 0; i < words.length; i++) {
                        if (fold[i] != f) {
                            model.learn(words[i], label[i]);
                        }
                    }
                }
                for (int i = 0; i < words.length; i++) {
                    if (fold[i] == f) {
                        probability[i] = model.probability(words[i]);
                    }
                }
            }
            return probability;
        }
    }

    static Folds folds(List<String> texts, int folds, long seed) {
        Map<String, Integer> seen = new HashMap<>();
        List<List<String>> tokens = new ArrayList<>();
        for (String text : texts) {
            List<String> words = new ArrayList<>();
            Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
            while (word.find()) {
                if (!words.contains(word.group())) {
                    words.add(word.group());
                }
            }
            words.forEach(w -> seen.merge(w, 1, Integer::sum));
            tokens.add(words);
        }
        Map<String, Integer> number = new HashMap<>();
        int[][] rows = new int[texts.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = tokens.get(i).stream()
                    .filter(w -> seen.getOrDefault(w, 0) >= 3)
                    .mapToInt(w -> number.computeIfAbsent(w, _ -> number.size()))
                    .toArray();
        }
        var random = new SplittableRandom(seed);
        int[] fold = new int[rows.length];
        for (int i = 0; i < fold.length; i++) {
            fold[i] = random.nextInt(folds);
        }
        return new Folds(rows, number.size(), fold, folds);
    }

    private double probability(int[] words) {
        double scale = 1 / Math.sqrt(Math.max(1, words.length));
        double sum = weight[weight.length - 1];
        for (int word : words) {
            sum += weight[word] * scale;
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private void learn(int[] words, boolean label) {
        double scale = 1 / Math.sqrt(Math.max(1, words.length));
        double error = (label ? 1 : 0) - probability(words);
        for (int word : words) {
            move(word, error * scale);
        }
        move(weight.length - 1, error);
    }

    private void move(int at, double gradient) {
        gradients[at] += gradient * gradient;
        if (gradients[at] > 0) {
            weight[at] += RATE * gradient / Math.sqrt(gradients[at]);
        }
    }
}
