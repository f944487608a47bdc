package org.folkmoot.text.embed;

import java.util.Arrays;
import org.folkmoot.text.Span;

/// The word pieces of one text, each with its id in the vocabulary and the characters of the untouched text it
/// stands for.
///
/// Starts and ends never decrease. Two pieces share a span only where one character became several pieces
/// (a Hangul syllable, for example). One object can be filled again and again by [WordPiece#tokenize(String, Tokens)].
public final class Tokens {
    private int size;
    private int[] ids = new int[128];
    private int[] starts = new int[128];
    private int[] ends = new int[128];

    public int size() {
        return size;
    }

    public int id(int i) {
        return ids[i];
    }

    /// First UTF-16 index of piece `i` in the text.
    public int start(int i) {
        return starts[i];
    }

    /// UTF-16 index after the last character of piece `i`.
    public int end(int i) {
        return ends[i];
    }

    public Span span(int i) {
        return new Span(starts[i], ends[i]);
    }

    /// A copy of the ids, in order.
    public int[] ids() {
        return Arrays.copyOf(ids, size);
    }

    /// The ids themselves, followed by rubbish from index `size()` on.
    int[] view() {
        return ids;
    }

    void clear() {
        size = 0;
    }

    /// Forgets all pieces from the given one on.
    void truncate(int toSize) {
        size = toSize;
    }

    void add(int id, int start, int end) {
        if (size == ids.length) {
            int capacity = size * 2;
            ids = Arrays.copyOf(ids, capacity);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
        }
        ids[size] = id;
        starts[size] = start;
        ends[size++] = end;
    }
}
