package org.folkmoot.text.lexical;

import java.util.Arrays;
import org.folkmoot.text.vector.Vectors;

/// Sparse rows of term weights, one per text, each of unit length (or empty), columns ascending within a row.
///
/// Entry `e` of row `i` has `start(i) <= e < start(i + 1)`.
public final class TermVectors {
    private final int columns;
    private final int[] start;
    private final int[] column;
    private final float[] weight;

    TermVectors(int columns, int[] start, int[] column, float[] weight) {
        this.columns = columns;
        this.start = start;
        this.column = column;
        this.weight = weight;
    }

    public int rows() {
        return start.length - 1;
    }

    public int columns() {
        return columns;
    }

    /// First entry of row `i`; of row `rows()`: the number of entries in all.
    public int start(int i) {
        return start[i];
    }

    public int column(int entry) {
        return column[entry];
    }

    public float weight(int entry) {
        return weight[entry];
    }

    /// Copies of the rows given, in that order.
    public TermVectors take(int[] rows) {
        int[] starts = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            starts[i + 1] = starts[i] + start[rows[i] + 1] - start[rows[i]];
        }
        int[] columnsTaken = new int[starts[rows.length]];
        float[] weightsTaken = new float[starts[rows.length]];
        for (int i = 0; i < rows.length; i++) {
            int length = starts[i + 1] - starts[i];
            System.arraycopy(column, start[rows[i]], columnsTaken, starts[i], length);
            System.arraycopy(weight, start[rows[i]], weightsTaken, starts[i], length);
        }
        return new TermVectors(columns, starts, columnsTaken, weightsTaken);
    }

    /// Cosine of rows `i` and `j`, 0 where either is empty.
    public double cosine(int i, int j) {
        double sum = 0;
        int a = start[i];
        int b = start[j];
        while (a < start[i + 1] && b < start[j + 1]) {
            int order = Integer.compare(column[a], column[b]);
            if (order == 0) {
                sum += weight[a++] * weight[b++];
            } else if (order < 0) {
                a++;
            } else {
                b++;
            }
        }
        return sum;
    }

    /// `this * dense`: one row per text. `dense` has a row for each column of this.
    Vectors times(Vectors dense) {
        int d = dense.dimension();
        Vectors product = Vectors.zeros(rows(), d);
        float[] out = product.values();
        for (int i = 0; i < rows(); i++) {
            for (int e = start[i]; e < start[i + 1]; e++) {
                add(out, i * d, weight[e], dense.values(), column[e] * d, d);
            }
        }
        return product;
    }

    /// `this' * dense`: one row per column. `dense` has a row for each row of this.
    Vectors transposedTimes(Vectors dense) {
        int d = dense.dimension();
        Vectors product = Vectors.zeros(columns, d);
        float[] out = product.values();
        for (int i = 0; i < rows(); i++) {
            for (int e = start[i]; e < start[i + 1]; e++) {
                add(out, column[e] * d, weight[e], dense.values(), i * d, d);
            }
        }
        return product;
    }

    private static void add(float[] out, int at, float factor, float[] in, int from, int length) {
        for (int k = 0; k < length; k++) {
            out[at + k] += factor * in[from + k];
        }
    }

    @Override
    public String toString() {
        return "TermVectors[" + rows() + " x " + columns + ", "
                + Arrays.stream(start).max().orElse(0) + " entries]";
    }
}
