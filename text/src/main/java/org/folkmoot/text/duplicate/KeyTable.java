package org.folkmoot.text.duplicate;

import java.util.Arrays;

/// The rows below `n` by their key in one band: a chain of at most a few rows for each slot, smallest row first.
final class KeyTable {
    private static final int LONGEST_CHAIN = 8;

    private final int[] head;
    private final int[] next;
    private final int mask;

    KeyTable(Signatures signatures, int n, int first, int width) {
        mask = Integer.highestOneBit(Math.max(16, n)) * 8 - 1;
        head = new int[mask + 1];
        next = new int[n];
        Arrays.fill(head, -1);
        int[] length = new int[mask + 1];
        for (int row = n - 1; row >= 0; row--) {
            int slot = signatures.key(row, first, width) & mask;
            next[row] = head[slot];
            head[slot] = row;
            length[slot]++;
        }
        for (int slot = 0; slot <= mask; slot++) {
            if (length[slot] > LONGEST_CHAIN) {
                cut(slot);
            }
        }
    }

    private void cut(int slot) {
        int row = head[slot];
        for (int k = 1; k < LONGEST_CHAIN; k++) {
            row = next[row];
        }
        next[row] = -1;
    }

    /// The first row that may have `key`, or -1.
    int first(int key) {
        return head[key & mask];
    }

    /// The row after `row` in its chain, or -1.
    int next(int row) {
        return next[row];
    }
}
