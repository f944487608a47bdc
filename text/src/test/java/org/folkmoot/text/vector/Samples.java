package org.folkmoot.text.vector;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Generated vectors for the tests of the kernels.
final class Samples {
    private Samples() {}

    static Vectors gaussian(int rows, int dimension, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Vectors vectors = Vectors.zeros(rows, dimension);
        for (int i = 0; i < vectors.values().length; i++) {
            vectors.values()[i] = (float) random.nextGaussian();
        }
        return vectors;
    }

    /// The plain loop, summed as the kernels do.
    static float dot(Vectors a, int row, Vectors b, int other) {
        float sum = 0;
        for (int d = 0; d < a.dimension(); d++) {
            sum = Math.fma(b.at(other, d), a.at(row, d), sum);
        }
        return sum;
    }
}
