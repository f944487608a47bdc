package org.folkmoot.quality.estimation;

/// What a reader of an estimate must know before using it.
public sealed interface Caution {
    /// The caution in a sentence or two, for a person to read.
    String message();

    /// So few of one kind were read that the interval is wider than a formula for large samples says, and coverage
    /// goes in steps.
    ///
    /// @param seen how many of the rarer kind were read
    /// @param present whether the rarer kind are those with the theme
    record FewSeen(int seen, boolean present) implements Caution {
        static final int LEAST = 10;

        @Override
        public String message() {
            String kind = present ? "with" : "without";
            return "Only " + seen + " of those read are " + kind + " it: the interval is on the safe side and mostly"
                    + " holds more often than it says. Read more before comparing.";
        }
    }

    /// A part of the population that no one read from, whose share was taken as unknown.
    ///
    /// @param units its size
    record UnreadPart(long units) implements Caution {
        @Override
        public String message() {
            return "None of " + units + " units of one part were read; they count as unknown in the interval.";
        }
    }

    /// Weights so unequal that the sample tells as much as a far smaller one.
    ///
    /// @param read units read
    /// @param effective what they are worth
    record UnequalWeights(int read, double effective) implements Caution {
        @Override
        public String message() {
            return "The inclusion probabilities are so unequal that " + read + " read tell as much as "
                    + Math.round(effective) + " read at random.";
        }
    }

    /// Readers differ on some units, and nobody has decided between them.
    ///
    /// @param units how many
    record Undecided(int units) implements Caution {
        @Override
        public String message() {
            return "Readers differ on " + units + " of those read and nobody has decided: the interval holds for"
                    + " whatever will be decided, and the figure is half-way between the extremes.";
        }
    }
}
