package org.folkmoot.quality.agreement;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.quality.Interval;

/// A coefficient of agreement: an estimate, or the reason why the data give none.
public sealed interface Coefficient {
    /// A coefficient the data support. Its value is 1 - `disagreement` / `chanceDisagreement`: 1 is perfect
    /// agreement, 0 what chance alone gives, below 0 is worse than chance.
    ///
    /// @param value the coefficient, at most 1
    /// @param disagreement disagreement observed, ≥ 0; a share of pairs for labels, in the metric's unit
    ///     otherwise
    /// @param chanceDisagreement disagreement that chance would give, > 0, in the same unit; 1 where chance is
    ///     not considered
    /// @param standardError standard error of `value`, ≥ 0
    /// @param interval where the coefficient of all items of this kind lies
    /// @param method how the interval was made
    /// @param basis how much was rated
    /// @param cautions what a reader of the figure must know
    record Estimate(
            double value,
            double disagreement,
            double chanceDisagreement,
            double standardError,
            Interval interval,
            IntervalMethod method,
            Basis basis,
            List<Caution> cautions)
            implements Coefficient {
        public Estimate {
            cautions = List.copyOf(cautions);
        }

        /// This estimate with one more caution.
        Estimate with(Caution caution) {
            List<Caution> more = new ArrayList<>(cautions);
            more.add(caution);
            return new Estimate(value, disagreement, chanceDisagreement, standardError, interval, method, basis, more);
        }

        /// Share of agreement observed; for metrics without a unit only.
        public double agreement() {
            return 1 - disagreement;
        }

        /// Share of agreement that chance would give; for metrics without a unit only.
        public double chanceAgreement() {
            return 1 - chanceDisagreement;
        }
    }

    /// No coefficient: the data cannot support one.
    record Refused(Refusal reason) implements Coefficient {}

    /// How much was rated.
    ///
    /// @param items items with at least two ratings
    /// @param raters raters who gave any of these ratings; the most on one item, if raters are not identified
    /// @param ratings ratings on these items
    record Basis(int items, int raters, int ratings) {}

    /// How an interval was made.
    enum IntervalMethod {
        /// Large-sample normal interval from the published asymptotic standard error.
        ASYMPTOTIC,
        /// Student's t interval from the linearised variance over items.
        LINEARISED,
        /// Wilson's interval for a share, at the effective number of items.
        WILSON,
        /// All items agree equally well, so that no variance can be estimated: the exact binomial limit for the
        /// share of items, unseen so far, that do not.
        EXACT_WITHOUT_VARIANCE
    }
}
