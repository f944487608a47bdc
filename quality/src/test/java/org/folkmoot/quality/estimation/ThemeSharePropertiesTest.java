package org.folkmoot.quality.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.distribution.Binomial;
import org.folkmoot.quality.estimation.Estimate.Measured;
import org.folkmoot.quality.estimation.PredictionPowered.Labelled;
import org.folkmoot.quality.estimation.PredictionPowered.Options;
import org.junit.jupiter.api.Test;

class ThemeSharePropertiesTest {
    private static final int DRAWS = 1000;

    private static double coverage(Population population, int n, double truth, Function<BlindSample, Interval> method) {
        var random = new SplittableRandom(20261121);
        int held = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            held += method.apply(population.sample(n, random)).contains(truth) ? 1 : 0;
        }
        return held / (double) DRAWS;
    }

    private static Interval corrected(Population population, BlindSample sample) {
        return ((Measured) ThemeShare.corrected(sample, population.machineCount(), 0.95)).interval();
    }

    /// Rare and common, good and poor machines. 0.93 is the nominal 0.95 less three standard errors of the
    /// simulation.
    @Test
    void theCorrectedShareIsCoveredAsOftenAsSaid() {
        for (double share : new double[] {0.01, 0.05, 0.2}) {
            for (double recall : new double[] {0.5, 0.9}) {
                Population population = Population.of(2000, share, recall, share / 2);
                for (int n : new int[] {50, 300}) {
                    assertThat(coverage(population, n, population.share(), sample -> corrected(population, sample)))
                            .as("share %s, recall %s, n %s", share, recall, n)
                            .isGreaterThanOrEqualTo(0.93);
                }
            }
        }
    }

    /// Why the normal interval is not the default.
    @Test
    void theNormalIntervalFailsForARareTheme() {
        Population population = Population.of(5000, 0.01, 0.9, 0.005);
        double held = coverage(population, 100, population.share(), sample -> {
            double[] human = numbers(sample.human());
            double[] machine = numbers(sample.machine());
            int inSample = Population.count(sample.machine());
            Moments rest = Moments.ofCodings(population.machineCount().coded() - inSample, 4900);
            return ((Measured) PredictionPowered.mean(Labelled.of(human, machine), rest, Options.DEFAULT)).interval();
        });
        assertThat(held).isLessThan(0.6);
    }

    private static double[] numbers(boolean[] values) {
        double[] numbers = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            numbers[i] = values[i] ? 1 : 0;
        }
        return numbers;
    }

    @Test
    void aBadMachineDoesNoHarm() {
        Population worthless = Population.of(2000, 0.2, 0.3, 0.3);
        var random = new SplittableRandom(3);
        double sum = 0;
        double wide = 0;
        double plain = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            BlindSample sample = worthless.sample(100, random);
            var share = (Measured) ThemeShare.corrected(sample, worthless.machineCount(), 0.95);
            sum += share.value();
            wide += share.interval().width();
            plain += ((Measured) ThemeShare.classical(sample, worthless.machineCount(), 0.95))
                    .interval()
                    .width();
        }
        assertThat(sum / DRAWS).isCloseTo(0.2, within(0.004));
        assertThat(wide / plain).isLessThan(1.05);
    }

    @Test
    void readingAllLeavesNoDoubt() {
        Population population = Population.of(120, 0.1, 0.5, 0.1);
        var share = (Measured)
                ThemeShare.corrected(population.sample(120, new SplittableRandom(1)), population.machineCount(), 0.95);
        assertThat(share.value()).isCloseTo(0.1, within(1e-12));
        assertThat(share.interval().width()).isCloseTo(0, within(1e-12));
    }

    /// Each limit of the guarded interval errs at most 5 % of the time, whatever the share; checked exactly.
    @Test
    void eachGuardedLimitKeepsItsPromise() {
        for (int n : new int[] {10, 50, 100, 300}) {
            for (double p = 0.002; p < 0.5; p *= 1.13) {
                var binomial = new Binomial(n, p);
                double tooHigh = 0;
                double tooLow = 0;
                for (int k = 0; k <= n; k++) {
                    Interval interval = new Proportion(k, n).guarded(0.95);
                    tooHigh += interval.low() > p ? binomial.probability(k) : 0;
                    tooLow += interval.high() < p ? binomial.probability(k) : 0;
                }
                assertThat(Math.max(tooHigh, tooLow)).as("n %s, p %s", n, p).isLessThanOrEqualTo(0.05 + 1e-9);
            }
        }
    }

    @Test
    void unequalChancesAreCovered() {
        Population population = Population.of(4000, 0.08, 0.7, 0.03);
        double truth = population.share();
        var random = new SplittableRandom(5);
        int held = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            var human = new ArrayList<Integer>();
            for (int i = 0; i < 4000; i++) {
                if (random.nextDouble() < chance(population, i)) {
                    human.add(i);
                }
            }
            int[] units = human.stream().mapToInt(i -> i).toArray();
            boolean[] read = new boolean[units.length];
            boolean[] machine = new boolean[units.length];
            double[] probability = new double[units.length];
            for (int i = 0; i < units.length; i++) {
                read[i] = population.truth()[units[i]];
                machine[i] = population.machine()[units[i]];
                probability[i] = chance(population, units[i]);
            }
            held += corrected(population, BlindSample.weighted(read, machine, probability))
                            .contains(truth)
                    ? 1
                    : 0;
        }
        assertThat(held / (double) DRAWS).isBetween(0.93, 0.99);
    }

    /// The machine is unsure of what it missed, mostly.
    private static double chance(Population population, int unit) {
        boolean wrong = population.truth()[unit] != population.machine()[unit];
        return wrong ? (unit % 3 == 0 ? 0.05 : 0.2) : (unit % 4 == 0 ? 0.12 : 0.05);
    }

    @Test
    void accuracyIsCovered() {
        Population population = Population.of(2000, 0.1, 0.7, 0.04);
        double coded = population.machineCount().coded();
        double recall = 0.7;
        double precision = 140 / coded;
        double f1 = 2 * 140 / (coded + 200);
        for (int n : new int[] {200, 600}) {
            assertThat(coverage(population, n, precision, s -> of(population, s, CoderAccuracy::precision)))
                    .as("precision, n %s", n)
                    .isBetween(0.93, 0.99);
            assertThat(coverage(population, n, recall, s -> of(population, s, CoderAccuracy::recall)))
                    .as("recall, n %s", n)
                    .isBetween(0.93, 0.99);
            assertThat(coverage(population, n, f1, s -> of(population, s, CoderAccuracy::f1)))
                    .as("F1, n %s", n)
                    .isBetween(0.93, 0.99);
        }
    }

    private static Interval of(Population population, BlindSample sample, Function<CoderAccuracy, Estimate> figure) {
        var accuracy = CoderAccuracy.of(sample, population.machineCount(), 0.95);
        return ((Measured) figure.apply(accuracy)).interval();
    }
}
