package org.folkmoot.quality.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.folkmoot.quality.threshold.SelectiveCoding.Accepting;
import org.folkmoot.quality.threshold.SelectiveCoding.NotShown;
import org.folkmoot.quality.threshold.SelectiveCoding.Options;
import org.folkmoot.quality.threshold.SelectiveCoding.SampleTooSmall;
import org.junit.jupiter.api.Test;

class SelectiveCodingTest {
    private static double[] evenly(int n) {
        double[] confidence = new double[n];
        Arrays.setAll(confidence, i -> (i + 0.5) / n);
        return confidence;
    }

    @Test
    void aFaultlessCoderNeedsNoMoreReading() {
        boolean[] right = new boolean[300];
        Arrays.fill(right, true);
        var found = SelectiveCoding.find(new Outcomes(evenly(300), right), evenly(1000), Options.of(0.05, 0.1));
        assertThat(found).isInstanceOf(Accepting.class);
        assertThat(found.toRead()).isZero();
        assertThat(((Accepting) found).saved()).isEqualTo(1);
        assertThat(found.message())
                .isEqualTo("Codings with a confidence of at least 0.0005 (1000 of 1000) can be accepted unread: with"
                        + " probability 0.9 at most 5 % of them are wrong. 0 are left to read.");
    }

    /// Right above 0.6 and wrong below: the threshold is where the wrong ones among those accepted come to 5 %.
    @Test
    void theThresholdStopsShortOfTheWrongOnes() {
        double[] confidence = evenly(2000);
        boolean[] right = new boolean[2000];
        for (int i = 0; i < 2000; i++) {
            right[i] = confidence[i] > 0.6;
        }
        var found = (Accepting)
                SelectiveCoding.find(new Outcomes(confidence, right), evenly(10_000), Options.of(0.05, 0.1));
        assertThat(found.threshold()).isBetween(0.58, 0.6);
        assertThat(found.accepted() + found.toRead()).isEqualTo(10_000);
    }

    /// (1 - 0.05)^44 > 0.1 ≥ (1 - 0.05)^45.
    @Test
    void aSampleTooSmallForThePromiseIsRefused() {
        boolean[] right = new boolean[44];
        Arrays.fill(right, true);
        var found = SelectiveCoding.find(new Outcomes(evenly(44), right), evenly(1000), Options.of(0.05, 0.1));
        assertThat(found).isEqualTo(new SampleTooSmall(44, 45, 1000));
    }

    @Test
    void aCoderWrongEverywhereIsNotTrusted() {
        var found =
                SelectiveCoding.find(new Outcomes(evenly(500), new boolean[500]), evenly(1000), Options.of(0.05, 0.1));
        assertThat(found).isInstanceOf(NotShown.class);
        assertThat(((NotShown) found).bound()).isEqualTo(1);
        assertThat(found.toRead()).isEqualTo(1000);
    }

    /// The promise, kept: over samples from a coder whose confidence is noisy and not calibrated, the true share
    /// of wrong codings above the threshold exceeds α in at most δ of draws. Of 2,000 draws with δ = 0.1 the
    /// Monte-Carlo standard error is 0.0095; three of them are allowed.
    @Test
    void thePromiseHoldsWithTheProbabilityStated() {
        for (RiskBound bound : RiskBound.values()) {
            for (int size : new int[] {200, 1000}) {
                assertThat(broken(bound, size)).as("%s, %s read", bound, size).isLessThanOrEqualTo(0.1 + 3 * 0.0095);
            }
        }
    }

    private static double broken(RiskBound bound, int size) {
        var random = new SplittableRandom(20);
        int codings = 5000;
        double[] all = new double[codings];
        boolean[] right = new boolean[codings];
        for (int i = 0; i < codings; i++) {
            all[i] = Math.round(1000 * random.nextDouble()) / 1000.0;
            // Surest codings are not the best: errors do not fall evenly with confidence.
            double wrong = 0.01 + 0.3 * Math.pow(1 - all[i], 2) + (all[i] > 0.9 ? 0.01 : 0);
            right[i] = random.nextDouble() >= wrong;
        }
        var options = new Options(0.05, 0.1, bound, 200, 0.25);
        int draws = 1000;
        int brokenDraws = 0;
        int accepting = 0;
        for (int draw = 0; draw < draws; draw++) {
            double[] confidence = new double[size];
            boolean[] outcome = new boolean[size];
            for (int i = 0; i < size; i++) {
                int at = random.nextInt(codings);
                confidence[i] = all[at];
                outcome[i] = right[at];
            }
            if (SelectiveCoding.find(new Outcomes(confidence, outcome), all, options) instanceof Accepting found) {
                accepting++;
                Trial truth = Trial.of(new Outcomes(all, right), found.threshold());
                brokenDraws += (double) truth.wrong() / truth.sampled() > 0.05 ? 1 : 0;
            }
        }
        assertThat(accepting).as("draws in which something is accepted").isGreaterThan(size >= 1000 ? draws / 2 : 50);
        return (double) brokenDraws / draws;
    }
}
