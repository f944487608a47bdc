package org.folkmoot.quality.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.folkmoot.quality.estimation.Estimate.Basis;
import org.folkmoot.quality.estimation.Estimate.Measured;
import org.folkmoot.quality.estimation.Estimate.Refused;
import org.folkmoot.quality.estimation.PredictionPowered.Lambda;
import org.junit.jupiter.api.Test;

/// What the estimators say at the edges: nothing there, nothing read, everything read, one kind only.
class DegenerateSamplesTest {
    private static ThemeShares.Row row(boolean[] human, boolean[] machine, long coded, long population) {
        return ThemeShares.of(
                        List.of(new ThemeShares.Theme(
                                "cost",
                                BlindSample.simple(human, machine, population),
                                MachineCount.of(coded, population))),
                        ThemeShares.Options.DEFAULT)
                .themes()
                .getFirst();
    }

    @Test
    void aPopulationOfNoneHasNoMean() {
        assertThat(SurveyMean.stratified(List.of(), 0.95)).isInstanceOf(Refused.class);
        assertThat(SurveyMean.stratified(List.of(new SurveyMean.Stratum(0, new double[0])), 0.95))
                .isInstanceOf(Refused.class);
        double[] none = {};
        assertThat(PredictedMean.of(
                        new PredictedMean.Read(none, none, none, new int[0]), 0, 0, new Lambda.Fixed(1), 0.95))
                .isInstanceOf(Refused.class);
        assertThat(row(new boolean[0], new boolean[0], 0, 0).share()).isInstanceOf(Refused.class);
    }

    @Test
    void strataThatAreNotAWholeAreNoPopulation() {
        assertThatThrownBy(() -> PredictionPowered.stratified(List.of(), PredictionPowered.Options.DEFAULT))
                .hasMessage("shares of the strata must add up to 1: 0.0");
    }

    @Test
    void aThemeTheMachineNeverGaveHasARecallOfNought() {
        boolean[] human = {true, true, false, false, false, false, false, false, false, false};
        CoderAccuracy accuracy = row(human, new boolean[10], 0, 100).accuracy();
        assertThat(accuracy.precision()).isInstanceOf(Refused.class);
        assertThat(((Measured) accuracy.recall()).value()).isZero();
        assertThat(((Measured) accuracy.recall()).interval().high()).isZero();
        assertThat(((Measured) accuracy.f1()).value()).isZero();
        CoderAccuracy nowhere = row(new boolean[10], new boolean[10], 0, 100).accuracy();
        assertThat(nowhere.recall()).isInstanceOf(Refused.class);
    }

    @Test
    void precisionSpeaksOfWhatWasCoded() {
        boolean[] human = {true, true, false, false, false, false, false, false, false, true};
        boolean[] machine = {true, true, true, false, false, false, false, false, false, false};
        CoderAccuracy accuracy = row(human, machine, 30, 100).accuracy();
        Basis precision = ((Measured) accuracy.precision()).basis();
        assertThat(precision.read()).isEqualTo(3);
        assertThat(precision.population()).isEqualTo(30);
        Basis recall = ((Measured) accuracy.recall()).basis();
        assertThat(recall.read()).isEqualTo(10);
        assertThat(recall.population()).isEqualTo(100);
    }

    @Test
    void onceAllAreReadAWrongCountIsWrong() {
        boolean[] human = new boolean[40];
        boolean[] machine = new boolean[40];
        machine[0] = true;
        ThemeShares.Row wrong = row(human, machine, 1, 40);
        assertThat(wrong.p()).isZero();
        assertThat(((Measured) wrong.share()).interval().width()).isZero();
        assertThat(row(machine, machine, 1, 40).p()).isEqualTo(1);
        boolean[] other = new boolean[40];
        other[1] = true;
        assertThat(row(other, machine, 1, 40).p())
                .as("one error of each kind: the count is right")
                .isEqualTo(1);
    }

    @Test
    void unequalChancesTellLess() {
        double[] values = {0, 1, 0, 1, 0, 1, 0, 1, 0, 1};
        double[] equal = new double[10];
        Arrays.fill(equal, 0.01);
        double[] unequal = {0.001, 0.001, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05};
        for (var design : SurveyMean.Design.values()) {
            assertThat(effective(values, equal, design)).isCloseTo(10, within(1.5));
            assertThat(effective(values, unequal, design)).isLessThan(4);
        }
    }

    private static double effective(double[] values, double[] probability, SurveyMean.Design design) {
        var mean = (Measured) SurveyMean.hajek(values, probability, 1000, design, 0.95);
        return mean.basis().effective();
    }

    @Test
    void arraysOfDifferentLengthsAreNamed() {
        double[] two = {0, 1};
        assertThatThrownBy(() -> ActiveMean.of(two, new double[3], two, new boolean[3], 0.95))
                .hasMessage("arrays must be of one length: 2, 3, 2, 3");
    }
}
