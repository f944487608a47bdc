package org.folkmoot.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.folkmoot.quality.estimation.BlindSample;
import org.folkmoot.quality.estimation.Estimate;
import org.folkmoot.quality.estimation.MachineCount;
import org.folkmoot.quality.estimation.Moments;
import org.folkmoot.quality.estimation.PredictionPowered;
import org.folkmoot.quality.estimation.PredictionPowered.Labelled;
import org.folkmoot.quality.estimation.PredictionPowered.Options;
import org.folkmoot.quality.estimation.ThemeShares;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Estimates of 50 themes from 1,000,000 machine codings each and 1,000 units read.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class PredictionPoweredBenchmark {
    private static final int THEMES = 50;
    private static final int UNITS = 1_000_000;
    private static final int READ = 1000;

    /// Probabilities by theme; themes share ten arrays, so that the machine's memory is not what is measured.
    private final float[][] scores = new float[10][UNITS];
    private final double[][] human = new double[THEMES][READ];
    private final double[][] machine = new double[THEMES][READ];

    @Setup
    public void draw() {
        var random = new SplittableRandom(1);
        for (float[] theme : scores) {
            for (int i = 0; i < UNITS; i++) {
                double u = random.nextDouble();
                theme[i] = (float) (u * u * u);
            }
        }
        for (int t = 0; t < THEMES; t++) {
            for (int i = 0; i < READ; i++) {
                machine[t][i] = scores[t % 10][i];
                human[t][i] = random.nextDouble() < machine[t][i] ? 1 : 0;
            }
        }
    }

    /// Tuned prediction-powered means of probabilities.
    @Benchmark
    public List<Estimate> meansOfScores() {
        List<Estimate> estimates = new ArrayList<>();
        for (int t = 0; t < THEMES; t++) {
            estimates.add(PredictionPowered.mean(
                    Labelled.of(human[t], machine[t]), Moments.of(scores[t % 10]), Options.DEFAULT));
        }
        return estimates;
    }

    /// Corrected shares, accuracy and tests of yes/no codings, counted from the probabilities.
    @Benchmark
    public ThemeShares sharesOfThemes() {
        List<ThemeShares.Theme> themes = new ArrayList<>();
        for (int t = 0; t < THEMES; t++) {
            long coded = 0;
            for (float score : scores[t % 10]) {
                coded += score >= 0.5 ? 1 : 0;
            }
            boolean[] has = new boolean[READ];
            boolean[] says = new boolean[READ];
            for (int i = 0; i < READ; i++) {
                has[i] = human[t][i] == 1;
                says[i] = machine[t][i] >= 0.5;
            }
            themes.add(new ThemeShares.Theme(
                    "theme " + t, BlindSample.simple(has, says, UNITS), MachineCount.of(coded, UNITS)));
        }
        return ThemeShares.of(themes, ThemeShares.Options.DEFAULT);
    }
}
