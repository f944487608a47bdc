package org.folkmoot.server.consultation;

import java.util.List;

/// The words for quantities that reports use, each bound to a share. No other place chooses such a word.
enum QuantityWord {
    NEARLY_ALL("nearly-all", 0.90),
    MOST("most", 0.50),
    MANY("many", 0.30),
    SOME("some", 0.10),
    A_FEW("a-few", 0);

    /// Below so many answers a share says little: reports give the two numbers.
    static final int SMALLEST_BASE = 20;

    private final String key;
    private final double above;

    QuantityWord(String key, double above) {
        this.key = key;
        this.above = above;
    }

    /// The word for a part of a whole: the first whose threshold the share exceeds.
    ///
    /// @throws IllegalArgumentException if there is no such part
    static QuantityWord of(int part, int whole) {
        if (part <= 0 || part > whole) {
            throw new IllegalArgumentException("no word for " + part + " of " + whole);
        }
        double share = (double) part / whole;
        return List.of(values()).stream()
                .filter(word -> share > word.above)
                .findFirst()
                .orElseThrow();
    }

    /// Key of the word among the interface's texts.
    String key() {
        return "report.quantity." + key;
    }

    /// The share in [0, 1] that must be exceeded.
    double above() {
        return above;
    }
}
