package org.folkmoot.quality.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.folkmoot.quality.distribution.Normal;
import org.folkmoot.quality.estimation.Estimate.Measured;
import org.folkmoot.quality.sampling.SampleSize;
import org.junit.jupiter.api.Test;

class MoreToReadTest {
    private static final int DRAWS = 200;

    private static double halfWidth(BlindSample sample, MachineCount count) {
        return ((Measured) ThemeShare.corrected(sample, count, 0.95)).interval().width() / 2;
    }

    /// Reads 200, asks how many more, reads so many and looks how wide the interval is: by how much the mean width
    /// differs from the one wanted, as a share of it.
    private static double meanOvershoot(Population population, double reach) {
        MachineCount count = population.machineCount();
        double sum = 0;
        for (int seed = 0; seed < DRAWS; seed++) {
            var random = new SplittableRandom(seed);
            BlindSample pilot = population.sample(200, random);
            long more = MoreToRead.of(pilot, count, reach, 0.95).orElseThrow();
            BlindSample read = population.sample((int) (200 + more), random);
            sum += halfWidth(read, count) / reach - 1;
        }
        return sum / DRAWS;
    }

    @Test
    void readingAsManyGivesTheWidthWantedOnAverage() {
        assertThat(meanOvershoot(Population.of(20_000, 0.3, 0.8, 0.05), 0.02)).isCloseTo(0, within(0.03));
        assertThat(meanOvershoot(Population.of(20_000, 0.3, 0.5, 0.2), 0.03)).isCloseTo(0, within(0.03));
        assertThat(meanOvershoot(Population.of(3_000, 0.1, 0.9, 0.01), 0.012)).isCloseTo(0, within(0.05));
    }

    @Test
    void inLargeSamplesItIsThePlanningFormulaWithTheRectifiersVariance() {
        Population population = Population.of(1_000_000, 0.3, 0.8, 0.05);
        MachineCount count = population.machineCount();
        BlindSample sample = population.sample(5_000, new SplittableRandom(1));
        double variance = 0;
        for (boolean coded : new boolean[] {false, true}) {
            int n = 0;
            int k = 0;
            for (int i = 0; i < sample.size(); i++) {
                n += sample.machine()[i] == coded ? 1 : 0;
                k += sample.machine()[i] == coded && sample.human()[i] ? 1 : 0;
            }
            double p = (double) k / n;
            double size = coded ? count.coded() : count.population() - count.coded();
            variance += size / count.population() * p * (1 - p);
        }
        double reach = 0.003;
        double z = Normal.twoSided(0.95);
        double formula = 1 / (reach * reach / (z * z * variance) + 1e-6);
        long more = MoreToRead.of(sample, count, reach, 0.95).orElseThrow();
        assertThat(5_000.0 + more).isCloseTo(formula, within(0.01 * formula));
        long classical = SampleSize.forShare(0.3, new SampleSize.Aim(reach, 0.95, 1_000_000, 0));
        assertThat(5_000 + more).as("a machine spares reading").isLessThan(classical);
    }

    @Test
    void unequalChancesAreScaled() {
        int size = 10_000;
        var random = new SplittableRandom(3);
        BlindSample pilot = stratified(random, 50, 250);
        MachineCount count = new MachineCount(new long[] {500, 2_000}, new long[] {500, 7_000});
        long more = MoreToRead.of(pilot, count, 0.02, 0.95).orElseThrow();
        double times = (300.0 + more) / 300;
        double now = halfWidth(pilot, count);
        double then = halfWidth(stratified(random, (int) (50 * times), (int) (250 * times)), count);
        assertThat(now).isGreaterThan(0.03);
        assertThat(then).isCloseTo(0.02, within(0.003));
        assertThat(300 + more).isLessThan(size);
    }

    /// Of a first stratum of 1,000 half are coded, of a second of 9,000 two in nine; people agree in 85 %.
    private static BlindSample stratified(SplittableRandom random, int ofFirst, int ofSecond) {
        int n = ofFirst + ofSecond;
        boolean[] human = new boolean[n];
        boolean[] machine = new boolean[n];
        double[] probability = new double[n];
        int[] stratum = new int[n];
        for (int i = 0; i < n; i++) {
            stratum[i] = i < ofFirst ? 0 : 1;
            machine[i] = random.nextDouble() < (i < ofFirst ? 0.5 : 2.0 / 9);
            human[i] = machine[i] == random.nextDouble() < 0.85;
            probability[i] = i < ofFirst ? ofFirst / 1000.0 : ofSecond / 9000.0;
        }
        return new BlindSample(human, machine, probability, stratum);
    }

    @Test
    void nothingMoreIsNeededWhereItIsKnownWellEnough() {
        Population population = Population.of(1_000, 0.3, 0.8, 0.05);
        MachineCount count = population.machineCount();
        BlindSample all = population.sample(1_000, new SplittableRandom(1));
        assertThat(MoreToRead.of(all, count, 1e-6, 0.95)).hasValue(0);
        BlindSample some = population.sample(100, new SplittableRandom(1));
        assertThat(MoreToRead.of(some, count, 0.5, 0.95)).hasValue(0);
        assertThat(MoreToRead.of(some, count, 1e-9, 0.95)).hasValue(900);
    }

    @Test
    void aPerfectMachineStillNeedsReadingToBeSure() {
        Population perfect = Population.of(10_000, 0.2, 1, 0);
        long more = MoreToRead.of(perfect.sample(100, new SplittableRandom(1)), perfect.machineCount(), 0.01, 0.95)
                .orElseThrow();
        assertThat(more).isBetween(50L, 400L);
    }

    @Test
    void whereNothingWasReadNothingCanBeSaid() {
        BlindSample none = BlindSample.simple(new boolean[0], new boolean[0], 100);
        assertThat(MoreToRead.of(none, MachineCount.of(10, 100), 0.01, 0.95)).isEmpty();
    }
}
