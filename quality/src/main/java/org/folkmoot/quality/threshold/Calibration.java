package org.folkmoot.quality.threshold;

/// A map from a coder's score to the probability that the coding is right.
///
/// Fit it on codings that were neither used for training nor are used to measure the result.
public interface Calibration {
    /// The probability, in [0, 1]; never falls as the score grows, except for a Platt curve fitted to scores
    /// that mislead.
    double apply(double score);
}
