package org.folkmoot.quality.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.ReferenceData;
import org.folkmoot.quality.estimation.Estimate.Measured;
import org.folkmoot.quality.estimation.PredictionPowered.Alternative;
import org.folkmoot.quality.estimation.PredictionPowered.Labelled;
import org.folkmoot.quality.estimation.PredictionPowered.Lambda;
import org.folkmoot.quality.estimation.PredictionPowered.Options;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Numbers of ppi_py (commit bd90caad, MIT). Closed forms to 1e-9, the rounding of sums in another order; tuned λ
/// to 1e-4.
class PredictionPoweredReferenceTest {
    private static final Offset<Double> CLOSED = within(1e-9);
    private static final Offset<Double> TUNED = within(1e-4);
    private static final Lambda AUTO = new Lambda.Tuned();

    private static double fraction(double x) {
        return x - Math.floor(x);
    }

    private static Measured mean(Labelled read, Moments rest, double confidence, Lambda lambda, Alternative side) {
        return (Measured) PredictionPowered.mean(read, rest, new Options(confidence, lambda, side));
    }

    private static void interval(Interval found, JsonNode expected, Offset<Double> tolerance) {
        assertThat(found.low()).isCloseTo(expected.get(0).asDouble(), tolerance);
        assertThat(found.high()).isCloseTo(expected.get(1).asDouble(), tolerance);
    }

    /// The deterministic vectors of ppi_ref.py: machine values by the golden ratio, 60 read and 600 not.
    private record Golden(double[] y, double[] f, double[] rest) {
        static Golden of(int n, int size, boolean weak) {
            double[] y = new double[n];
            double[] f = new double[n];
            double[] rest = new double[size];
            for (int i = 1; i <= n + size; i++) {
                double u = fraction(i * 0.6180339887498949);
                double v = fraction(i * 0.7548776662466927);
                boolean yes = weak ? 0.35 * u + v > 0.8 : u + 0.5 * (v - 0.5) > 0.6;
                if (i <= n) {
                    y[i - 1] = yes ? 1 : 0;
                    f[i - 1] = u;
                } else {
                    rest[i - n - 1] = u;
                }
            }
            return new Golden(y, f, rest);
        }

        Labelled read() {
            return Labelled.of(y, f);
        }

        Moments moments() {
            return Moments.of(rest);
        }
    }

    private static JsonNode reference(String file) {
        Path path = ReferenceData.folder("ppi-reference").resolveSibling("../reference/" + file);
        Assumptions.assumeTrue(Files.exists(path), "no reference numbers at " + path);
        return ReferenceData.json(path);
    }

    @Test
    void everyMeanOfTheRealArrays() {
        Path folder = ReferenceData.folder("ppi-reference");
        for (JsonNode set : ReferenceData.json(folder.resolve("expected.json")).get("cases")) {
            var rows = ReferenceData.csv(folder.resolve(set.get("set").asString() + ".csv"));
            int n = set.get("n_labelled").asInt();
            double[] y = rows.stream()
                    .mapToDouble(row -> Double.parseDouble(row.getField("Y")))
                    .toArray();
            double[] f = rows.stream()
                    .mapToDouble(row -> Double.parseDouble(row.getField("Yhat")))
                    .toArray();
            var read = Labelled.of(Arrays.copyOf(y, n), Arrays.copyOf(f, n));
            var rest = Moments.of(Arrays.copyOfRange(f, n, f.length));
            for (double alpha : new double[] {0.05, 0.10}) {
                String suffix = alpha == 0.05 ? "_alpha0.05" : "_alpha0.10";
                interval(
                        mean(read, rest, 1 - alpha, new Lambda.Fixed(0), Alternative.TWO_SIDED)
                                .interval(),
                        set.get("classical_mean_ci" + suffix),
                        CLOSED);
                interval(
                        mean(read, rest, 1 - alpha, new Lambda.Fixed(1), Alternative.TWO_SIDED)
                                .interval(),
                        set.get("ppi_mean_ci_lam1" + suffix),
                        CLOSED);
                interval(
                        mean(read, rest, 1 - alpha, AUTO, Alternative.TWO_SIDED).interval(),
                        set.get("ppi_mean_ci_tuned" + suffix),
                        TUNED);
            }
            Measured tuned = mean(read, rest, 0.95, AUTO, Alternative.TWO_SIDED);
            assertThat(tuned.value()).isCloseTo(set.get("ppi_mean_point_tuned").asDouble(), TUNED);
            Measured full = mean(read, rest, 0.95, new Lambda.Fixed(1), Alternative.TWO_SIDED);
            assertThat(full.value()).isCloseTo(set.get("ppi_mean_point_lam1").asDouble(), CLOSED);
        }
    }

    @Test
    void lambdaIsClippedAtOne() {
        JsonNode expected = reference("ppi_ref.json");
        Golden golden = Golden.of(60, 600, false);
        assertThat(PredictionPowered.lambda(golden.read(), golden.moments(), AUTO))
                .isEqualTo(expected.get("lamHat").asDouble());
        for (var lambda : List.of(AUTO, new Lambda.Fixed(0), new Lambda.Fixed(1))) {
            String name = lambda instanceof Lambda.Fixed(double value) ? "_" + (int) value : "_auto";
            Measured ninety = mean(golden.read(), golden.moments(), 0.90, lambda, Alternative.TWO_SIDED);
            assertThat(ninety.value()).isCloseTo(expected.get("point" + name).asDouble(), CLOSED);
            interval(ninety.interval(), expected.get("ci90" + name), CLOSED);
            interval(
                    mean(golden.read(), golden.moments(), 0.95, lambda, Alternative.TWO_SIDED)
                            .interval(),
                    expected.get("ci95" + name),
                    CLOSED);
        }
    }

    /// The reference code forgets the alternative when λ is tuned. Here λ is tuned to 1, so that the interval
    /// must be the one-sided interval of λ = 1.
    @Test
    void oneSidedStaysOneSidedWithTunedLambda() {
        JsonNode expected = reference("ppi_ref.json");
        Golden golden = Golden.of(60, 600, false);
        Interval found = mean(golden.read(), golden.moments(), 0.90, AUTO, Alternative.LARGER)
                .interval();
        assertThat(found.low()).isCloseTo(expected.get("ci90_larger_1").get(0).asDouble(), CLOSED);
        assertThat(found.high()).isEqualTo(Double.POSITIVE_INFINITY);
        Interval below = mean(golden.read(), golden.moments(), 0.90, AUTO, Alternative.SMALLER)
                .interval();
        assertThat(below.low()).isEqualTo(Double.NEGATIVE_INFINITY);
        Interval classical = mean(golden.read(), golden.moments(), 0.90, new Lambda.Fixed(0), Alternative.LARGER)
                .interval();
        assertThat(classical.low())
                .isCloseTo(expected.get("ci90_larger_0").get(0).asDouble(), CLOSED);
    }

    /// The reference code does not clip λ in p-values; ours is that of the interval's λ, here 1.
    @Test
    void pValueUsesTheClippedLambda() {
        JsonNode expected = reference("ppi_ref.json");
        Golden golden = Golden.of(60, 600, false);
        Measured tuned = mean(golden.read(), golden.moments(), 0.95, AUTO, Alternative.TWO_SIDED);
        assertThat(PredictionPowered.pValue(tuned, 0.4, Alternative.TWO_SIDED))
                .isCloseTo(expected.get("pval_null0.4_1").asDouble(), CLOSED)
                .isNotCloseTo(expected.get("pval_null0.4_auto").asDouble(), within(1e-4));
        Measured classical = mean(golden.read(), golden.moments(), 0.95, new Lambda.Fixed(0), Alternative.TWO_SIDED);
        assertThat(PredictionPowered.pValue(classical, 0.4, Alternative.TWO_SIDED))
                .isCloseTo(expected.get("pval_null0.4_0").asDouble(), CLOSED);
    }

    @Test
    void weightsByInclusionProbability() {
        JsonNode expected = reference("ppi_ref.json");
        Golden golden = Golden.of(60, 600, false);
        double[] weight = new double[60];
        double[] restWeight = new double[600];
        for (int i = 1; i <= 660; i++) {
            if (i <= 60) {
                weight[i - 1] = 1 + i % 3;
            } else {
                restWeight[i - 61] = 1 + i % 2;
            }
        }
        Measured found = mean(
                new Labelled(golden.y, golden.f, weight),
                Moments.of(golden.rest, restWeight),
                0.90,
                AUTO,
                Alternative.TWO_SIDED);
        assertThat(found.value()).isCloseTo(expected.get("weighted_point_auto").asDouble(), TUNED);
        interval(found.interval(), expected.get("weighted_ci90_auto"), TUNED);
    }

    @Test
    void weakMachine() {
        JsonNode expected = reference("stats_ref.json").get("B");
        Golden golden = Golden.of(80, 800, true);
        assertThat(PredictionPowered.lambda(golden.read(), golden.moments(), AUTO))
                .isCloseTo(expected.get("lam").asDouble(), CLOSED);
        Measured tuned = mean(golden.read(), golden.moments(), 0.90, AUTO, Alternative.TWO_SIDED);
        assertThat(tuned.value()).isCloseTo(expected.get("point").asDouble(), CLOSED);
        interval(tuned.interval(), expected.get("ci90"), CLOSED);
        for (int trust = 0; trust <= 1; trust++) {
            interval(
                    mean(golden.read(), golden.moments(), 0.90, new Lambda.Fixed(trust), Alternative.TWO_SIDED)
                            .interval(),
                    expected.get("ci90_lam" + trust),
                    CLOSED);
        }
        assertThat(PredictionPowered.pValue(tuned, 0.5, Alternative.TWO_SIDED))
                .isCloseTo(expected.get("pval_null0.5").asDouble(), CLOSED);
    }
}
