package org.folkmoot.quality.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.estimation.Estimate.Measured;
import org.folkmoot.quality.estimation.SurveyMean.Design;
import org.folkmoot.quality.estimation.SurveyMean.Stratum;
import org.junit.jupiter.api.Test;

/// Numbers of SciPy 1.17 and NumPy 2.4 (the formulas in the comment), and of textbooks; closed forms to 1e-9.
class EstimationReferenceTest {
    private static final Offset<Double> CLOSED = within(1e-9);

    private static void interval(Interval found, double low, double high, Offset<Double> tolerance) {
        assertThat(found.low()).isCloseTo(low, tolerance);
        assertThat(found.high()).isCloseTo(high, tolerance);
    }

    /// scipy.stats.beta.ppf(.025, k, n - k + 1) and so on.
    @Test
    void clopperPearson() {
        interval(new Proportion(0, 50).clopperPearson(0.95), 0, 0.07112173646419764, CLOSED);
        interval(new Proportion(3, 60).clopperPearson(0.95), 0.010432329344648225, 0.13924324672107277, CLOSED);
        interval(new Proportion(10, 500).clopperPearson(0.95), 0.009631429586433347, 0.03647240829220973, CLOSED);
    }

    /// The closed form in NumPy.
    @Test
    void wilson() {
        interval(new Proportion(0, 50).wilson(0.95), 0, 0.07134759913335872, CLOSED);
        interval(new Proportion(3, 60).wilson(0.95), 0.017149502164395675, 0.1370051647634852, CLOSED);
        interval(new Proportion(10, 500).wilson(0.95), 0.010899183596210813, 0.036420183246879345, CLOSED);
    }

    /// Three strata, 100 of 5,000, 80 of 800 and 60 of 200 read: Σ W² (1 - f) p(1 - p)/(n - 1).
    @Test
    void stratifiedWithFinitePopulationCorrection() {
        var strata = List.of(stratum(5000, 100, 3), stratum(800, 80, 12), stratum(200, 60, 30));
        var found = (Measured) SurveyMean.stratified(strata, 0.95);
        assertThat(found.value()).isCloseTo(0.06166666666666666, CLOSED);
        assertThat(found.standardError()).isCloseTo(0.015138049441791368, CLOSED);
    }

    private static Stratum stratum(int size, int read, int present) {
        double[] values = new double[read];
        Arrays.fill(values, 0, present, 1);
        return new Stratum(size, values);
    }

    /// 200 units, 49 of them read with probability by uncertainty; z ± 1.645 std(z)/√200.
    @Test
    void activeMean() {
        int m = 200;
        double[] human = new double[m];
        double[] machine = new double[m];
        double[] unsure = new double[m];
        double mean = 0;
        for (int i = 1; i <= m; i++) {
            machine[i - 1] = fraction(i * 0.6180339887498949);
            human[i - 1] = machine[i - 1] + 0.4 * (fraction(i * 0.7548776662466927) - 0.5) > 0.5 ? 1 : 0;
            unsure[i - 1] = Math.min(machine[i - 1], 1 - machine[i - 1]);
            mean += unsure[i - 1] / m;
        }
        double[] probability = new double[m];
        boolean[] read = new boolean[m];
        int count = 0;
        for (int i = 1; i <= m; i++) {
            probability[i - 1] = Math.clamp(0.5 * 0.25 / mean * unsure[i - 1] + 0.5 * 0.25, 0, 1);
            read[i - 1] = fraction(i * 0.5698402909980532) < probability[i - 1];
            count += read[i - 1] ? 1 : 0;
        }
        assertThat(count).isEqualTo(49);
        var found = (Measured) ActiveMean.of(human, machine, probability, read, 0.90);
        assertThat(found.value()).isCloseTo(0.5188378999942507, CLOSED);
        interval(found.interval(), 0.43905516652695536, 0.598620633461546, CLOSED);
    }

    private static double fraction(double x) {
        return x - Math.floor(x);
    }

    /// Newcombe (1998), Statistics in Medicine 17, 873–890, table II, method 10: 56/70 less 48/80, and 9/10 less
    /// 3/10, printed to four digits. Single intervals are Wilson's here, since the guard does not bite at these
    /// counts but for 9/10, which is left out.
    @Test
    void differenceOfShares() {
        var first = simple(56, 70);
        var second = simple(48, 80);
        ShareDifference found = ShareDifference.of(first, second);
        assertThat(found.estimate().value()).isCloseTo(0.2, CLOSED);
        interval(found.estimate().interval(), 0.0524, 0.3339, within(5e-5));
        assertThat(found.p()).isLessThan(0.05);
    }

    /// A share of a population so large that it does not matter.
    private static Measured simple(int present, int read) {
        boolean[] human = new boolean[read];
        Arrays.fill(human, 0, present, true);
        long population = 1_000_000_000_000L;
        return (Measured) ThemeShare.classical(
                BlindSample.simple(human, new boolean[read], population), MachineCount.of(0, population), 0.95);
    }

    /// The two exact limits by direct search in SciPy (hypergeom.sf(k-1, 200, K, 50) and hypergeom.cdf(k, 200, K,
    /// 50) against 0.025) for 5 of 50 from 200.
    @Test
    void hypergeometric() {
        interval(new Proportion(5, 50).hypergeometric(200, 0.95), 9 / 200.0, 40 / 200.0, CLOSED);
    }

    /// Four units with unequal chances: Σ y/π / N and Σ (1 - π)(y/π)² / N², by hand.
    @Test
    void horvitzThompsonPoisson() {
        var found = (Measured) SurveyMean.horvitzThompson(
                new double[] {1, 0, 2, 4}, new double[] {0.5, 0.25, 0.5, 0.8}, 20, Design.POISSON, 0.95);
        assertThat(found.value()).isCloseTo((2 + 0 + 4 + 5) / 20.0, CLOSED);
        assertThat(found.standardError()).isCloseTo(Math.sqrt(0.5 * 4 + 0.5 * 16 + 0.2 * 25) / 20, CLOSED);
    }

    /// With equal chances both estimators are the sample mean, variance (1 - n/N) s²/n.
    @Test
    void equalChancesAreASimpleSample() {
        double[] y = {3, 1, 4, 1, 5};
        double[] chance = {0.1, 0.1, 0.1, 0.1, 0.1};
        double variance = 0.9 * 3.2 / 5;
        for (Estimate estimate : List.of(
                SurveyMean.horvitzThompson(y, chance, 50, Design.FIXED_SIZE, 0.95),
                SurveyMean.hajek(y, chance, 50, Design.FIXED_SIZE, 0.95),
                SurveyMean.stratified(List.of(new Stratum(50, y)), 0.95),
                PredictedMean.of(
                        new PredictedMean.Read(y, y, chance, new int[0]),
                        0,
                        50,
                        new PredictionPowered.Lambda.Fixed(0),
                        0.95))) {
            var found = (Measured) estimate;
            assertThat(found.value()).isCloseTo(2.8, CLOSED);
            assertThat(found.standardError()).isCloseTo(Math.sqrt(variance), CLOSED);
        }
    }
}
