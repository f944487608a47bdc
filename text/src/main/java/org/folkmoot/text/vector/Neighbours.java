package org.folkmoot.text.vector;

import java.util.Arrays;

/// The nearest rows of each row, best first.
///
/// @param rows number of rows whose neighbours these are
/// @param k neighbours of each; the last are missing (index −1) where there are fewer
/// @param indices neighbour `n` of row `i` at `i * k + n`, −1 if missing
/// @param similarities their dot products, in the same places; negative infinity if missing
public record Neighbours(int rows, int k, int[] indices, float[] similarities) {
    /// The `n`-th neighbour of `row`, from 0, or −1.
    public int index(int row, int n) {
        return indices[row * k + n];
    }

    /// The dot product of `row` with its `n`-th neighbour.
    public float similarity(int row, int n) {
        return similarities[row * k + n];
    }

    static Neighbours none(int rows, int k) {
        int[] indices = new int[Math.multiplyExact(rows, k)];
        float[] similarities = new float[indices.length];
        Arrays.fill(indices, -1);
        Arrays.fill(similarities, Float.NEGATIVE_INFINITY);
        return new Neighbours(rows, k, indices, similarities);
    }

    /// Puts `index` in its place among the neighbours of `row`, before those of lower similarity and after its equals;
    /// returns the lowest similarity that is still among them.
    float offer(int row, int index, float similarity) {
        int first = row * k;
        int at = first + k - 1;
        if (similarity > similarities[at]) {
            for (; at > first && similarity > similarities[at - 1]; at--) {
                similarities[at] = similarities[at - 1];
                indices[at] = indices[at - 1];
            }
            similarities[at] = similarity;
            indices[at] = index;
        }
        return similarities[first + k - 1];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Neighbours(int r, int otherK, int[] i, float[] s)
                && r == rows
                && otherK == k
                && Arrays.equals(i, indices)
                && Arrays.equals(s, similarities);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(indices) + Arrays.hashCode(similarities);
    }

    @Override
    public String toString() {
        return "Neighbours[" + rows + " x " + k + "]";
    }
}
