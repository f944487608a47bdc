package org.folkmoot.quality.agreement;

/// Why the data give no coefficient of agreement.
public sealed interface Refusal {
    /// The reason in a sentence, for a person to read.
    String message();

    /// No item was rated by two.
    ///
    /// @param items items rated at all
    record NothingRatedTwice(int items) implements Refusal {
        @Override
        public String message() {
            return "No item has two ratings (of " + items + " rated), so there is nothing to agree on.";
        }
    }

    /// One item alone was rated by two, from which no variation between items can be seen.
    record OneItem() implements Refusal {
        @Override
        public String message() {
            return "Only one item has two ratings: a coefficient needs at least two such items.";
        }
    }

    /// Every rating is the same, so that chance agreement is 1 and the coefficient 0/0.
    ///
    /// @param category the one value used
    /// @param items items rated twice or more
    record OneCategory(String category, int items) implements Refusal {
        @Override
        public String message() {
            return "Every rating of the " + items + " items is \"" + category + "\": all agree, but whether raters can"
                    + " tell it from anything else was not tested, and the coefficient is 0/0.";
        }
    }

    /// The metric sees no difference between any two of the values used.
    ///
    /// @param items items rated twice or more
    record NoDifference(int items) implements Refusal {
        @Override
        public String message() {
            return "The metric sees no difference between any two ratings of the " + items
                    + " items: the coefficient is 0/0.";
        }
    }

    /// One of two raters never varied, so that the coefficient is 0 whatever the other does.
    ///
    /// @param rater who
    /// @param category the value always given
    record ConstantRater(String rater, String category) implements Refusal {
        @Override
        public String message() {
            return "Rater " + rater + " gave only \"" + category + "\": the coefficient is then 0 whatever the other"
                    + " rater says, and tells nothing.";
        }
    }

    /// The coefficient is defined for two raters.
    ///
    /// @param raters how many there are
    record NotTwoRaters(int raters) implements Refusal {
        @Override
        public String message() {
            return "This coefficient compares two raters, and there are " + raters + ".";
        }
    }

    /// The coefficient needs to know who gave which rating, and only counts are known.
    record AnonymousRaters() implements Refusal {
        @Override
        public String message() {
            return "This coefficient compares two known raters, and only counts of ratings are known.";
        }
    }

    /// The ratio metric needs values that are not negative.
    ///
    /// @param value the first that is
    record NegativeValue(double value) implements Refusal {
        @Override
        public String message() {
            return "A ratio scale has no negative values, and there is " + value + ".";
        }
    }

    /// Nobody used the category.
    ///
    /// @param category which
    record UnusedCategory(String category) implements Refusal {
        @Override
        public String message() {
            return "No rating on an item rated twice is \"" + category + "\".";
        }
    }
}
