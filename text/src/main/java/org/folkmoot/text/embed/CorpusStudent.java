package org.folkmoot.text.embed;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.folkmoot.text.vector.Centring;
import org.folkmoot.text.vector.Vectors;

/// Imitates the transformer on the texts of one corpus at a thousandth of its cost.
///
/// Fitted on a sample that the transformer has embedded. A text's vector is a weighted sum over its word pieces and
/// frequent pairs of pieces, `y = Σₜ xₜ·(W·eₜ + δₜ) + Σₚ xₚ·δₚ`: `eₜ` is the transformer's own vector of a piece, so
/// that pieces the sample lacks have a place too; `W` and the corrections `δ` are found by ridge regression, in turns;
/// the weights `x` are those of [NgramFeatures].
///
/// It learns the transformer's vectors *centred* on the sample's mean, and its own are centred likewise: to compare,
/// give [#centred(Vectors)] what the transformer made.
///
/// Every fit leaves out a tenth of the sample and measures itself on it: see [#fidelity()].
///
/// Fitting costs O(passes · features of the sample · dimension), some seconds for 20,000 texts; applying costs
/// one addition of a vector for each feature of a text. The same bytes on any number of threads. Safe for use by
/// several threads.
public final class CorpusStudent implements Embedder {
    /// Fewest texts a student can be fitted on.
    public static final int LEAST_SAMPLE = 50;

    private static final int HELD_OUT = 10;
    private static final int TURNS = 2;
    private static final int STEPS = 8;
    private static final double DENSE_RIDGE = 0.2;
    private static final double SPARSE_RIDGE = 0.75;
    private static final int BLOCK = 256;

    private final NgramFeatures features;
    private final ByteRows table;
    private final float[] mean;
    private final Crew crew;
    private final double fidelity;

    private CorpusStudent(
            NgramFeatures features, ByteRows table, float[] mean, Crew crew, int[][] heldOut, float[][] truth) {
        this.features = features;
        this.table = table;
        this.mean = mean;
        this.crew = crew;
        fidelity = meanCosine(heldOut, truth);
    }

    /// Fits a student to a sample.
    ///
    /// @param sample texts drawn at random from the corpus, near-duplicates left out; at least
    ///     [#LEAST_SAMPLE] of them not blank
    /// @param vectors the transformer's vectors of these texts
    public static CorpusStudent fit(List<String> sample, Vectors vectors, Crew crew, Progress progress) {
        if (vectors.rows() != sample.size()) {
            throw new IllegalArgumentException(
                    "sample and vectors must be of one size: " + sample.size() + " and " + vectors.rows());
        }
        int[][] ids = pieces(sample, crew);
        int[] usable =
                IntStream.range(0, ids.length).filter(i -> ids[i].length > 0).toArray();
        if (usable.length < LEAST_SAMPLE) {
            throw new IllegalArgumentException(
                    "sample must hold at least " + LEAST_SAMPLE + " texts that are not blank: " + usable.length);
        }
        float[] mean = Centring.mean(vectors, crew);
        int[] learnt = IntStream.range(0, usable.length)
                .filter(i -> i % HELD_OUT != HELD_OUT - 1)
                .map(i -> usable[i])
                .toArray();
        int[] left = IntStream.range(0, usable.length)
                .filter(i -> i % HELD_OUT == HELD_OUT - 1)
                .map(i -> usable[i])
                .toArray();
        int[][] texts = pick(ids, learnt);
        NgramFeatures features = NgramFeatures.learn(WordPiece.standard().vocabularySize(), texts);
        var table = new ByteRows(learn(features, texts, centred(vectors, learnt, mean), crew, progress));
        return new CorpusStudent(features, table, mean, crew, pick(ids, left), centred(vectors, left, mean));
    }

    private static int[][] pieces(List<String> texts, Crew crew) {
        int[][] ids = new int[texts.size()][];
        WordPiece wordPiece = WordPiece.standard();
        crew.run(Math.ceilDiv(ids.length, BLOCK), block -> {
            var tokens = new Tokens();
            for (int i = block * BLOCK; i < Math.min(ids.length, (block + 1) * BLOCK); i++) {
                wordPiece.tokenize(texts.get(i), tokens);
                ids[i] = tokens.ids();
            }
        });
        return ids;
    }

    private static int[][] pick(int[][] ids, int[] which) {
        return IntStream.of(which).mapToObj(i -> ids[i]).toArray(int[][]::new);
    }

    private static float[][] centred(Vectors vectors, int[] which, float[] mean) {
        float[][] rows = new float[which.length][];
        for (int i = 0; i < which.length; i++) {
            rows[i] = vectors.row(which[i]);
            SparseRows.axpy(-1, mean, rows[i]);
            Centring.normalise(rows[i]);
        }
        return rows;
    }

    /// The table of the features' vectors.
    private static float[][] learn(NgramFeatures features, int[][] texts, float[][] y, Crew crew, Progress progress) {
        String stage = "teaching the student";
        int parts = 2 + 2 * TURNS;
        progress.at(stage, 0, parts);
        float[][] words = WordVectors.read();
        centre(words);
        int dimension = y[0].length;
        SparseRows x = SparseRows.of(features, texts);
        float[][] sums = new float[texts.length][dimension];
        x.times(words, words.length, sums, crew);
        var dense = new DenseRidge(sums, DENSE_RIDGE, crew);
        var sparse = new SparseRidge(x, SPARSE_RIDGE, dimension, crew);
        progress.at(stage, 1, parts);
        float[][] corrections = sparse.unknowns();
        float[][] map = new float[dimension][dimension];
        float[][] rest = new float[texts.length][dimension];
        for (int turn = 0; turn < TURNS; turn++) {
            x.times(corrections, x.columns(), rest, crew);
            subtractFrom(y, rest, crew);
            map = dense.solve(rest);
            progress.at(stage, 2 + 2L * turn, parts);
            multiply(sums, map, rest, crew);
            subtractFrom(y, rest, crew);
            sparse.improve(corrections, rest, STEPS);
            progress.at(stage, 3 + 2L * turn, parts);
        }
        float[][] table = new float[features.size()][dimension];
        float[][] bases = new float[words.length][dimension];
        multiply(words, map, bases, crew);
        System.arraycopy(bases, 0, table, 0, bases.length);
        for (int f = 0; f < table.length; f++) {
            if (corrections[f].length > 0) {
                SparseRows.axpy(1, corrections[f], table[f]);
            }
        }
        progress.at(stage, parts, parts);
        return table;
    }

    /// Gives the word vectors a common mean of zero and unit length each.
    private static void centre(float[][] words) {
        float[] mean = new float[words[0].length];
        for (float[] word : words) {
            SparseRows.axpy(1f / words.length, word, mean);
        }
        for (float[] word : words) {
            SparseRows.axpy(-1, mean, word);
            Centring.normalise(word);
        }
    }

    /// `result = left · map`.
    private static void multiply(float[][] left, float[][] map, float[][] result, Crew crew) {
        crew.run(left.length, i -> {
            Arrays.fill(result[i], 0);
            for (int d = 0; d < map.length; d++) {
                SparseRows.axpy(left[i][d], map[d], result[i]);
            }
        });
    }

    /// `rest = y − rest`.
    private static void subtractFrom(float[][] y, float[][] rest, Crew crew) {
        crew.run(rest.length, i -> {
            for (int j = 0; j < rest[i].length; j++) {
                rest[i][j] = y[i][j] - rest[i][j];
            }
        });
    }

    private double meanCosine(int[][] texts, float[][] truth) {
        var reader = features.reader();
        double sum = 0;
        for (int i = 0; i < texts.length; i++) {
            float[] vector = new float[dimension()];
            embed(texts[i], texts[i].length, reader, vector);
            for (int j = 0; j < vector.length; j++) {
                sum += (double) vector[j] * truth[i][j];
            }
        }
        return sum / texts.length;
    }

    private void embed(int[] ids, int length, NgramFeatures.Reader reader, float[] vector) {
        Arrays.fill(vector, 0);
        reader.read(ids, length);
        for (int k = 0; k < reader.size(); k++) {
            table.add(reader.value(k), reader.feature(k), vector);
        }
        Centring.normalise(vector);
    }

    /// Mean cosine between the student's and the transformer's centred vectors, on texts of the sample that were left
    /// out
    /// of the fit. Below some 0.75 the student had better not be used.
    public double fidelity() {
        return fidelity;
    }

    /// The transformer's vectors moved to where the student's lie: the sample's mean subtracted, unit length.
    public Vectors centred(Vectors vectors) {
        Vectors copy = new Vectors(
                vectors.rows(), vectors.dimension(), vectors.values().clone());
        Centring.subtract(copy, mean, crew);
        return copy;
    }

    @Override
    public int dimension() {
        return mean.length;
    }

    @Override
    public Vectors embed(List<String> texts, Progress progress) {
        int dimension = dimension();
        Vectors result = Vectors.zeros(texts.size(), dimension);
        WordPiece wordPiece = WordPiece.standard();
        var readers = ThreadLocal.withInitial(features::reader);
        crew.run("embedding", Math.ceilDiv(texts.size(), BLOCK), progress, block -> {
            var tokens = new Tokens();
            float[] vector = new float[dimension];
            for (int i = block * BLOCK; i < Math.min(texts.size(), (block + 1) * BLOCK); i++) {
                wordPiece.tokenize(texts.get(i), tokens);
                embed(tokens.view(), tokens.size(), readers.get(), vector);
                System.arraycopy(vector, 0, result.values(), i * dimension, dimension);
            }
        });
        return result;
    }
}
