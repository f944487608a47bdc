package org.folkmoot.corpus.run;

import org.folkmoot.text.vector.Vectors;

/// Rows of numbers as one byte each, times a scale for each row: a quarter of the memory of floats.
///
/// A number is off by at most 1/254 of the largest in its row. In a unit vector of 384 dimensions whose largest number
/// is 0.2 that is some 0.0005 (standard deviation) in its cosine with any direction.
///
/// @param dimension numbers of a row
/// @param values row-major, as many rows as `scales`
/// @param scales what a byte of each row is worth
record CompactRows(int dimension, byte[] values, float[] scales) {
    CompactRows {
        if (values.length != (long) dimension * scales.length) {
            throw new IllegalArgumentException("values must hold rows x dimension = " + scales.length + " x "
                    + dimension + " bytes: " + values.length);
        }
    }

    static CompactRows of(Vectors vectors) {
        int d = vectors.dimension();
        float[] from = vectors.values();
        byte[] values = new byte[from.length];
        float[] scales = new float[vectors.rows()];
        for (int row = 0; row < scales.length; row++) {
            float largest = 0;
            for (int at = row * d; at < (row + 1) * d; at++) {
                largest = Math.max(largest, Math.abs(from[at]));
            }
            scales[row] = largest / Byte.MAX_VALUE;
            for (int at = row * d; at < (row + 1) * d && largest > 0; at++) {
                values[at] = (byte) Math.round(from[at] / scales[row]);
            }
        }
        return new CompactRows(d, values, scales);
    }

    int rows() {
        return scales.length;
    }

    /// Writes row `row` to `to`, from index `at`.
    void copy(int row, float[] to, int at) {
        int from = row * dimension;
        float scale = scales[row];
        for (int j = 0; j < dimension; j++) {
            to[at + j] = scale * values[from + j];
        }
    }

    /// All rows as floats.
    Vectors toVectors() {
        Vectors vectors = Vectors.zeros(rows(), dimension);
        for (int row = 0; row < rows(); row++) {
            copy(row, vectors.values(), row * dimension);
        }
        return vectors;
    }

    /// Dot product of row `row` with `direction`.
    float dot(int row, float[] direction) {
        int at = row * dimension;
        float a = 0;
        float b = 0;
        float c = 0;
        float e = 0;
        int j = 0;
        // Four sums, for one would wait for itself.
        for (; j + 3 < dimension; j += 4) {
            a += values[at + j] * direction[j];
            b += values[at + j + 1] * direction[j + 1];
            c += values[at + j + 2] * direction[j + 2];
            e += values[at + j + 3] * direction[j + 3];
        }
        for (; j < dimension; j++) {
            a += values[at + j] * direction[j];
        }
        return scales[row] * (a + b + c + e);
    }

    /// Distance of row `row` from `point`; 0 for a row of zeros, which lies nowhere.
    float distance(int row, float[] point) {
        double squares = 0;
        int at = row * dimension;
        for (int j = 0; j < dimension; j++) {
            double apart = scales[row] * values[at + j] - point[j];
            squares += apart * apart;
        }
        return scales[row] == 0 ? 0 : (float) Math.sqrt(squares);
    }
}
