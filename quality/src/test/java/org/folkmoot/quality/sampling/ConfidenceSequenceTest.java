package org.folkmoot.quality.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.estimation.Proportion;
import org.folkmoot.quality.sampling.ConfidenceSequence.Options;
import org.folkmoot.quality.sampling.SequentialTest.Decision;
import org.junit.jupiter.api.Test;

class ConfidenceSequenceTest {
    private static final int RUNS = 200;

    /// The share of runs in which the interval missed the truth at any of the first n looks.
    private static double everWrong(double truth, int n, long population) {
        var random = new SplittableRandom(11);
        int wrong = 0;
        for (int run = 0; run < RUNS; run++) {
            var sequence = new ConfidenceSequence(new Options(0.95, population, 100));
            double yes = truth * population;
            boolean missed = false;
            for (int t = 0; t < n && !missed; t++) {
                double chance = population == 0 ? truth : yes / (population - t);
                double value = random.nextDouble() < chance ? 1 : 0;
                yes -= value;
                missed = !sequence.add(value).contains(truth);
            }
            wrong += missed ? 1 : 0;
        }
        return wrong / (double) RUNS;
    }

    /// The promise is 5 %; 200 runs have a standard error of 1.5 %, and three are allowed.
    @Test
    void isWrongAtAnyTimeInAtMostOneRunOfTwenty() {
        for (double truth : new double[] {0.01, 0.1, 0.5}) {
            assertThat(everWrong(truth, 400, 0)).as("share %s", truth).isLessThan(0.096);
            assertThat(everWrong(truth, 300, 600)).as("share %s of 600", truth).isLessThan(0.096);
        }
    }

    /// What it is for: looking at an ordinary interval after every unit misleads in far more runs.
    @Test
    void lookingEveryTimeAtAnOrdinaryIntervalMisleads() {
        var random = new SplittableRandom(12);
        int wrong = 0;
        for (int run = 0; run < RUNS; run++) {
            int yes = 0;
            boolean missed = false;
            for (int t = 1; t <= 400 && !missed; t++) {
                yes += random.nextDouble() < 0.3 ? 1 : 0;
                missed = t >= 20 && !new Proportion(yes, t).wilson(0.95).contains(0.3);
            }
            wrong += missed ? 1 : 0;
        }
        assertThat(wrong / (double) RUNS).isGreaterThan(0.15);
    }

    @Test
    void closesWhenAllAreRead() {
        var sequence = new ConfidenceSequence(Options.of(200));
        for (int t = 0; t < 200; t++) {
            sequence.add(t % 4 == 0 ? 1 : 0);
        }
        assertThat(sequence.now().low()).isCloseTo(0.25, within(1e-12));
        assertThat(sequence.now().high()).isCloseTo(0.25, within(1e-12));
        assertThatThrownBy(() -> sequence.add(1)).hasMessage("all 200 units were read already");
    }

    @Test
    void narrowsWithReading() {
        var random = new SplittableRandom(4);
        var sequence = new ConfidenceSequence(new Options(0.95, 0, 1000));
        Interval before = sequence.now();
        assertThat(before).isEqualTo(new Interval(0, 1, 0.95));
        for (int t = 0; t < 1000; t++) {
            Interval after = sequence.add(random.nextDouble() < 0.2 ? 1 : 0);
            assertThat(after.low()).isGreaterThanOrEqualTo(before.low());
            assertThat(after.high()).isLessThanOrEqualTo(before.high());
            before = after;
        }
        // Wilson's is 0.0496 wide here.
        assertThat(before.width()).isLessThan(0.125);
    }

    /// Wald's bounds: the risks add up to at most α + β = 0.15; 2,000 runs, three standard errors.
    @Test
    void sequentialTestKeepsItsRisks() {
        SequentialTest test = SequentialTest.of(0.02, 0.05, 0.08, 0.10);
        var random = new SplittableRandom(13);
        int errors = 0;
        long read = 0;
        for (int run = 0; run < 2000; run++) {
            for (double rate : new double[] {0.02, 0.08}) {
                int n = 0;
                int wrong = 0;
                Decision decision = Decision.READ_ON;
                while (decision == Decision.READ_ON) {
                    n++;
                    wrong += random.nextDouble() < rate ? 1 : 0;
                    decision = test.decide(n, wrong);
                }
                errors += (decision == Decision.REFUSE) == (rate == 0.02) ? 1 : 0;
                read += n;
            }
        }
        assertThat(errors / 2000.0).isLessThan(0.15 + 0.024);
        // The fixed plan for the same two points reads 98.
        assertThat(read / 4000.0).isLessThan(80);
    }
}
