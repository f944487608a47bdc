package org.folkmoot.benchmarks;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.folkmoot.quality.agreement.Coefficient;
import org.folkmoot.quality.agreement.KrippendorffAlpha;
import org.folkmoot.quality.agreement.Ratings;
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

/// Krippendorff's alpha, with its interval, of 1,000,000 ratings: 250,000 items, four of 40 raters each, ten
/// values.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class KrippendorffBenchmark {
    private Ratings<Integer> ratings = Ratings.<Integer>builder().build();

    @Setup
    public void draw() {
        var random = new SplittableRandom(1);
        Ratings.Builder<Integer> builder = Ratings.over(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
        for (int item = 0; item < 250_000; item++) {
            int truth = random.nextInt(10);
            int first = random.nextInt(40);
            for (int seat = 0; seat < 4; seat++) {
                int value = random.nextDouble() < 0.7 ? truth : random.nextInt(10);
                builder.add("item " + item, "rater " + (first + seat) % 40, value);
            }
        }
        ratings = builder.build();
    }

    @Benchmark
    public Coefficient nominal() {
        return KrippendorffAlpha.nominal(ratings, 0.95);
    }

    @Benchmark
    public Coefficient ordinal() {
        return KrippendorffAlpha.ordinal(ratings, 0.95);
    }

    @Benchmark
    public Coefficient interval() {
        return KrippendorffAlpha.interval(ratings, 0.95);
    }
}
