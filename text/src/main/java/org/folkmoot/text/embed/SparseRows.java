package org.folkmoot.text.embed;

import java.util.Arrays;
import org.folkmoot.text.Crew;

/// A sparse matrix X of n texts by m features, with both its rows and its columns at hand.
///
/// Products with dense matrices given as arrays of rows: each row of a result is summed by one thread in fixed order,
/// so that results are the same bytes on any number of threads.
final class SparseRows {
    private static final int BLOCK = 256;

    private final int rows;
    private final int columns;
    private final Compressed byRow;
    private final Compressed byColumn;

    private record Compressed(int[] starts, int[] indices, float[] values) {}

    private SparseRows(int rows, int columns, Compressed byRow) {
        this.rows = rows;
        this.columns = columns;
        this.byRow = byRow;
        byColumn = transposed(byRow, columns);
    }

    /// The features of `texts`, each given as ids of word pieces.
    static SparseRows of(NgramFeatures features, int[][] texts) {
        int[] starts = new int[texts.length + 1];
        int[] indices = new int[texts.length * 64];
        float[] values = new float[indices.length];
        var reader = features.reader();
        for (int t = 0; t < texts.length; t++) {
            reader.read(texts[t], texts[t].length);
            int at = starts[t];
            int end = at + reader.size();
            if (end > indices.length) {
                indices = Arrays.copyOf(indices, Math.max(end, indices.length * 3 / 2));
                values = Arrays.copyOf(values, indices.length);
            }
            for (int k = 0; k < reader.size(); k++) {
                indices[at + k] = reader.feature(k);
                values[at + k] = reader.value(k);
            }
            starts[t + 1] = end;
        }
        return new SparseRows(texts.length, features.size(), new Compressed(starts, indices, values));
    }

    private static Compressed transposed(Compressed matrix, int columns) {
        int size = matrix.starts[matrix.starts.length - 1];
        int[] starts = new int[columns + 1];
        for (int k = 0; k < size; k++) {
            starts[matrix.indices[k] + 1]++;
        }
        for (int c = 0; c < columns; c++) {
            starts[c + 1] += starts[c];
        }
        int[] next = starts.clone();
        int[] indices = new int[size];
        float[] values = new float[size];
        for (int r = 0; r < matrix.starts.length - 1; r++) {
            for (int k = matrix.starts[r]; k < matrix.starts[r + 1]; k++) {
                int to = next[matrix.indices[k]]++;
                indices[to] = r;
                values[to] = matrix.values[k];
            }
        }
        return new Compressed(starts, indices, values);
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /// Whether any text holds the feature.
    boolean isUsed(int column) {
        return byColumn.starts[column] < byColumn.starts[column + 1];
    }

    /// Sum of squares of one column.
    double squares(int column) {
        double sum = 0;
        for (int k = byColumn.starts[column]; k < byColumn.starts[column + 1]; k++) {
            sum += (double) byColumn.values[k] * byColumn.values[k];
        }
        return sum;
    }

    /// `result = X · right` over the features below `limit`; rows of features that no text holds are not looked at.
    void times(float[][] right, int limit, float[][] result, Crew crew) {
        crew.run(Math.ceilDiv(rows, BLOCK), block -> {
            for (int r = block * BLOCK; r < Math.min(rows, (block + 1) * BLOCK); r++) {
                Arrays.fill(result[r], 0);
                for (int k = byRow.starts[r]; k < byRow.starts[r + 1]; k++) {
                    if (byRow.indices[k] < limit) {
                        axpy(byRow.values[k], right[byRow.indices[k]], result[r]);
                    }
                }
            }
        });
    }

    /// `result = column of X, transposed · right`: one row of `Xᵀ · right`.
    void columnTimes(int column, float[][] right, float[] result) {
        Arrays.fill(result, 0);
        for (int k = byColumn.starts[column]; k < byColumn.starts[column + 1]; k++) {
            axpy(byColumn.values[k], right[byColumn.indices[k]], result);
        }
    }

    /// Adds `scale · x` to `y`.
    static void axpy(float scale, float[] x, float[] y) {
        for (int j = 0; j < y.length; j++) {
            y[j] += scale * x[j];
        }
    }
}
