package org.folkmoot.text.vector;

import org.folkmoot.text.Crew;

/// Subtracts what all vectors have in common, so that cosines tell them apart.
///
/// Sums are taken in blocks of fixed size, in double precision: the same bytes on any number of threads.
public final class Centring {
    private static final int BLOCK = 1024;

    private Centring() {}

    /// The mean of all rows; zero if there are none.
    public static float[] mean(Vectors vectors, Crew crew) {
        int dimension = vectors.dimension();
        int blocks = Math.ceilDiv(vectors.rows(), BLOCK);
        double[][] sums = new double[blocks][dimension];
        crew.run(blocks, b -> {
            float[] row = new float[dimension];
            for (int i = b * BLOCK; i < Math.min(vectors.rows(), (b + 1) * BLOCK); i++) {
                System.arraycopy(vectors.values(), i * dimension, row, 0, dimension);
                add(row, sums[b]);
            }
        });
        double[] total = new double[dimension];
        for (double[] sum : sums) {
            for (int j = 0; j < dimension; j++) {
                total[j] += sum[j];
            }
        }
        float[] mean = new float[dimension];
        for (int j = 0; j < dimension && vectors.rows() > 0; j++) {
            mean[j] = (float) (total[j] / vectors.rows());
        }
        return mean;
    }

    private static void add(float[] row, double[] sum) {
        for (int j = 0; j < row.length; j++) {
            sum[j] += row[j];
        }
    }

    /// Unit-length rows without their mean, as new vectors; rows that were zero stay zero.
    public static Vectors centred(Vectors vectors, Crew crew) {
        Vectors copy = new Vectors(
                vectors.rows(), vectors.dimension(), vectors.values().clone());
        subtract(copy, mean(vectors, crew), crew);
        return copy;
    }

    /// Subtracts `mean` from every row in place and gives the row unit length; rows that were zero stay zero.
    public static void subtract(Vectors vectors, float[] mean, Crew crew) {
        int dimension = vectors.dimension();
        if (mean.length != dimension) {
            throw new IllegalArgumentException(
                    "mean must have the vectors' dimension " + dimension + ": " + mean.length);
        }
        crew.run(Math.ceilDiv(vectors.rows(), BLOCK), b -> {
            float[] row = new float[dimension];
            for (int i = b * BLOCK; i < Math.min(vectors.rows(), (b + 1) * BLOCK); i++) {
                System.arraycopy(vectors.values(), i * dimension, row, 0, dimension);
                if (squaredLength(row) > 0) {
                    for (int j = 0; j < dimension; j++) {
                        row[j] -= mean[j];
                    }
                    normalise(row);
                    System.arraycopy(row, 0, vectors.values(), i * dimension, dimension);
                }
            }
        });
    }

    /// Gives `vector` unit length in place; zero stays zero.
    public static void normalise(float[] vector) {
        double squares = squaredLength(vector);
        if (squares > 0) {
            float scale = (float) (1 / Math.sqrt(squares));
            for (int j = 0; j < vector.length; j++) {
                vector[j] *= scale;
            }
        }
    }

    private static double squaredLength(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        return squares;
    }
}
