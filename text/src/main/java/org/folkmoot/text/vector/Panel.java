package org.folkmoot.text.vector;

import java.util.Arrays;

/// Up to 256 vectors turned on their side, so that the dot products of all of them with another vector are sums over
/// whole arrays: `sums[j] += q[d] * columns[d][j]`.
///
/// C2 vectorises that loop only because every operand is an array of its own, indexed by the bare loop variable: with
/// an offset (`x[o + j]`) JDK 25 must fear that arrays overlap and falls back to scalars, about twenty times slower.
/// Four vectors and four dimensions a pass keep the sums in registers for sixteen multiplications. Every sum is taken
/// in the order of dimensions with fused multiply-add, whatever the number of vectors: the same pair of vectors has
/// the same dot product, bit for bit, in every panel.
///
/// Not safe for use by several threads: the sums are reused.
final class Panel {
    /// 256 columns of 384 floats fill 384 KB, which a core's second-level cache holds.
    static final int WIDTH = 256;
    /// Vectors multiplied in one pass.
    static final int GROUP = 4;

    private final int dimension;
    private final float[][] columns;
    private final float[][] sums = new float[GROUP][WIDTH];
    private final float[] padded;

    Panel(int dimension) {
        this.dimension = dimension;
        int whole = Math.ceilDiv(dimension, GROUP) * GROUP;
        columns = new float[whole][WIDTH];
        padded = new float[whole * GROUP];
    }

    /// Replaces the panel's vectors by rows `from` … `to` − 1; columns left over are zero.
    void fill(Vectors vectors, int from, int to) {
        float[] values = vectors.values();
        for (int d = 0; d < dimension; d++) {
            float[] column = columns[d];
            int at = from * dimension + d;
            for (int j = 0; j < to - from; j++) {
                column[j] = values[at];
                at += dimension;
            }
            Arrays.fill(column, to - from, WIDTH, 0);
        }
    }

    /// The dot products of the panel's vectors with rows `from` … `to` − 1, at most four of them: `[row − from][j]`
    /// belongs to vector `j` of the panel. Valid until the next call.
    float[][] dots(Vectors vectors, int from, int to) {
        float[] q = vectors.values();
        int[] at = new int[GROUP];
        int whole = columns.length;
        if (whole == dimension && to - from == GROUP) {
            for (int r = 0; r < GROUP; r++) {
                at[r] = (from + r) * dimension;
            }
        } else {
            Arrays.fill(padded, 0);
            for (int r = 0; r < GROUP; r++) {
                if (r < to - from) {
                    System.arraycopy(q, (from + r) * dimension, padded, r * whole, dimension);
                }
                at[r] = r * whole;
            }
            q = padded;
        }
        for (float[] sum : sums) {
            Arrays.fill(sum, 0);
        }
        for (int d = 0; d < whole; d += GROUP) {
            multiply(q, at[0] + d, at[1] + d, at[2] + d, at[3] + d, columns, d, sums[0], sums[1], sums[2], sums[3]);
        }
        return sums;
    }

    /// Adds four dimensions of the products of four vectors (of `q`, at `a`, `b`, `c`, `e`).
    private static void multiply(
            float[] q,
            int a,
            int b,
            int c,
            int e,
            float[][] columns,
            int d,
            float[] sa,
            float[] sb,
            float[] sc,
            float[] se) {
        float a0 = q[a];
        float a1 = q[a + 1];
        float a2 = q[a + 2];
        float a3 = q[a + 3];
        float b0 = q[b];
        float b1 = q[b + 1];
        float b2 = q[b + 2];
        float b3 = q[b + 3];
        float c0 = q[c];
        float c1 = q[c + 1];
        float c2 = q[c + 2];
        float c3 = q[c + 3];
        float e0 = q[e];
        float e1 = q[e + 1];
        float e2 = q[e + 2];
        float e3 = q[e + 3];
        float[] x0 = columns[d];
        float[] x1 = columns[d + 1];
        float[] x2 = columns[d + 2];
        float[] x3 = columns[d + 3];
        for (int j = 0; j < WIDTH; j++) {
            float v0 = x0[j];
            float v1 = x1[j];
            float v2 = x2[j];
            float v3 = x3[j];
            sa[j] = Math.fma(a3, v3, Math.fma(a2, v2, Math.fma(a1, v1, Math.fma(a0, v0, sa[j]))));
            sb[j] = Math.fma(b3, v3, Math.fma(b2, v2, Math.fma(b1, v1, Math.fma(b0, v0, sb[j]))));
            sc[j] = Math.fma(c3, v3, Math.fma(c2, v2, Math.fma(c1, v1, Math.fma(c0, v0, sc[j]))));
            se[j] = Math.fma(e3, v3, Math.fma(e2, v2, Math.fma(e1, v1, Math.fma(e0, v0, se[j]))));
        }
    }
}
