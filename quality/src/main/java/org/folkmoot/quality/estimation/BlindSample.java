package org.folkmoot.quality.estimation;

import java.util.Arrays;

/// What people said of one theme on a random sample of units, beside what the machine had said.
///
/// A unit is whatever was drawn: an answer, a report, a case. The arrays run in parallel, one entry a unit.
///
/// @param human whether the reader, who did not see the machine's coding, gave the theme
/// @param machine whether the machine gave it
/// @param probability chance with which the design drew the unit, in (0, 1]
/// @param stratum stratum it was drawn from, from 0; all 0 where the design has none
public record BlindSample(boolean[] human, boolean[] machine, double[] probability, int[] stratum) {
    public BlindSample {
        int n = human.length;
        if (machine.length != n || probability.length != n || stratum.length != n) {
            throw new IllegalArgumentException("arrays must be of one length: " + n + ", " + machine.length + ", "
                    + probability.length + ", " + stratum.length);
        }
        for (int i = 0; i < n; i++) {
            if (!(probability[i] > 0 && probability[i] <= 1)) {
                throw new IllegalArgumentException(
                        "inclusion probability of unit " + i + " must be in (0, 1]: " + probability[i]);
            }
            if (stratum[i] < 0) {
                throw new IllegalArgumentException("stratum of unit " + i + " must not be negative: " + stratum[i]);
            }
        }
    }

    /// A sample drawn with unequal probabilities.
    public static BlindSample weighted(boolean[] human, boolean[] machine, double[] probability) {
        return new BlindSample(human, machine, probability, new int[human.length]);
    }

    /// A sample in which every unit of the population had the same chance.
    ///
    /// @param population how many units there are, at least as many as were read
    public static BlindSample simple(boolean[] human, boolean[] machine, long population) {
        if (population < human.length) {
            throw new IllegalArgumentException(
                    "population must be at least the " + human.length + " read: " + population);
        }
        double[] probability = new double[human.length];
        Arrays.fill(probability, (double) human.length / population);
        return weighted(human, machine, probability);
    }

    /// How many were read.
    public int size() {
        return human.length;
    }

    /// How many of those read have the theme.
    public int present() {
        int count = 0;
        for (boolean has : human) {
            count += has ? 1 : 0;
        }
        return count;
    }

    /// Whether every unit read had the same chance.
    boolean equalChances() {
        for (double chance : probability) {
            if (Math.abs(chance - probability[0]) > 1e-9 * chance) {
                return false;
            }
        }
        return true;
    }
}
