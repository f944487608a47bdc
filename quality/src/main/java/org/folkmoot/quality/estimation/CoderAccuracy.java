package org.folkmoot.quality.estimation;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.folkmoot.quality.estimation.Estimate.Basis;
import org.folkmoot.quality.estimation.Estimate.Measured;
import org.folkmoot.quality.estimation.Estimate.Method;
import org.folkmoot.quality.estimation.Estimate.Refused;

/// How good a yes/no decision was (a machine's coding of a theme, a team's escalation), from a sample of both
/// kinds of decision read blind.
///
/// With N₁ decided yes and N₀ decided no, p₁ and p₀ the shares of them in which yes was right:
/// precision = p₁, recall = N₁p₁ / (N₁p₁ + N₀p₀), F1 = 2 N₁p₁ / (N₁ + N₁p₁ + N₀p₀).
///
/// The units may have been drawn with any known probabilities, and the two kinds at different rates: all escalated
/// cases and one in a hundred of the others. Each kind is weighted by its inclusion probabilities (`Part`).
/// Limits by square-and-add from guarded Wilson limits of p₁ and p₀, in every stratum. A recall computed from the
/// escalated alone is always 1 and says nothing; this one is only as sure as p₀, of which N₀ magnifies every
/// doubt. A decision that was never yes has no precision, and a recall of 0 if any unit read ought to be yes. O(n).
///
/// @param precision of those decided yes, the share in which that was right
/// @param recall of those that ought to be yes, the share decided yes
/// @param f1 harmonic mean of precision and recall
public record CoderAccuracy(Estimate precision, Estimate recall, Estimate f1) {
    private static final double STEP = 1e-6;

    /// @param sample `machine` is the decision, `human` what it ought to have been
    /// @param count how often the decision was yes in the whole population
    public static CoderAccuracy of(BlindSample sample, MachineCount count, double confidence) {
        Parts parts = Parts.of(sample, count, true, confidence);
        var totals = new Totals(parts);
        if (count.coded() == 0) {
            var neverYes = new Refused(new Refusal.NothingToMeasure("units decided yes"));
            if (sample.present() == 0) {
                var none = new Refused(new Refusal.NothingToMeasure("units read that ought to be yes"));
                return new CoderAccuracy(neverYes, none, none);
            }
            return new CoderAccuracy(
                    neverYes, estimate(parts, totals::recall, totals.all()), estimate(parts, totals::f1, totals.all()));
        }
        if (totals.readYes == 0) {
            var unread = new Refused(new Refusal.TooFewRead("units decided yes", 0, 1));
            return new CoderAccuracy(unread, unread, unread);
        }
        Estimate precision = estimate(parts, totals::precision, new Size(totals.readYes, totals.yes));
        if (totals.readNo == 0 && totals.no > 0) {
            var unread = new Refused(new Refusal.TooFewRead("units decided no", 0, 1));
            return new CoderAccuracy(precision, unread, unread);
        }
        if (sample.present() == 0) {
            var none = new Refused(new Refusal.NothingToMeasure("units read that ought to be yes"));
            return new CoderAccuracy(precision, none, none);
        }
        return new CoderAccuracy(
                precision, estimate(parts, totals::recall, totals.all()), estimate(parts, totals::f1, totals.all()));
    }

    /// What a figure speaks of.
    private record Size(int read, long population) {}

    private static Measured estimate(Parts parts, ToDoubleFunction<double[]> function, Size size) {
        double[] shares = parts.shares();
        double variance = 0;
        for (int c = 0; c < shares.length; c++) {
            double[] moved = shares.clone();
            moved[c] = Math.min(1, shares[c] + STEP);
            double above = function.applyAsDouble(moved);
            double step = moved[c];
            moved[c] = Math.max(0, shares[c] - STEP);
            double slope = (above - function.applyAsDouble(moved)) / (step - moved[c]);
            variance += slope * slope * parts.parts().get(c).variance();
        }
        double value = function.applyAsDouble(shares);
        int read = size.read;
        double effective = variance > 0 && value > 0 && value < 1 ? value * (1 - value) / variance : read;
        return new Measured(
                value,
                Math.sqrt(variance),
                parts.interval(function),
                Method.SHARE_FUNCTION,
                new Basis(read, size.population, effective),
                List.of());
    }

    /// The sizes of the parts, by decision; in `Parts` those decided no stand at even places, yes at odd ones.
    private static final class Totals {
        private final Parts parts;
        private long yes;
        private long no;
        private int readYes;
        private int readNo;

        Totals(Parts parts) {
            this.parts = parts;
            for (int c = 0; c < parts.parts().size(); c++) {
                Part part = parts.parts().get(c);
                if (c % 2 == 1) {
                    yes += part.size();
                    readYes += part.read();
                } else {
                    no += part.size();
                    readNo += part.read();
                }
            }
        }

        Size all() {
            return new Size(readYes + readNo, yes + no);
        }

        private double present(double[] share, int decision) {
            double sum = 0;
            for (int c = decision; c < share.length; c += 2) {
                sum += parts.parts().get(c).size() * share[c];
            }
            return sum;
        }

        double precision(double[] share) {
            return present(share, 1) / yes;
        }

        double recall(double[] share) {
            double hit = present(share, 1);
            return hit == 0 ? 0 : hit / (hit + present(share, 0));
        }

        double f1(double[] share) {
            double hit = present(share, 1);
            return 2 * hit / (yes + hit + present(share, 0));
        }
    }
}
