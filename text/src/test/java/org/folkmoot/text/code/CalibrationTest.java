package org.folkmoot.text.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.folkmoot.text.vector.Vectors;
import org.junit.jupiter.api.Test;

final class CalibrationTest {
    /// Labels drawn with probability `σ(6 s - 3)` from scores uniform in [0, 1].
    private static float[][] draw(Vectors scores, long seed) {
        Random random = new Random(seed);
        float[][] labels = new float[scores.rows()][scores.dimension()];
        for (int i = 0; i < scores.rows(); i++) {
            for (int t = 0; t < scores.dimension(); t++) {
                double s = random.nextDouble();
                scores.values()[i * scores.dimension() + t] = (float) s;
                labels[i][t] = random.nextDouble() < 1 / (1 + Math.exp(3 - 6 * s)) ? 1 : 0;
            }
        }
        return labels;
    }

    @Test
    void confidenceIsTheShareThatIsRight() {
        Vectors scores = Vectors.zeros(20_000, 2);
        Calibration calibration = Calibration.fit(scores, draw(scores, 1));
        // The isotonic part errs by about the cube root of one over the number of pairs: 40,000^(-1/3) = 0.03.
        for (double s : new double[] {0.1, 0.5, 0.9}) {
            assertThat(calibration.confidence(s, 0)).isCloseTo(1 / (1 + Math.exp(3 - 6 * s)), within(0.03));
        }
    }

    @Test
    void themeWithoutExamplesHasTheCommonThreshold() {
        Vectors scores = Vectors.zeros(500, 3);
        float[][] labels = draw(scores, 2);
        for (float[] row : labels) {
            row[2] = 0;
        }
        double[] thresholds = Calibration.fit(scores, labels).thresholds();
        assertThat(thresholds[2])
                .isBetween(Math.min(thresholds[0], thresholds[1]) - 0.2, Math.max(thresholds[0], thresholds[1]) + 0.2);
        for (double threshold : thresholds) {
            assertThat(threshold).isBetween(0.0, 1.0);
        }
    }

    @Test
    void bestThresholdPartsWhatCanBeParted() {
        double[] scores = {0.9, 0.8, 0.4, 0.2};
        assertThat(BestThreshold.of(scores, new boolean[] {true, true, false, false}, 0, 4))
                .isEqualTo(new BestThreshold((0.8 + 0.4) / 2, 1));
    }

    @Test
    void bestThresholdNeverPartsTies() {
        double[] scores = {0.5, 0.5, 0.1};
        assertThat(BestThreshold.of(scores, new boolean[] {true, false, false}, 0, 3))
                .isEqualTo(new BestThreshold((0.5 + 0.1) / 2, 2.0 / 3));
    }
}
