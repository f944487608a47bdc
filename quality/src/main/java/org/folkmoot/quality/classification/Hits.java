package org.folkmoot.quality.classification;

import java.util.Optional;
import java.util.OptionalDouble;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.distribution.WilsonInterval;

/// How often a label was given rightly, given wrongly and missed, and the rates that follow.
///
/// Precision = tp / (tp + fp), recall = tp / (tp + fn), F1 = 2 tp / (2 tp + fp + fn), each in [0, 1] and empty
/// where it is 0/0: precision of a label never given, recall of a label that never applied. The intervals hold
/// for items drawn at random. Those of precision and recall are Wilson's; F1 = 2J / (1 + J) grows with the share
/// J = tp / (tp + fp + fn), so its interval is Wilson's for J, mapped.
///
/// @param truePositives given and true, tp
/// @param falsePositives given and not true, fp
/// @param falseNegatives true and not given, fn
public record Hits(long truePositives, long falsePositives, long falseNegatives) {
    public Hits {
        if (truePositives < 0 || falsePositives < 0 || falseNegatives < 0) {
            throw new IllegalArgumentException(
                    "counts must not be negative: " + truePositives + ", " + falsePositives + ", " + falseNegatives);
        }
    }

    public OptionalDouble precision() {
        return share(truePositives, truePositives + falsePositives);
    }

    public OptionalDouble recall() {
        return share(truePositives, truePositives + falseNegatives);
    }

    public OptionalDouble f1() {
        return share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
    }

    /// @param confidence in (0, 1)
    public Optional<Interval> precisionInterval(double confidence) {
        return wilson(truePositives, truePositives + falsePositives, confidence);
    }

    /// @param confidence in (0, 1)
    public Optional<Interval> recallInterval(double confidence) {
        return wilson(truePositives, truePositives + falseNegatives, confidence);
    }

    /// @param confidence in (0, 1)
    public Optional<Interval> f1Interval(double confidence) {
        return wilson(truePositives, truePositives + falsePositives + falseNegatives, confidence)
                .map(jaccard -> new Interval(
                        2 * jaccard.low() / (1 + jaccard.low()),
                        2 * jaccard.high() / (1 + jaccard.high()),
                        confidence));
    }

    /// Whether the label was given or true at all.
    public boolean occurs() {
        return truePositives + falsePositives + falseNegatives > 0;
    }

    public Hits plus(Hits other) {
        return new Hits(
                truePositives + other.truePositives,
                falsePositives + other.falsePositives,
                falseNegatives + other.falseNegatives);
    }

    private static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }

    private static Optional<Interval> wilson(long part, long whole, double confidence) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(WilsonInterval.of((double) part / whole, (double) whole, confidence));
    }
}
