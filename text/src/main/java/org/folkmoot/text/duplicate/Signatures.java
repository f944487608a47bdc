package org.folkmoot.text.duplicate;

import java.util.Random;

/// MinHash signatures of [#HASHES] positions, 16 bits each, four to a long.
///
/// The share of equal positions of two signatures estimates the Jaccard similarity J of their sets of shingles, with
/// standard deviation sqrt(J(1 - J)/96), at most .05; chance equality of 16 bits adds 1/65536.
///
/// Reference: A. Z. Broder, On the resemblance and containment of documents, 1997, doi:10.1109/SEQUEN.1997.666900.
final class Signatures {
    static final int HASHES = 96;
    static final int LONGS = HASHES / 4;

    private static final long LOW = 0x7FFF_7FFF_7FFF_7FFFL;

    private final long[] values;
    private final int[] multiplier = new int[HASHES];
    private final int[] offset = new int[HASHES];

    Signatures(int rows, long seed) {
        values = new long[Math.multiplyExact(rows, LONGS)];
        Random random = new Random(seed);
        for (int j = 0; j < HASHES; j++) {
            multiplier[j] = random.nextInt() | 1;
            offset[j] = random.nextInt();
        }
    }

    /// Sets row `row` from the shingles just read; `minima` is scratch of length [#HASHES].
    void set(int row, Shingles shingles, int[] minima) {
        java.util.Arrays.fill(minima, Integer.MAX_VALUE);
        for (int i = 0; i < shingles.size(); i++) {
            lower(minima, shingles.hash(i), multiplier, offset);
        }
        for (int j = 0; j < HASHES; j++) {
            put(row, j, (short) ((minima[j] * 0x9E3779B1) >>> 16));
        }
    }

    private static void lower(int[] minima, int hash, int[] multiplier, int[] offset) {
        for (int j = 0; j < HASHES; j++) {
            int x = (hash + offset[j]) * multiplier[j];
            x ^= x >>> 15;
            x *= 0x2C1B3C6D;
            minima[j] = Math.min(minima[j], x);
        }
    }

    void put(int row, int position, short value) {
        int at = row * LONGS + (position >> 2);
        int shift = (position & 3) << 4;
        values[at] = (values[at] & ~(0xFFFFL << shift)) | ((value & 0xFFFFL) << shift);
    }

    short at(int row, int position) {
        return (short) (values[row * LONGS + (position >> 2)] >>> ((position & 3) << 4));
    }

    /// Number of equal positions of two rows.
    static int agreement(Signatures a, int rowA, Signatures b, int rowB) {
        int agreeing = 0;
        int i = rowA * LONGS;
        int k = rowB * LONGS;
        for (int n = 0; n < LONGS; n++) {
            long x = a.values[i + n] ^ b.values[k + n];
            // The top bit of a lane of the sum is clear only where all 16 bits of x are.
            agreeing += Long.bitCount(~(((x & LOW) + LOW) | x | LOW));
        }
        return agreeing;
    }

    /// A 32-bit key of `width` positions from `first`.
    int key(int row, int first, int width) {
        long key = 0;
        for (int j = first; j < first + width; j++) {
            key = (key << 16) | (at(row, j) & 0xFFFF);
        }
        key *= 0x9E3779B97F4A7C15L;
        return (int) (((key ^ (key >>> 29)) * 0xBF58476D1CE4E5B9L) >>> 32);
    }
}
