package org.folkmoot.quality.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.folkmoot.quality.threshold.Reliability.Binning;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final double[] SCORE = {0.1, 0.2, 0.2, 0.4, 0.5, 0.55, 0.6, 0.8, 0.9, 0.95};
    private static final boolean[] RIGHT = {false, true, false, false, true, false, true, true, false, true};

    /// SciPy 1.17.1, isotonic_regression with the two equal scores joined.
    @Test
    void isotonicPoolsViolators() {
        var curve = IsotonicCalibration.fit(SCORE, RIGHT);
        double[] at = {0.1, 0.2, 0.4, 0.5, 0.55, 0.6, 0.8, 0.9, 0.95};
        assertThat(DoubleStream.of(at).map(curve::apply).toArray())
                .containsExactly(
                        new double[] {0, 1.0 / 3, 1.0 / 3, 0.5, 0.5, 2.0 / 3, 2.0 / 3, 2.0 / 3, 1}, within(1e-12));
        assertThat(curve.apply(0.15)).as("between scores").isCloseTo(1.0 / 6, within(1e-12));
        assertThat(curve.apply(-3)).as("below all").isZero();
        assertThat(curve.apply(3)).as("above all").isEqualTo(1);
    }

    /// SciPy 1.17.1, BFGS on the same likelihood.
    @Test
    void plattFindsTheLikeliestCurve() {
        var curve = PlattCalibration.fit(SCORE, RIGHT);
        assertThat(curve.slope()).isCloseTo(1.6342630858726135, within(1e-6));
        assertThat(curve.intercept()).isCloseTo(-0.8492662346100847, within(1e-6));
    }

    @Test
    void plattStaysFiniteOnOutcomesOfOneKindOrSeparable() {
        var all = PlattCalibration.fit(new double[] {0.2, 0.7, 0.9}, new boolean[] {true, true, true});
        assertThat(all.apply(0.9)).isCloseTo(4.0 / 5, within(1e-6));
        var apart = PlattCalibration.fit(new double[] {0, 0, 1, 1}, new boolean[] {false, false, true, true});
        assertThat(apart.apply(1)).isCloseTo(0.75, within(1e-6));
        assertThat(apart.apply(0)).isCloseTo(0.25, within(1e-6));
    }

    @Test
    void plattRecoversTheCurveThatMadeTheOutcomes() {
        var random = new SplittableRandom(9);
        double[] score = random.doubles(20_000, -3, 3).toArray();
        boolean[] right = new boolean[score.length];
        for (int i = 0; i < score.length; i++) {
            right[i] = random.nextDouble() < 1 / (1 + Math.exp(-(1.5 * score[i] - 0.4)));
        }
        var curve = PlattCalibration.fit(score, right);
        // Standard errors are about 0.02.
        assertThat(curve.slope()).isCloseTo(1.5, within(0.1));
        assertThat(curve.intercept()).isCloseTo(-0.4, within(0.08));
    }

    @Test
    void reliabilityComparesConfidenceWithOutcome() {
        var outcomes = new Outcomes(
                new double[] {0.05, 0.15, 0.95, 0.85, 0.8}, new boolean[] {false, true, true, true, false});
        var reliability = Reliability.of(outcomes, new Reliability.Options(2, Binning.EQUAL_WIDTH, 0.95));
        assertThat(reliability.bins()).hasSize(2);
        var high = reliability.bins().get(1);
        assertThat(high.codings()).isEqualTo(3);
        assertThat(high.low()).isEqualTo(0.8);
        assertThat(high.meanConfidence()).isCloseTo(2.6 / 3, within(1e-12));
        assertThat(high.right()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(reliability.expectedError()).isCloseTo(0.4 * 0.4 + 0.6 * 0.2, within(1e-12));
        assertThat(reliability.greatestError()).isCloseTo(0.4, within(1e-12));
        assertThat(reliability.brier()).isCloseTo((0.0025 + 0.7225 + 0.0025 + 0.0225 + 0.64) / 5, within(1e-12));
    }

    @Test
    void equalCountsKeepTiesTogether() {
        var outcomes = new Outcomes(new double[] {0.1, 0.5, 0.5, 0.5, 0.9, 0.9}, new boolean[6]);
        var reliability = Reliability.of(outcomes, new Reliability.Options(3, Binning.EQUAL_COUNT, 0.95));
        assertThat(reliability.bins()).extracting(Reliability.Bin::codings).containsExactly(4, 2);
    }

    @Test
    void aCalibratedCoderShowsAboutTheNoise() {
        var random = new SplittableRandom(10);
        double error = 0;
        double noise = 0;
        for (int round = 0; round < 100; round++) {
            double[] confidence = random.doubles(400).toArray();
            boolean[] right = new boolean[400];
            for (int i = 0; i < 400; i++) {
                right[i] = random.nextDouble() < confidence[i];
            }
            var reliability = Reliability.of(new Outcomes(confidence, right), Reliability.Options.DEFAULT);
            error += reliability.expectedError() / 100;
            noise += reliability.noise() / 100;
        }
        assertThat(error).isCloseTo(noise, within(0.1 * noise));
    }

    @Test
    void noOutcomesGiveNoBins() {
        assertThat(Reliability.of(new Outcomes(new double[0], new boolean[0]), Reliability.Options.DEFAULT)
                        .bins())
                .isEmpty();
    }

    @Test
    void aConfidenceThatIsNoProbabilityIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Outcomes(new double[] {0.5, 1.2}, new boolean[2]))
                .withMessage("confidence 1 must be in [0, 1]: 1.2");
    }
}
