package org.folkmoot.quality.estimation;

import java.util.List;
import org.folkmoot.quality.Interval;

/// An estimate from a sample: a figure with its interval, or the reason why the data give none.
public sealed interface Estimate {
    /// A figure the data support.
    ///
    /// @param value best guess
    /// @param standardError its standard error, ≥ 0; 0 where the sample shows no variation, which the interval does
    ///     not take for certainty
    /// @param interval where the true figure lies
    /// @param method how value and interval were made
    /// @param basis how much was read
    /// @param cautions what a reader of the figure must know
    record Measured(
            double value, double standardError, Interval interval, Method method, Basis basis, List<Caution> cautions)
            implements Estimate {
        public Measured {
            cautions = List.copyOf(cautions);
        }
    }

    /// No figure: the data cannot support one.
    record Refused(Refusal reason) implements Estimate {}

    /// How much an estimate rests on.
    ///
    /// @param read units read by people
    /// @param population units the estimate speaks of
    /// @param effective size of the simple random sample, without machine, that would tell as much; `read` where
    ///     neither design nor machine changes it
    record Basis(int read, long population, double effective) {}

    /// How an estimate was made.
    enum Method {
        /// Share of the sample; Wilson's interval, each limit at least as wide as the exact one-sided one.
        CLASSICAL_SHARE,
        /// Shares within the parts the machine makes, weighted by their known sizes; limits combined by
        /// square-and-add.
        POSTSTRATIFIED_SHARE,
        /// Difference of two shares; limits combined by square-and-add.
        SHARE_DIFFERENCE,
        /// A function of shares (recall, F1); limits combined by square-and-add.
        SHARE_FUNCTION,
        /// Mean of the sample, or of the strata; Student's t interval from the design variance.
        SURVEY_MEAN,
        /// Mean of machine values corrected by those read; Student's t interval from the design variance.
        PREDICTED_MEAN,
        /// Prediction-powered mean as published; large-sample normal interval.
        PREDICTION_POWERED
    }
}
