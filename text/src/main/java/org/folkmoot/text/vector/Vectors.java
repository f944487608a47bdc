package org.folkmoot.text.vector;

import java.util.Arrays;

/// `rows` dense vectors of `dimension` floats each, row after row in one array.
///
/// @param values row-major, length `rows * dimension`; not copied, so that kernels can work in place: whoever
///     builds the record hands the array over
public record Vectors(int rows, int dimension, float[] values) {
    public Vectors {
        if (values.length != (long) rows * dimension) {
            throw new IllegalArgumentException(
                    "values must hold rows x dimension = " + rows + " x " + dimension + " floats: " + values.length);
        }
    }

    public static Vectors zeros(int rows, int dimension) {
        return new Vectors(rows, dimension, new float[Math.multiplyExact(rows, dimension)]);
    }

    /// A copy of row `i`.
    public float[] row(int i) {
        return Arrays.copyOfRange(values, i * dimension, (i + 1) * dimension);
    }

    public float at(int row, int column) {
        return values[row * dimension + column];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vectors(int r, int d, float[] v)
                && r == rows
                && d == dimension
                && Arrays.equals(v, values);
    }

    @Override
    public int hashCode() {
        return 31 * rows + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Vectors[" + rows + " x " + dimension + "]";
    }
}
