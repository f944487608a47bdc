package org.folkmoot.text.duplicate;

import java.util.Arrays;

/// Reads a text as words and hashes every run of three of them.
///
/// Words are runs of letters and digits, lower case; an ideograph is a word of its own. A text of one or two words has
/// a single shingle. One reader serves one thread and is used again for each text.
final class Shingles {
    static final int WORDS = 3;

    private static final byte[] ASCII = new byte[128];

    static {
        for (char c = 'a'; c <= 'z'; c++) {
            ASCII[c] = (byte) c;
            ASCII[c - 32] = (byte) c;
        }
        for (char c = '0'; c <= '9'; c++) {
            ASCII[c] = (byte) c;
        }
    }

    private int[] words = new int[256];
    private int[] hashes = new int[256];
    private int wordCount;
    private int size;
    private long whole;

    /// Reads `[from, to)` of a text.
    void read(String text, int from, int to) {
        wordCount = 0;
        long all = 0x9E3779B97F4A7C15L;
        int word = 0;
        boolean inWord = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int folded = c < 128 ? ASCII[c] : fold(c, inWord);
            if (folded > 0) {
                word = (word ^ folded) * 0x01000193;
                inWord = true;
                if (folded < 0x2E80) {
                    continue;
                }
            }
            if (inWord) {
                all = Long.rotateLeft(all ^ word, 23) * 0xD6E8FEB86659FD93L;
                add(word);
                word = 0;
                inWord = false;
            }
        }
        if (inWord) {
            all = Long.rotateLeft(all ^ word, 23) * 0xD6E8FEB86659FD93L;
            add(word);
        }
        whole = mix(all ^ wordCount);
        shingle();
    }

    void read(String text) {
        read(text, 0, text.length());
    }

    private static int fold(char c, boolean inWord) {
        if (Character.isLetterOrDigit(c)) {
            return Character.toLowerCase(c);
        }
        if (Character.isSurrogate(c)) {
            return c;
        }
        // A combining mark belongs to the letter before it.
        return inWord && Character.getType(c) <= Character.COMBINING_SPACING_MARK && c > 0x2FF ? c & 0x2DFF : 0;
    }

    private void add(int word) {
        if (wordCount == words.length) {
            words = Arrays.copyOf(words, 2 * wordCount);
        }
        words[wordCount++] = word;
    }

    private void shingle() {
        size = wordCount == 0 ? 0 : Math.max(1, wordCount - WORDS + 1);
        if (hashes.length < size) {
            hashes = new int[words.length];
        }
        for (int i = 0; i < size; i++) {
            long h = words[i];
            for (int k = 1; k < WORDS && i + k < wordCount; k++) {
                h = h * 0x9E3779B97F4A7C15L + words[i + k];
            }
            hashes[i] = (int) (mix(h) >>> 32);
        }
    }

    private static long mix(long x) {
        long z = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    int wordCount() {
        return wordCount;
    }

    /// Number of shingles, repeated ones included.
    int size() {
        return size;
    }

    int hash(int i) {
        return hashes[i];
    }

    int word(int i) {
        return words[i];
    }

    /// A 64-bit hash of the sequence of words: equal for texts that are equal but for case, space and punctuation.
    long whole() {
        return whole;
    }

    /// The distinct shingles, ascending.
    int[] distinct() {
        int[] sorted = Arrays.copyOf(hashes, size);
        Arrays.sort(sorted);
        int n = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[n++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, n);
    }
}
