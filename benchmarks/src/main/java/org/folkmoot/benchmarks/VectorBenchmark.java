package org.folkmoot.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.vector.Centring;
import org.folkmoot.text.vector.Neighbours;
import org.folkmoot.text.vector.Similarities;
import org.folkmoot.text.vector.TopK;
import org.folkmoot.text.vector.Vectors;
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

/// The kernels over vectors on one thread: 4,096 rows of 384 numbers against 512, whole and against a plain loop.
///
/// The kernels must stay some twenty times faster than `plainLoop`: where they are not, the compiler no longer
/// vectorises them.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class VectorBenchmark {
    private static final Crew ALONE = new Crew(1);

    private Vectors many = Vectors.zeros(0, 0);
    private Vectors few = Vectors.zeros(0, 0);

    @Setup
    public void draw() {
        var random = new SplittableRandom(1);
        many = gaussian(4096, random);
        few = gaussian(512, random);
    }

    private static Vectors gaussian(int rows, SplittableRandom random) {
        Vectors vectors = Vectors.zeros(rows, 384);
        for (int i = 0; i < vectors.values().length; i++) {
            vectors.values()[i] = (float) random.nextGaussian();
        }
        return vectors;
    }

    @Benchmark
    public Vectors plainLoop() {
        Vectors result = Vectors.zeros(many.rows(), few.rows());
        for (int i = 0; i < many.rows(); i++) {
            for (int j = 0; j < few.rows(); j++) {
                float sum = 0;
                for (int d = 0; d < many.dimension(); d++) {
                    sum += many.at(i, d) * few.at(j, d);
                }
                result.values()[i * few.rows() + j] = sum;
            }
        }
        return result;
    }

    @Benchmark
    public Vectors similarities() {
        return Similarities.between(many, few, ALONE);
    }

    @Benchmark
    public Neighbours fifteenNearest() {
        return TopK.of(many, few, 15, ALONE, Progress.SILENT);
    }

    @Benchmark
    public Vectors centring() {
        return Centring.centred(many, ALONE);
    }
}
