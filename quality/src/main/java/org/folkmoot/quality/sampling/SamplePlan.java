package org.folkmoot.quality.sampling;

import java.util.Map;

/// How to draw a sample.
///
/// | Plan | Chance of a unit | Use |
/// |---|---|---|
/// | `Simple` | n/N | default |
/// | `Systematic` | n/N | spread evenly over an order that matters, such as date |
/// | `Stratified` | n_h/N_h | every group must be seen, or groups differ |
/// | `Unsure` | grows with uncertainty | most is learnt from what the machine is unsure of |
public sealed interface SamplePlan {
    /// Every set of n units has the same chance.
    ///
    /// @param n how many to draw
    record Simple(int n) implements SamplePlan {
        public Simple {
            positive(n);
        }
    }

    /// Every (N/n)th unit of the frame from a random start: even cover of the frame's order. Any two neighbours are
    /// never drawn together, so that a period in the order does harm and the variance of a simple sample is a
    /// guess.
    ///
    /// @param n how many to draw
    record Systematic(int n) implements SamplePlan {
        public Systematic {
            positive(n);
        }
    }

    /// A simple sample in each stratum.
    ///
    /// @param n how many to draw in all
    /// @param allocation how many from which stratum
    /// @param least from each stratum at least so many, or all of it
    record Stratified(int n, Allocation allocation, int least) implements SamplePlan {
        public Stratified {
            positive(n);
            if (least < 0) {
                throw new IllegalArgumentException("least must not be negative: " + least);
            }
        }
    }

    /// Chance proportional to uncertainty, mixed with an equal chance so that every unit can be drawn, and capped
    /// at 1. The size is fixed, and the chances are exact (pivotal method).
    ///
    /// @param n how many to draw
    /// @param equalPart share of the sample that is given out with equal chances, in (0, 1]: no unit has a chance
    ///     below equalPart × n/N, nor a weight above N/(n × equalPart)
    record Unsure(int n, double equalPart) implements SamplePlan {
        /// Half by uncertainty, half equally: weights are at most twice those of a simple sample, which keeps small
        /// what a machine that is sure and wrong can do to the variance.
        public static final double EQUAL_PART = 0.5;

        public Unsure {
            positive(n);
            if (!(equalPart > 0 && equalPart <= 1)) {
                throw new IllegalArgumentException("equalPart must be in (0, 1]: " + equalPart);
            }
        }
    }

    /// How a stratified sample is divided.
    sealed interface Allocation {
        /// In proportion to the size of the strata.
        record Proportional() implements Allocation {}

        /// In proportion to size × standard deviation, which is best for the mean of all (Neyman 1934).
        ///
        /// @param deviation standard deviation by stratum; for a share p it is √(p(1 - p))
        record Neyman(Map<String, Double> deviation) implements Allocation {
            public Neyman {
                deviation = Map.copyOf(deviation);
            }
        }
    }

    /// How many are to be drawn.
    int n();

    private static void positive(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1: " + n);
        }
    }
}
