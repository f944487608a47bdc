package org.folkmoot.text.embed;

import java.util.Arrays;
import java.util.stream.LongStream;

/// A hash table from pairs of word pieces (two 16-bit ids in an int) to small numbers.
final class PairTable {
    private static final int EMPTY = -1;

    private int[] keys;
    private int[] values;
    private int[] lastTexts = {};
    private int size;

    /// @param expected entries it should hold without growing
    PairTable(int expected) {
        keys = new int[Integer.highestOneBit(Math.max(8, expected)) * 4];
        values = new int[keys.length];
        Arrays.fill(values, EMPTY);
    }

    /// The number kept for `key`, or −1.
    int get(int key) {
        return values[slot(key)];
    }

    void put(int key, int value) {
        int slot = slot(key);
        if (values[slot] == EMPTY) {
            size++;
        }
        keys[slot] = key;
        values[slot] = value;
    }

    /// Adds one to the number of texts that hold `key`, once a text; texts come in ascending order.
    void count(int key, int text) {
        if (lastTexts.length != keys.length) {
            lastTexts = new int[keys.length];
        }
        int slot = slot(key);
        if (values[slot] == EMPTY) {
            keys[slot] = key;
            values[slot] = 0;
            lastTexts[slot] = -1;
            size++;
        }
        if (lastTexts[slot] != text) {
            lastTexts[slot] = text;
            values[slot]++;
            if (size * 2 > keys.length) {
                grow();
            }
        }
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldValues = values;
        int[] oldTexts = lastTexts;
        keys = new int[oldKeys.length * 2];
        values = new int[keys.length];
        lastTexts = new int[keys.length];
        Arrays.fill(values, EMPTY);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != EMPTY) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
                lastTexts[slot] = oldTexts[i];
            }
        }
    }

    /// The entries with at least `least` as their number, the highest numbers first, ties by key, at most `most`.
    long[] mostCommon(int least, int most) {
        long[] entries = new long[size];
        int n = 0;
        for (int i = 0; i < keys.length; i++) {
            if (values[i] >= least) {
                // Ascending order of these is descending order of counts.
                entries[n++] = (long) ~values[i] << 32 | (keys[i] & 0xFFFFFFFFL);
            }
        }
        return LongStream.of(Arrays.copyOf(entries, n)).sorted().limit(most).toArray();
    }

    /// The key of an entry.
    static int key(long entry) {
        return (int) entry;
    }

    /// The number of an entry.
    static int count(long entry) {
        return ~(int) (entry >> 32);
    }

    private int slot(int key) {
        int mixed = key * 0x9E3779B1;
        int slot = (mixed ^ mixed >>> 15) & keys.length - 1;
        while (values[slot] != EMPTY && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }
}
