package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Passage;
import org.folkmoot.text.vector.Centring;

/// Ranks passages by the cosine of what sets them apart from the corpus: both vectors without its mean.
record Nearness(Bench bench, Crew crew) {
    private static final int BLOCK = 4096;

    List<Bench.Ranked> to(String words, int most, Engine engine) {
        return to(engine.transformer().embed(List.of(words), engine.progress()).row(0), most);
    }

    List<Bench.Ranked> to(float[] meaning, int most) {
        return best(apart(meaning), all(), most);
    }

    List<Bench.Ranked> typical(List<Passage> ofTheme, int most) {
        int[] rows = bench.rowsOf(ofTheme);
        return best(apart(centre(bench.passages(), rows)), rows, most);
    }

    List<Bench.Ranked> misses(List<Passage> ofTheme, int most) {
        boolean[] carries = new boolean[bench.texts()];
        for (Passage passage : ofTheme) {
            int text = bench.background().texts().of()[passage.answer()];
            if (text >= 0) {
                carries[text] = true;
            }
        }
        int[] others = IntStream.range(0, bench.texts())
                .filter(text -> !carries[text])
                .flatMap(text -> IntStream.range(
                        bench.passages().offsets()[text], bench.passages().offsets()[text + 1]))
                .toArray();
        return best(apart(centre(bench.passages(), bench.rowsOf(ofTheme))), others, most);
    }

    private int[] all() {
        return IntStream.range(0, bench.size()).toArray();
    }

    /// Mean of the passages' vectors.
    static float[] centre(PassageTable passages, int[] rows) {
        float[] row = new float[passages.dimension()];
        double[] sum = new double[row.length];
        for (int passage : rows) {
            passages.copy(passage, row, 0);
            for (int j = 0; j < row.length; j++) {
                sum[j] += row[j];
            }
        }
        float[] centre = new float[row.length];
        for (int j = 0; j < centre.length; j++) {
            centre[j] = (float) (sum[j] / Math.max(1, rows.length));
        }
        return centre;
    }

    /// The direction of `vector` seen from the mean of the corpus, of unit length; zeros if it is zero.
    float[] apart(float[] vector) {
        float[] direction = vector.clone();
        Centring.normalise(direction);
        for (int j = 0; j < direction.length; j++) {
            if (direction[j] != 0) {
                subtract(direction);
                break;
            }
        }
        Centring.normalise(direction);
        return direction;
    }

    private void subtract(float[] direction) {
        float[] mean = bench.origins().main().corpus();
        for (int j = 0; j < direction.length; j++) {
            direction[j] -= mean[j];
        }
    }

    /// The cosine of each row's passage with a direction from the corpus' mean; 0 for one without meaning.
    float[] cosines(float[] direction, int[] rows) {
        PassageTable passages = bench.passages();
        float[] mean = bench.origins().main().corpus();
        double shared = 0;
        for (int j = 0; j < mean.length; j++) {
            shared += mean[j] * direction[j];
        }
        float fixed = (float) shared;
        float[] distances = bench.distances(crew);
        float[] cosines = new float[rows.length];
        crew.run(Math.ceilDiv(rows.length, BLOCK), block -> {
            int part = 0;
            for (int i = block * BLOCK; i < Math.min(rows.length, (block + 1) * BLOCK); i++) {
                part = passages.partOf(rows[i], part);
                CompactRows vectors = passages.parts().get(part);
                int row = rows[i] - passages.firstOf(part);
                float distance = distances[rows[i]];
                cosines[i] = distance == 0 ? 0 : (vectors.dot(row, direction) - fixed) / distance;
            }
        });
        return cosines;
    }

    /// The rows of highest cosine, best first, of the same words one.
    private List<Bench.Ranked> best(float[] direction, int[] rows, int most) {
        float[] cosines = cosines(direction, rows);
        long[] order = order(cosines);
        List<Bench.Ranked> best = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < order.length && best.size() < most; i++) {
            int at = (int) order[i];
            if (seen.add(bench.words(rows[at]))) {
                best.add(bench.ranked(rows[at], cosines[at]));
            }
        }
        return best;
    }

    /// Indices in the lower half of each number, highest value first, equals by index.
    static long[] order(float[] values) {
        long[] keys = new long[values.length];
        for (int i = 0; i < keys.length; i++) {
            int bits = Float.floatToIntBits(values[i]);
            // Sorts like the float, turned over: high values first.
            int rank = ~(bits ^ ((bits >> 31) & Integer.MAX_VALUE));
            keys[i] = ((long) rank << 32) | i;
        }
        Arrays.sort(keys);
        return keys;
    }
}
