package org.folkmoot.text.lexical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.folkmoot.text.vector.Vectors;
import org.junit.jupiter.api.Test;

class LsaTest {
    private static final Terms.Options EVERY_WORD = new Terms.Options(StopWords.ALL, false, 0, 0, 1, 1);

    @Test
    void atFullRankCosinesAreThoseOfTheTermWeights() {
        List<String> texts = List.of("bus late", "bus clean", "road bus hole", "hole road", "library closed");
        TermVectors rows = Terms.of(texts, EVERY_WORD).vectors(texts);
        Vectors dense = Lsa.of(rows, 20, 1);
        for (int i = 0; i < texts.size(); i++) {
            for (int j = 0; j < texts.size(); j++) {
                assertThat(dot(dense, i, j)).isCloseTo(rows.cosine(i, j), within(1e-5));
            }
        }
    }

    @Test
    void wordsThatShareCompanyComeNear() {
        List<String> texts =
                List.of("doctor surgery", "surgery physician", "physician surgery", "rail fare", "rail fare");
        TermVectors rows = Terms.of(texts, EVERY_WORD).vectors(texts);
        Vectors dense = Lsa.of(rows, 2, 1);
        assertThat(dot(dense, 0, 1)).isGreaterThan(0.95).isGreaterThan(rows.cosine(0, 1));
        assertThat(dot(dense, 0, 3)).isCloseTo(0, within(1e-5));
    }

    @Test
    void textWithoutTermsHasAZeroRow() {
        List<String> texts = List.of("bus late", "the", "bus clean");
        Vectors dense = Lsa.of(Terms.of(texts, EVERY_WORD).vectors(texts), 5, 1);
        assertThat(dense.row(1)).containsOnly(0);
    }

    @Test
    void noTermsAtAllGiveZeroRows() {
        assertThat(Lsa.of(Terms.of(List.of("the", "a"), EVERY_WORD).vectors(List.of("the", "a")), 5, 1))
                .isEqualTo(Vectors.zeros(2, 1));
    }

    @Test
    void sameSeedSameBytes() {
        List<String> texts = List.of("bus late", "bus clean", "road bus hole", "hole road");
        TermVectors rows = Terms.of(texts, EVERY_WORD).vectors(texts);
        assertThat(Lsa.of(rows, 2, 7)).isEqualTo(Lsa.of(rows, 2, 7));
    }

    @Test
    void eigenvectorsRebuildTheirMatrix() {
        SplittableRandom random = new SplittableRandom(5);
        int d = 9;
        double[][] matrix = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = matrix[j][i] = random.nextGaussian();
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(matrix);
        assertThat(eigen.values()).isSortedAccordingTo((x, y) -> Double.compare(y, x));
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                double sum = 0;
                for (int k = 0; k < d; k++) {
                    sum += eigen.vector(i, k) * eigen.value(k) * eigen.vector(j, k);
                }
                assertThat(sum).isCloseTo(matrix[i][j], within(1e-10));
            }
        }
    }

    private static double dot(Vectors v, int i, int j) {
        double sum = 0;
        for (int k = 0; k < v.dimension(); k++) {
            sum += v.at(i, k) * v.at(j, k);
        }
        return sum;
    }
}
