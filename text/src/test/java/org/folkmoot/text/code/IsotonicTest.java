package org.folkmoot.text.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class IsotonicTest {
    @Test
    void violatorsArePooled() {
        Isotonic curve = Isotonic.fit(new double[] {1, 2, 3, 4}, new boolean[] {false, true, false, true});
        assertThat(curve.scores()).containsExactly(1, 2.5, 4);
        assertThat(curve.shares()).containsExactly(0, 0.5, 1);
    }

    @Test
    void tiedScoresShareABlock() {
        Isotonic curve = Isotonic.fit(new double[] {5, 5, 5, 5}, new boolean[] {true, false, false, true});
        assertThat(curve.shares()).containsExactly(0.5);
        assertThat(curve.at(5)).isEqualTo(0.5);
    }

    @Test
    void linesJoinTheBlocksAndEndsAreLevel() {
        Isotonic curve = new Isotonic(new double[] {1, 3}, new double[] {0.2, 0.6});
        assertThat(curve.at(0)).isEqualTo(0.2);
        assertThat(curve.at(2)).isCloseTo(0.4, within(1e-12));
        assertThat(curve.at(9)).isEqualTo(0.6);
    }

    @Test
    void curveNeverFalls() {
        Random random = new Random(9);
        double[] scores = random.doubles(300).toArray();
        boolean[] labels = new boolean[300];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = random.nextDouble() < scores[i];
        }
        Isotonic curve = Isotonic.fit(scores, labels);
        double last = 0;
        for (double s = -0.1; s < 1.1; s += 0.01) {
            assertThat(curve.at(s)).as("seed 9, score %s", s).isBetween(last, 1.0);
            last = curve.at(s);
        }
    }
}
