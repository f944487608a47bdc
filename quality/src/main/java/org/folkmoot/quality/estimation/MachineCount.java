package org.folkmoot.quality.estimation;

import java.util.Arrays;

/// To how many units of the whole population the machine gave a theme, by stratum.
///
/// @param with units it gave the theme, by stratum
/// @param without units it did not, by stratum
public record MachineCount(long[] with, long[] without) {
    public MachineCount {
        if (with.length != without.length || with.length == 0) {
            throw new IllegalArgumentException(
                    "both counts need an entry for each stratum: " + with.length + ", " + without.length);
        }
        for (int h = 0; h < with.length; h++) {
            if (with[h] < 0 || without[h] < 0) {
                throw new IllegalArgumentException(
                        "counts of stratum " + h + " must not be negative: " + with[h] + ", " + without[h]);
            }
        }
    }

    /// The count of a population without strata.
    ///
    /// @param coded units with the theme
    /// @param population units in all, at least `coded`
    public static MachineCount of(long coded, long population) {
        return new MachineCount(new long[] {coded}, new long[] {population - coded});
    }

    int strata() {
        return with.length;
    }

    long coded() {
        return Arrays.stream(with).sum();
    }

    long population() {
        return coded() + Arrays.stream(without).sum();
    }
}
