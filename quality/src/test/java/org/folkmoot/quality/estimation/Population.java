package org.folkmoot.quality.estimation;

import java.util.SplittableRandom;

/// A made-up population with a truth and an imperfect machine, and simple samples from it.
record Population(boolean[] truth, boolean[] machine) {
    /// @param share of units that have the theme
    /// @param recall of those, the share the machine finds
    /// @param falseAlarms of the others, the share it marks
    static Population of(int size, double share, double recall, double falseAlarms) {
        boolean[] truth = new boolean[size];
        boolean[] machine = new boolean[size];
        int present = (int) Math.round(share * size);
        for (int i = 0; i < size; i++) {
            truth[i] = i < present;
            machine[i] = truth[i] ? i < recall * present : i - present < falseAlarms * (size - present);
        }
        return new Population(truth, machine);
    }

    double share() {
        return count(truth) / (double) truth.length;
    }

    MachineCount machineCount() {
        return MachineCount.of(count(machine), machine.length);
    }

    /// A simple sample without replacement.
    BlindSample sample(int n, SplittableRandom random) {
        int[] order = new int[truth.length];
        boolean[] human = new boolean[n];
        boolean[] coded = new boolean[n];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (int i = 0; i < n; i++) {
            int j = i + random.nextInt(order.length - i);
            int unit = order[j];
            order[j] = order[i];
            human[i] = truth[unit];
            coded[i] = machine[unit];
        }
        return BlindSample.simple(human, coded, truth.length);
    }

    static int count(boolean[] values) {
        int count = 0;
        for (boolean value : values) {
            count += value ? 1 : 0;
        }
        return count;
    }
}
