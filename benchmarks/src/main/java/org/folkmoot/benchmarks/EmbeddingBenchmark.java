package org.folkmoot.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.embed.CorpusStudent;
import org.folkmoot.text.embed.Tokens;
import org.folkmoot.text.embed.TransformerEmbedder;
import org.folkmoot.text.embed.WordPiece;
import org.folkmoot.text.vector.Vectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Texts a second on one thread, for texts of 60 word pieces drawn from the model's vocabulary.
///
/// Such texts hold few pairs that repeat: real ones cost the student up to twice as much.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class EmbeddingBenchmark {
    private static final Crew ALONE = new Crew(1);
    private static final int FEW = 64;
    private static final int MANY = 4096;

    private final List<String> texts = new ArrayList<>();
    private final Tokens tokens = new Tokens();
    private final TransformerEmbedder transformer = TransformerEmbedder.open(ALONE);
    private final CorpusStudent student = draw();

    private CorpusStudent draw() {
        var random = new SplittableRandom(1);
        WordPiece words = WordPiece.standard();
        while (texts.size() < MANY) {
            var text = new StringBuilder();
            for (int n = 0; n < 60; ) {
                // Whole words stand from id 2,000 on, the more frequent first.
                String piece = words.piece(2000 + (int) (20_000 * Math.pow(random.nextDouble(), 3)));
                if (!piece.startsWith("##")) {
                    text.append(piece).append(' ');
                    n++;
                }
            }
            texts.add(text.toString());
        }
        List<String> sample = texts.subList(0, FEW);
        Vectors vectors = transformer.embed(sample, Progress.SILENT);
        return CorpusStudent.fit(sample, vectors, ALONE, Progress.SILENT);
    }

    @TearDown
    public void close() {
        transformer.close();
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public int wordPiece() {
        int size = 0;
        for (String text : texts) {
            WordPiece.standard().tokenize(text, tokens);
            size += tokens.size();
        }
        return size;
    }

    @Benchmark
    @OperationsPerInvocation(FEW)
    public Vectors transformer() {
        return transformer.embed(texts.subList(0, FEW), Progress.SILENT);
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public Vectors student() {
        return student.embed(texts, Progress.SILENT);
    }
}
