package org.folkmoot.quality.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChartsTest {
    @Test
    void ewmaByHand() {
        var points =
                Ewma.chart(List.of(new Count(20, 100), new Count(0, 0), new Count(5, 50)), 0.1, Ewma.Options.DEFAULT);
        assertThat(points.get(0).average()).isCloseTo(0.12, within(1e-12));
        assertThat(points.get(0).high()).isCloseTo(0.1 + 2.86 * 0.2 * 0.03, within(1e-12));
        assertThat(points.get(0).signals()).isTrue();
        assertThat(points.get(1).average())
                .as("a period without items changes nothing")
                .isCloseTo(0.12, within(1e-12));
        assertThat(points.get(2).average()).isCloseTo(0.2 * 0.1 + 0.8 * 0.12, within(1e-12));
        double variance = 0.04 * 0.09 / 50 + 0.64 * 0.04 * 0.09 / 100;
        assertThat(points.get(2).high()).isCloseTo(0.1 + 2.86 * Math.sqrt(variance), within(1e-12));
    }

    @Test
    void ewmaKeepsQuietAsLongAsDesigned() {
        double length = meanRun(1, draw -> {
            List<Count> periods = binomialPeriods(draw, 0.2, 2500);
            return first(Ewma.chart(periods, 0.2, Ewma.Options.DEFAULT).stream()
                    .map(Ewma.Point::signals)
                    .toList());
        });
        // Some 370 for normal values, run lengths nearly exponential: 400 draws leave 5 % standard error.
        assertThat(length).isBetween(290.0, 450.0);
    }

    /// Montgomery, table 9.3: k = 0.5, h = 4 gives 168 periods between false alarms, and 8.38 to find one sigma.
    @Test
    void cusumRunLengths() {
        assertThat(meanRun(2, draw -> firstCusum(draw, 0))).isBetween(140.0, 196.0);
        assertThat(meanRun(3, draw -> firstCusum(draw, 1))).isBetween(7.6, 9.2);
    }

    @Test
    void cusumByHand() {
        var points = Cusum.ofValues(new double[] {1, -2, 3}, 0.5, 4);
        assertThat(points)
                .containsExactly(new Cusum.Point(0.5, 0, 4), new Cusum.Point(0, 1.5, 4), new Cusum.Point(2.5, 0, 4));
    }

    @Test
    void cusumOfRatesFindsARiseAndNotItsOpposite() {
        List<Count> periods = new ArrayList<>(binomialPeriods(1, 0.01, 50));
        periods.addAll(binomialPeriods(2, 0.03, 50));
        var points = Cusum.ofRates(periods, 0.01, 0.02, 0.005, 5);
        int signal = first(points.stream().map(Cusum.Point::signals).toList());
        assertThat(signal).isBetween(51, 75);
        assertThat(points.get(signal - 1).down()).isLessThan(5);
    }

    @Test
    void impossibleRatesAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cusum.ofRates(List.of(), 0.1, 0.05, 0.01, 4))
                .withMessage("rates must rise from fallen over usual to risen in (0, 1): 0.01, 0.1, 0.05");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Count(3, 2))
                .withMessage("events must be in [0, items]: 3 of 2");
    }

    private static int firstCusum(long draw, double shift) {
        var random = new Random(draw);
        double[] values = new double[1500];
        for (int t = 0; t < values.length; t++) {
            values[t] = random.nextGaussian() + shift;
        }
        return first(Cusum.ofValues(values, 0.5, 4).stream()
                .map(Cusum.Point::signals)
                .toList());
    }

    private static List<Count> binomialPeriods(long draw, double rate, int length) {
        var random = new SplittableRandom(draw);
        List<Count> periods = new ArrayList<>(length);
        for (int t = 0; t < length; t++) {
            int events = 0;
            for (int i = 0; i < 200; i++) {
                events += random.nextDouble() < rate ? 1 : 0;
            }
            periods.add(new Count(events, 200));
        }
        return periods;
    }

    /// Number of the first period that signals, or of all if none does.
    private static int first(List<Boolean> signals) {
        int at = signals.indexOf(true);
        return at < 0 ? signals.size() : at + 1;
    }

    private interface Run {
        int length(long draw);
    }

    private static double meanRun(int seed, Run run) {
        double sum = 0;
        for (int draw = 0; draw < 400; draw++) {
            sum += run.length(1000L * seed + draw);
        }
        return sum / 400;
    }
}
