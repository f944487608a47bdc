package org.folkmoot.quality.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConformalRiskControlTest {
    /// For losses 1{score > dial} it is split conformal prediction, whose quantile of the hundred golden-ratio
    /// scores at α = 0.1 is 0.9016994374947451 (NumPy).
    @Test
    void indicatorLossesGiveTheConformalQuantile() {
        double[] scores = new double[100];
        Arrays.setAll(scores, i -> (i + 1) * 0.6180339887498949 % 1);
        double[] dial = scores.clone();
        Arrays.sort(dial);
        double[][] losses = new double[100][100];
        for (int i = 0; i < 100; i++) {
            for (int j = 0; j < 100; j++) {
                losses[i][j] = scores[i] > dial[j] ? 1 : 0;
            }
        }
        var control = ConformalRiskControl.of(losses, 0.1, 1).orElseThrow();
        assertThat(dial[control.setting()]).isCloseTo(0.9016994374947451, within(1e-12));
        assertThat(control.guaranteed()).isLessThanOrEqualTo(0.1);
    }

    @Test
    void tooFewItemsHoldNoPromise() {
        assertThat(ConformalRiskControl.of(new double[8][3], 0.1, 1)).isEmpty();
        assertThat(ConformalRiskControl.of(new double[9][3], 0.1, 1)).contains(new ConformalRiskControl(0, 0, 0.1));
    }

    /// The mean loss of the next item, over 4,000 draws, is at most α; its standard error is below 0.005.
    @Test
    void theNextItemsMeanLossIsHeld() {
        var random = new SplittableRandom(30);
        double sum = 0;
        int draws = 4000;
        for (int draw = 0; draw < draws; draw++) {
            double[][] losses = new double[51][40];
            for (double[] item : losses) {
                double hard = random.nextDouble();
                for (int j = 0; j < item.length; j++) {
                    item[j] = Math.max(0, Math.min(1, 2 * hard - j / 20.0));
                }
            }
            double[][] seen = Arrays.copyOf(losses, 50);
            var control = ConformalRiskControl.of(seen, 0.2, 1).orElseThrow();
            sum += losses[50][control.setting()];
        }
        assertThat(sum / draws).isBetween(0.15, 0.2 + 4 * 0.005);
    }

    @Test
    void aLossThatGrowsIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConformalRiskControl.of(new double[][] {{0.2, 0.3}}, 0.1, 1))
                .withMessage("loss of item 0 at setting 1 must be in [0, 0.2], never growing: 0.3");
    }
}
