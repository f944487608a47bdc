package org.folkmoot.text.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.folkmoot.text.Crew;
import org.junit.jupiter.api.Test;

class CentringTest {
    @Test
    void meanIsTakenByColumn() {
        Vectors vectors = new Vectors(3, 2, new float[] {1, 10, 2, 20, 6, -60});
        assertThat(Centring.mean(vectors, new Crew(1))).containsExactly(3, -10);
    }

    @Test
    void centredRowsPointAwayFromTheMeanAndHaveUnitLength() {
        Vectors vectors = new Vectors(3, 2, new float[] {5, 1, 5, 5, 0, 0});
        Centring.subtract(vectors, new float[] {2, 1}, new Crew(1));
        assertThat(vectors.values()).containsExactly(new float[] {1, 0, 0.6f, 0.8f, 0, 0}, within(1e-6f));
    }

    @Test
    void centringLeavesTheGivenVectorsAlone() {
        Vectors vectors = Samples.gaussian(10, 3, 6);
        float[] before = vectors.values().clone();
        Centring.centred(vectors, new Crew(2));
        assertThat(vectors.values()).isEqualTo(before);
    }

    @Test
    void meanAndCentredRowsAreTheSameBytesOnAnyNumberOfThreads() {
        Vectors vectors = Samples.gaussian(3001, 17, 7);
        assertThat(Centring.mean(vectors, new Crew(3))).isEqualTo(Centring.mean(vectors, new Crew(1)));
        assertThat(Centring.centred(vectors, new Crew(3))).isEqualTo(Centring.centred(vectors, new Crew(1)));
    }

    @Test
    void meanOfManyRowsEqualsThePlainSum() {
        Vectors vectors = Samples.gaussian(2050, 3, 8);
        float[] mean = Centring.mean(vectors, new Crew(2));
        for (int j = 0; j < 3; j++) {
            double sum = 0;
            for (int i = 0; i < 2050; i++) {
                sum += vectors.at(i, j);
            }
            assertThat((double) mean[j]).isCloseTo(sum / 2050, within(1e-7));
        }
    }

    @Test
    void noRowsHaveAZeroMean() {
        assertThat(Centring.mean(Vectors.zeros(0, 2), new Crew(1))).containsExactly(0, 0);
    }

    @Test
    void meanOfAnotherDimensionIsRefused() {
        assertThatThrownBy(() -> Centring.subtract(Vectors.zeros(1, 2), new float[3], new Crew(1)))
                .hasMessage("mean must have the vectors' dimension 2: 3");
    }
}
