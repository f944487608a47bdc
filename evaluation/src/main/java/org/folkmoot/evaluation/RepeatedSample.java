package org.folkmoot.evaluation;

import java.util.SplittableRandom;

/// Simple samples without replacement from one population, one after the other.
final class RepeatedSample {
    private final int[] order;
    private final SplittableRandom random;

    RepeatedSample(int population, long seed) {
        order = new int[population];
        for (int i = 0; i < population; i++) {
            order[i] = i;
        }
        random = new SplittableRandom(seed);
    }

    /// The next n units; the array's first n places are the sample until the next call.
    int[] next(int n) {
        for (int i = 0; i < n; i++) {
            int j = i + random.nextInt(order.length - i);
            int unit = order[j];
            order[j] = order[i];
            order[i] = unit;
        }
        return order;
    }
}
