package org.folkmoot.text.embed;

import java.util.Arrays;

/// What the corpus student sees of a text: its word pieces, and its pairs of neighbouring pieces that the sample
/// repeats.
///
/// A feature's weight is `√idf · (1 + ln tf)`, half of that for a pair, divided by the Euclidean length of the
/// text's piece weights; `idf = ln((n + 1) / (df + ½))` over the n texts of the sample. Feature f < `pieces` is the
/// piece with id f; pairs follow. Immutable after [#learn(int[]...)].
final class NgramFeatures {
    /// A pair counts if this many texts hold it; what stands in fewer cannot be learnt.
    private static final int LEAST_TEXTS = 3;
    /// Keeps memory bounded on large samples; rarer pairs are left out.
    private static final int MOST_PAIRS = 50_000;
    private static final float PAIR_WEIGHT = 0.5f;
    private static final int PIECE_BITS = 16;

    private final int pieces;
    private final PairTable pairs;
    private final float[] weights;

    private NgramFeatures(int pieces, PairTable pairs, float[] weights) {
        this.pieces = pieces;
        this.pairs = pairs;
        this.weights = weights;
    }

    /// The features worth having for these texts, given as ids of word pieces below `pieces`.
    static NgramFeatures learn(int pieces, int[][] texts) {
        int[] pieceCounts = new int[pieces];
        int[] lastText = new int[pieces];
        Arrays.fill(lastText, -1);
        var counts = new PairTable(1 << 16);
        for (int t = 0; t < texts.length; t++) {
            int[] ids = texts[t];
            for (int i = 0; i < ids.length; i++) {
                if (lastText[ids[i]] != t) {
                    lastText[ids[i]] = t;
                    pieceCounts[ids[i]]++;
                }
                if (i > 0) {
                    counts.count(pair(ids[i - 1], ids[i]), t);
                }
            }
        }
        long[] kept = counts.mostCommon(LEAST_TEXTS, MOST_PAIRS);
        var pairs = new PairTable(kept.length * 2 + 1);
        float[] weights = new float[pieces + kept.length];
        for (int id = 0; id < pieces; id++) {
            weights[id] = weight(texts.length, pieceCounts[id]);
        }
        for (int p = 0; p < kept.length; p++) {
            pairs.put(PairTable.key(kept[p]), p);
            weights[pieces + p] = PAIR_WEIGHT * weight(texts.length, PairTable.count(kept[p]));
        }
        return new NgramFeatures(pieces, pairs, weights);
    }

    private static float weight(int texts, int holding) {
        return (float) Math.sqrt(Math.log((texts + 1.0) / (holding + 0.5)));
    }

    private static int pair(int left, int right) {
        return left << PIECE_BITS | right;
    }

    /// Number of features.
    int size() {
        return weights.length;
    }

    /// Reads texts into rows; reusable, for one thread.
    Reader reader() {
        return new Reader();
    }

    /// The features of one text after the other.
    final class Reader {
        private final int[] occurrences = new int[weights.length];
        private int[] features = new int[256];
        private float[] values = new float[256];
        private int size;

        /// Replaces the row by that of a text with the first `length` of `ids`.
        void read(int[] ids, int length) {
            size = 0;
            for (int i = 0; i < length; i++) {
                note(ids[i]);
                int pair = i == 0 ? -1 : pairs.get(pair(ids[i - 1], ids[i]));
                if (pair >= 0) {
                    note(pieces + pair);
                }
            }
            double squares = 0;
            for (int k = 0; k < size; k++) {
                int feature = features[k];
                int times = occurrences[feature];
                occurrences[feature] = 0;
                values[k] = weights[feature] * (times == 1 ? 1 : 1 + (float) StrictMath.log(times));
                if (feature < pieces) {
                    squares += (double) values[k] * values[k];
                }
            }
            float scale = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
            for (int k = 0; k < size; k++) {
                values[k] *= scale;
            }
        }

        private void note(int feature) {
            if (occurrences[feature]++ == 0) {
                if (size == features.length) {
                    features = Arrays.copyOf(features, size * 2);
                    values = Arrays.copyOf(values, size * 2);
                }
                features[size++] = feature;
            }
        }

        /// Number of different features in the row.
        int size() {
            return size;
        }

        int feature(int k) {
            return features[k];
        }

        float value(int k) {
            return values[k];
        }
    }
}
