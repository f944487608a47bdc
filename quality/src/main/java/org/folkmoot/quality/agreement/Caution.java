package org.folkmoot.quality.agreement;

import java.util.Locale;
import org.folkmoot.quality.Interval;

/// What a reader of a coefficient must know before using it.
public sealed interface Caution {
    /// The caution in a sentence or two, for a person to read.
    String message();

    /// The prevalence paradox: raters agree on nearly everything, yet the coefficient is low, because one
    /// category is so common that chance alone would make them agree.
    ///
    /// Named when at least 80 % of pairs agree and the coefficient is below 0.6, which needs a chance agreement
    /// above one half, and so a category with half of the ratings; weights that make nearly everything agree a
    /// little are no paradox.
    ///
    /// Feinstein, A. R. and Cicchetti, D. V. (1990), High agreement but low kappa: I, Journal of
    /// Clinical Epidemiology 43, 543–549, <https://doi.org/10.1016/0895-4356(90)90158-L>.
    ///
    /// @param agreement share of agreement observed
    /// @param value the coefficient
    /// @param category the commonest category
    /// @param share its share of the ratings
    record PrevalenceParadox(double agreement, double value, String category, double share) implements Caution {
        static final double AGREEMENT = 0.8;
        static final double VALUE = 0.6;
        static final double PREVALENCE = 0.5;

        @Override
        public String message() {
            return String.format(
                    Locale.ROOT,
                    "Prevalence paradox: raters agree on %.1f %% yet the coefficient is %.2f, because %.1f %% of ratings"
                            + " are \"%s\" and chance alone gives most of that agreement. Read it beside AC1 and the"
                            + " agreement on each category.",
                    100 * agreement,
                    value,
                    100 * share,
                    category);
        }
    }

    /// Few items bear on the figure, so that the interval covers it less often than it says: in simulation some
    /// 92 % instead of 95 % at 30 items.
    ///
    /// @param items how many that were rated twice or more; for one category, how many of these have it
    record FewItems(int items) implements Caution {
        static final int LEAST = 50;

        @Override
        public String message() {
            return "Only " + items
                    + " items rated twice or more bear on this figure: the interval holds less often than it says.";
        }
    }

    /// Few ratings differ from the commonest category, so that few judgements decide the coefficient and the
    /// interval covers it less often than it says: in simulation some 87 % instead of 95 % at 14 such ratings.
    ///
    /// @param ratings how many differ
    /// @param category the commonest
    record FewMinorityRatings(int ratings, String category) implements Caution {
        static final int LEAST = 30;

        @Override
        public String message() {
            return "Only " + ratings + " ratings are not \"" + category
                    + "\": few judgements decide the coefficient, and the interval holds less often than it says.";
        }
    }

    /// Many items have one rating only. Gwet's published variance of Fleiss' kappa and AC counts each of them as an
    /// item that might have been rated twice, which widens the interval: at an AC1 of 0.9, with 100 of 1,000 items
    /// rated twice, to double. Named from one such item to four rated twice.
    ///
    /// @param once items with one rating
    /// @param twice items with more
    record ManyRatedOnce(int once, int twice) implements Caution {
        static final int SHARE = 4;

        @Override
        public String message() {
            return String.format(
                    Locale.ROOT,
                    "%,d items have one rating only, beside %,d with more: the published intervals of Fleiss' kappa and"
                            + " AC count them and are wider than need be. Leave these items out, or quote alpha.",
                    once,
                    twice);
        }
    }

    /// The interval reaches chance level.
    ///
    /// @param interval the interval
    record NotBeyondChance(Interval interval) implements Caution {
        @Override
        public String message() {
            return String.format(
                    Locale.ROOT,
                    "The interval (%.2f to %.2f) includes 0: agreement beyond chance is not shown.",
                    interval.low(),
                    interval.high());
        }
    }
}
