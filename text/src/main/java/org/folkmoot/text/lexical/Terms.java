package org.folkmoot.text.lexical;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/// The vocabulary of a corpus: words, pairs of words and, if asked, the pieces of words, each with its inverse
/// document frequency.
///
/// A pair is two content words that follow one another, stop words left out between them. Terms are told apart by a
/// 64-bit hash (a million of them collide with a probability of 3e-8). Cost: linear in the length of the texts.
public final class Terms {
    /// What counts as a term.
    ///
    /// @param stopWords words left out
    /// @param pairs whether pairs of words count
    /// @param shortestPiece least length of the pieces: n-grams of characters within a word, its ends marked; 0 for
    ///     none. They let compounds meet ("Radweg", "Radwege", "Fahrradweg")
    /// @param longestPiece greatest length of these
    /// @param leastTexts texts that must hold a term
    /// @param greatestShare of the texts that may hold it
    public record Options(
            StopWords stopWords,
            boolean pairs,
            int shortestPiece,
            int longestPiece,
            int leastTexts,
            double greatestShare) {
        /// Words and pairs in at least two texts and at most half of them, stop words of all languages left out.
        public static final Options WORDS = new Options(StopWords.ALL, true, 0, 0, 2, 0.5);
        /// As `WORDS`, with the pieces of 4 to 5 characters.
        public static final Options WORDS_AND_PIECES = new Options(StopWords.ALL, true, 4, 5, 2, 0.5);

        public Options {
            if (shortestPiece < 0 || longestPiece < shortestPiece) {
                throw new IllegalArgumentException(
                        "pieces must have 0 <= shortest <= longest: " + shortestPiece + ", " + longestPiece);
            }
            if (leastTexts < 1) {
                throw new IllegalArgumentException("least texts must be at least 1: " + leastTexts);
            }
            if (!(greatestShare > 0 && greatestShare <= 1)) {
                throw new IllegalArgumentException("greatest share must be in (0, 1]: " + greatestShare);
            }
        }
    }

    private final Options options;
    private final Map<Long, Integer> column;
    private final float[] idf;

    private Terms(Options options, Map<Long, Integer> column, float[] idf) {
        this.options = options;
        this.column = column;
        this.idf = idf;
    }

    /// Learns the vocabulary of `texts`; columns are numbered by first appearance.
    public static Terms of(List<String> texts, Options options) {
        Map<Long, int[]> counts = new LinkedHashMap<>();
        for (String text : texts) {
            for (long term : distinct(terms(text, options))) {
                counts.computeIfAbsent(term, _ -> new int[1])[0]++;
            }
        }
        int most = (int) Math.max(options.leastTexts, Math.floor(options.greatestShare * texts.size()));
        Map<Long, Integer> column = new HashMap<>();
        float[] idf = new float[counts.size()];
        counts.forEach((term, count) -> {
            if (count[0] >= options.leastTexts && count[0] <= most) {
                idf[column.size()] = (float) (1 + Math.log((1.0 + texts.size()) / (1.0 + count[0])));
                column.put(term, column.size());
            }
        });
        return new Terms(options, column, Arrays.copyOf(idf, column.size()));
    }

    public int size() {
        return idf.length;
    }

    /// TF-IDF rows of `texts`, known or new: weight `(1 + ln tf) (1 + ln((1 + n) / (1 + df)))`, rows scaled to unit
    /// length; a text without a known term has an empty row.
    public TermVectors vectors(List<String> texts) {
        int[] start = new int[texts.size() + 1];
        int[] columns = new int[Math.max(16, texts.size() * 8)];
        float[] weights = new float[columns.length];
        for (int i = 0; i < texts.size(); i++) {
            int[] row = columnsOf(texts.get(i));
            int at = start[i];
            if (at + row.length > columns.length) {
                int capacity = Math.max(at + row.length, columns.length + (columns.length >> 1));
                columns = Arrays.copyOf(columns, capacity);
                weights = Arrays.copyOf(weights, capacity);
            }
            start[i + 1] = fill(row, columns, weights, at);
        }
        return new TermVectors(size(), start, Arrays.copyOf(columns, start[texts.size()]), weights);
    }

    private int[] columnsOf(String text) {
        return Arrays.stream(terms(text, options))
                .mapToInt(term -> column.getOrDefault(term, -1))
                .filter(c -> c >= 0)
                .sorted()
                .toArray();
    }

    /// Writes the sorted columns with repeats `row` as weighted entries from `at`; returns the end.
    private int fill(int[] row, int[] columns, float[] weights, int at) {
        int end = at;
        double squares = 0;
        for (int k = 0; k < row.length; ) {
            int from = k;
            while (k < row.length && row[k] == row[from]) {
                k++;
            }
            double weight = (1 + Math.log(k - from)) * idf[row[from]];
            squares += weight * weight;
            columns[end] = row[from];
            weights[end++] = (float) weight;
        }
        float scale = (float) (1 / Math.sqrt(squares));
        for (int e = at; e < end; e++) {
            weights[e] *= scale;
        }
        return end;
    }

    private static long[] distinct(long[] terms) {
        return Arrays.stream(terms).distinct().toArray();
    }

    private static long[] terms(String text, Options options) {
        long[][] found = {new long[32]};
        int[] size = new int[1];
        each(text, options, term -> {
            if (size[0] == found[0].length) {
                found[0] = Arrays.copyOf(found[0], size[0] * 2);
            }
            found[0][size[0]++] = term;
        });
        return Arrays.copyOf(found[0], size[0]);
    }

    private static void each(String text, Options options, LongConsumer consumer) {
        Tokens tokens = Tokens.of(text);
        long before = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.word(i);
            if (word.length() < 2 || options.stopWords.contains(word)) {
                continue;
            }
            long hash = hash(word, 0, word.length(), 1);
            consumer.accept(hash);
            if (options.pairs && before != 0) {
                consumer.accept(mix(before * 31 + hash));
            }
            before = hash;
            if (options.shortestPiece > 0) {
                pieces(" " + word + " ", options, consumer);
            }
        }
    }

    private static void pieces(String word, Options options, LongConsumer consumer) {
        for (int length = options.shortestPiece; length <= options.longestPiece; length++) {
            for (int at = 0; at + length <= word.length(); at++) {
                consumer.accept(hash(word, at, at + length, 2));
            }
        }
    }

    private static long hash(String text, int from, int to, int kind) {
        long h = kind * 0x9E3779B97F4A7C15L;
        for (int i = from; i < to; i++) {
            h = (h ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mix(h);
    }

    /// The finaliser of MurmurHash3, so that near inputs have far hashes.
    private static long mix(long h) {
        h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
        h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return h ^ (h >>> 33);
    }
}
