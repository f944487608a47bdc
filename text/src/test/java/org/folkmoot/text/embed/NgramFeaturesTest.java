package org.folkmoot.text.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class NgramFeaturesTest {
    // Three texts hold the pair (7, 8); no other pair is in three.
    private static final int[][] TEXTS = {{7, 8, 9}, {9, 7, 8}, {7, 8}, {9, 9}};

    private static NgramFeatures.Reader read(int... ids) {
        var reader = NgramFeatures.learn(10, TEXTS).reader();
        reader.read(ids, ids.length);
        return reader;
    }

    @Test
    void pairsHeldByThreeTextsAreFeatures() {
        assertThat(NgramFeatures.learn(10, TEXTS).size()).isEqualTo(11);
        var row = read(7, 8);
        assertThat(new int[] {row.feature(0), row.feature(1), row.feature(2)}).containsExactly(7, 8, 10);
        assertThat(row.size()).isEqualTo(3);
    }

    @Test
    void weightsAreThoseOfTheFormula() {
        var row = read(9, 7, 8, 7);
        double seven = Math.sqrt(Math.log(5 / 3.5)) * (1 + Math.log(2));
        double eight = Math.sqrt(Math.log(5 / 3.5));
        double nine = Math.sqrt(Math.log(5 / 3.5));
        double length = Math.sqrt(seven * seven + eight * eight + nine * nine);
        float[] expected = {
            (float) (nine / length), (float) (seven / length), (float) (eight / length), (float) (0.5 * eight / length)
        };
        float[] actual = {row.value(0), row.value(1), row.value(2), row.value(3)};
        assertThat(actual).containsExactly(expected, Offset.offset(1e-6f));
    }

    @Test
    void readerForgetsTheTextBefore() {
        var reader = NgramFeatures.learn(10, TEXTS).reader();
        reader.read(new int[] {7, 7, 7}, 3);
        reader.read(new int[] {7, 0, 0}, 1);
        assertThat(reader.size()).isEqualTo(1);
        assertThat(reader.value(0)).isEqualTo(1);
    }

    @Test
    void countsOfPairsEqualThoseOfAMapOfSets() {
        var random = new Random(3);
        var table = new PairTable(4);
        Map<Integer, Set<Integer>> expected = new HashMap<>();
        for (int text = 0; text < 500; text++) {
            for (int n = 0; n < 20; n++) {
                int key = (random.nextInt(40) << 16) | random.nextInt(40);
                table.count(key, text);
                expected.computeIfAbsent(key, _ -> new HashSet<>()).add(text);
            }
        }
        long[] entries = table.mostCommon(0, Integer.MAX_VALUE);
        Map<Integer, Integer> counts = new HashMap<>();
        for (long entry : entries) {
            counts.put(PairTable.key(entry), PairTable.count(entry));
        }
        Map<Integer, Integer> sizes = new HashMap<>();
        expected.forEach((key, texts) -> sizes.put(key, texts.size()));
        assertThat(counts).isEqualTo(sizes);
        assertThat(Arrays.stream(entries).mapToInt(PairTable::count))
                .isSortedAccordingTo((a, b) -> Integer.compare(b, a));
        assertThat(table.mostCommon(5, 7)).hasSize(7);
    }

    @Test
    void largestPairIsKept() {
        var table = new PairTable(1);
        table.put(-1, 3);
        table.put(0, 4);
        assertThat(new int[] {table.get(-1), table.get(0), table.get(1)}).containsExactly(3, 4, -1);
    }
}
