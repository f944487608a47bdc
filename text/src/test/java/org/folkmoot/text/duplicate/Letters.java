package org.folkmoot.text.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Made-up texts for tests: two in three are original, the others copies of ten letters with some words changed.
final class Letters {
    private static final int LETTERS = 10;

    private Letters() {}

    static boolean isOriginal(int i) {
        return i % 3 != 0;
    }

    /// The first copy of the letter that text `i` copies.
    static int first(int i) {
        return i / 3 % LETTERS * 3;
    }

    static List<String> texts(int n, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        List<List<String>> letters = new ArrayList<>();
        for (int i = 0; i < LETTERS; i++) {
            letters.add(words(random, 60));
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<String> words = isOriginal(i) ? words(random, 50) : new ArrayList<>(letters.get(i / 3 % LETTERS));
            for (int k = 0; k < words.size() && i >= 3 * LETTERS; k++) {
                if (random.nextInt(20) == 0) {
                    words.set(k, word(random));
                }
            }
            texts.add(String.join(" ", words));
        }
        return texts;
    }

    private static List<String> words(RandomGenerator random, int n) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            words.add(word(random));
        }
        return words;
    }

    /// Frequent words are much more frequent than rare ones.
    private static String word(RandomGenerator random) {
        double u = random.nextDouble();
        return "w" + (int) (5_000 * u * u * u);
    }
}
