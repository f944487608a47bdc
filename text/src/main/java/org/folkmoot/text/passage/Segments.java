package org.folkmoot.text.passage;

import java.util.Arrays;

/// Growing list of segments of one text: start, end, and whether a paragraph or list item ends there.
final class Segments {
    private int size;
    private int[] start = new int[8];
    private int[] end = new int[8];
    private boolean[] last = new boolean[8];

    int size() {
        return size;
    }

    int start(int i) {
        return start[i];
    }

    int end(int i) {
        return end[i];
    }

    /// Whether segment `i` ends its paragraph or list item.
    boolean last(int i) {
        return last[i];
    }

    void add(int from, int to, boolean endsParagraph) {
        if (size == start.length) {
            start = Arrays.copyOf(start, 2 * size);
            end = Arrays.copyOf(end, 2 * size);
            last = Arrays.copyOf(last, 2 * size);
        }
        start[size] = from;
        end[size] = to;
        last[size++] = endsParagraph;
    }

    /// Moves the end of the last segment.
    void extend(int to, boolean endsParagraph) {
        end[size - 1] = to;
        last[size - 1] = endsParagraph;
    }
}
