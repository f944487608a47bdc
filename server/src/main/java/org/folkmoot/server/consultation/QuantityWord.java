package org.folkmoot.server.consultation;

import java.util.List;
import java.util.Locale;
import org.folkmoot.server.platform.Words;

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

    /// The word for a share: the first whose threshold it exceeds.
    ///
    /// @param share in [0, 1]
    /// @throws IllegalArgumentException if there is no such share
    static QuantityWord of(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in [0, 1]: " + share);
        }
        return List.of(values()).stream()
                .filter(word -> share > word.above)
                .findFirst()
                .orElse(A_FEW);
    }

    /// The words for all shares between two, as they stand at the beginning of a sentence: "Some", "Some or many",
    /// "From a few to many".
    static String between(double low, double high) {
        QuantityWord least = of(Math.clamp(low, 0, 1));
        QuantityWord most = of(Math.clamp(high, 0, 1));
        long words = List.of(values()).stream()
                .filter(word -> word.compareTo(most) >= 0 && word.compareTo(least) <= 0)
                .count();
        if (words == 1) {
            return Words.ENGLISH.t(least.key());
        }
        return words == 2
                ? Words.ENGLISH.t("report.quantity.or", Words.ENGLISH.t(least.key()), most.within())
                : Words.ENGLISH.t("report.quantity.from-to", least.within(), most.within());
    }

    /// The word as it stands within a sentence.
    private String within() {
        return Words.ENGLISH.t(key()).toLowerCase(Locale.UK);
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
