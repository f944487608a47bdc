package org.folkmoot.quality.estimation;

/// Why the data give no estimate.
public sealed interface Refusal {
    /// The reason in a sentence, for a person to read.
    String message();

    /// Too little was read.
    ///
    /// @param what read units of what kind
    /// @param read how many there are
    /// @param least how many the estimate needs
    record TooFewRead(String what, int read, int least) implements Refusal {
        @Override
        public String message() {
            String some = read == 0 ? "None" : "Only " + read;
            return some + " of the " + what + " were read, and this figure needs at least " + least + ".";
        }
    }

    /// There is nothing of the kind the figure is about.
    ///
    /// @param what nothing of what kind
    record NothingToMeasure(String what) implements Refusal {
        @Override
        public String message() {
            return "There are no " + what + ", so the figure would be 0/0.";
        }
    }
}
