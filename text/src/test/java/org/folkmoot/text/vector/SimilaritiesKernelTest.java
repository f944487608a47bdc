package org.folkmoot.text.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.folkmoot.text.Crew;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilaritiesKernelTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 384",
        "1, 1, 1",
        "3, 0, 5",
        "0, 3, 5",
        "1, 300, 7",
        "300, 1, 7",
        "5, 4, 384",
        "256, 256, 16",
        "257, 511, 13",
        "700, 30, 384",
        "31, 513, 386",
        "2, 2, 0"
    })
    void everyDotProductEqualsThePlainLoopBitForBit(int left, int right, int dimension) {
        Vectors a = Samples.gaussian(left, dimension, 1);
        Vectors b = Samples.gaussian(right, dimension, 2);
        Vectors expected = Vectors.zeros(left, right);
        for (int i = 0; i < left; i++) {
            for (int j = 0; j < right; j++) {
                expected.values()[i * right + j] = Samples.dot(a, i, b, j);
            }
        }
        assertThat(Similarities.between(a, b, new Crew(1))).isEqualTo(expected);
        assertThat(Similarities.between(a, b, new Crew(3))).isEqualTo(expected);
    }

    @Test
    void extremesPassThrough() {
        Vectors a = new Vectors(3, 2, new float[] {Float.MAX_VALUE, 0, Float.NaN, 1, Float.MIN_VALUE, -0f});
        Vectors b = new Vectors(2, 2, new float[] {2, 1, 1, 0});
        assertThat(Similarities.between(a, b, new Crew(1)).values())
                .containsExactly(
                        Float.POSITIVE_INFINITY,
                        Float.MAX_VALUE,
                        Float.NaN,
                        Float.NaN,
                        2 * Float.MIN_VALUE,
                        Float.MIN_VALUE);
    }

    @Test
    void differentDimensionsAreRefused() {
        assertThatThrownBy(() -> Similarities.between(Vectors.zeros(1, 2), Vectors.zeros(1, 3), new Crew(1)))
                .hasMessage("vectors must have the same dimension: 2 and 3");
    }
}
