package org.folkmoot.quality.sampling;

/// Wald's sequential probability ratio test of a rate of wrong ones: read one by one, stop when it is decided.
///
/// After n read with d wrong the decision depends on d - s n: above `rejectLine` refuse, below -`acceptLine`
/// accept, else read on. With g = ln(p₁(1 - p₀) / (p₀(1 - p₁))): s = ln((1 - p₀)/(1 - p₁))/g, reject line ln((1 -
/// β)/α)/g, accept line ln((1 - α)/β)/g. The risks hold nearly (their sum is at most α + β); the number read is
/// random, on average about half that of a fixed plan.
///
/// Wald, A. (1945), Sequential tests of statistical hypotheses, Annals of Mathematical Statistics 16, 117–186,
/// <https://doi.org/10.1214/aoms/1177731118>.
///
/// @param slope s
/// @param rejectLine h for refusal
/// @param acceptLine h for acceptance
public record SequentialTest(double slope, double rejectLine, double acceptLine) {
    /// What to do next.
    public enum Decision {
        ACCEPT,
        REFUSE,
        READ_ON
    }

    /// @param good p₀, rate that is good enough, in (0, bad)
    /// @param falseAlarm α, chance of refusing at p₀, in (0, 1)
    /// @param bad p₁, rate that is not, in (good, 1)
    /// @param miss β, chance of accepting at p₁, in (0, 1)
    public static SequentialTest of(double good, double falseAlarm, double bad, double miss) {
        if (!(0 < good && good < bad && bad < 1)) {
            throw new IllegalArgumentException("0 < good < bad < 1 must hold: " + good + ", " + bad);
        }
        if (!(falseAlarm > 0 && miss > 0 && falseAlarm + miss < 1)) {
            throw new IllegalArgumentException(
                    "risks must be positive and add up to less than 1: " + falseAlarm + ", " + miss);
        }
        double gain = Math.log(bad * (1 - good) / (good * (1 - bad)));
        return new SequentialTest(
                Math.log((1 - good) / (1 - bad)) / gain,
                Math.log((1 - miss) / falseAlarm) / gain,
                Math.log((1 - falseAlarm) / miss) / gain);
    }

    /// @param read n, how many were read
    /// @param wrong d, how many of them were wrong
    public Decision decide(long read, long wrong) {
        if (!(0 <= wrong && wrong <= read)) {
            throw new IllegalArgumentException("0 ≤ wrong ≤ read must hold: " + wrong + ", " + read);
        }
        double excess = wrong - slope * read;
        if (excess >= rejectLine) {
            return Decision.REFUSE;
        }
        return excess <= -acceptLine ? Decision.ACCEPT : Decision.READ_ON;
    }
}
