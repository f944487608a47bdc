package org.folkmoot.text.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {
    private static final int ROUNDS = 400;

    /// The mean of 400 estimates has standard deviation at most .05/20 = .0026; four of them are allowed.
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.2, 0.5, 0.8, 0.95})
    void agreementEstimatesJaccardSimilarity(double share) {
        RandomGenerator random = new SplittableRandom(3);
        int[] minima = new int[Signatures.HASHES];
        double estimated = 0;
        double exact = 0;
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder a = new StringBuilder();
            StringBuilder b = new StringBuilder();
            int shared = (int) (200 * share);
            for (int i = 0; i < 200; i++) {

                String word = " w" + random.nextInt(900_000);
                a.append(word);
                b.append(i < shared ? word : " v" + random.nextInt(900_000));
            }
            Signatures signatures = new Signatures(2, round);
            Shingles shingles = new Shingles();
            shingles.read(a.toString());
            signatures.set(0, shingles, minima);
            shingles.read(b.toString());
            signatures.set(1, shingles, minima);
            estimated += Signatures.agreement(signatures, 0, signatures, 1) / (double) Signatures.HASHES / ROUNDS;
            exact += (shared - 2.0) / (2 * 198 - (shared - 2.0)) / ROUNDS;
        }
        assertThat(estimated).isCloseTo(exact, within(0.011));
    }

    @Test
    void agreementCountsEqualLanes() {
        RandomGenerator random = new SplittableRandom(5);
        short[] extremes = {0, 1, -1, Short.MIN_VALUE, Short.MAX_VALUE, 0x00FF, (short) 0xFF00};
        for (int round = 0; round < 500; round++) {
            Signatures signatures = new Signatures(3, 0);
            int equal = 0;
            for (int j = 0; j < Signatures.HASHES; j++) {
                short x = extremes[random.nextInt(extremes.length)];
                short y = extremes[random.nextInt(extremes.length)];
                signatures.put(1, j, x);
                signatures.put(2, j, y);
                assertThat(signatures.at(1, j)).isEqualTo(x);
                equal += x == y ? 1 : 0;
            }
            assertThat(Signatures.agreement(signatures, 1, signatures, 2)).isEqualTo(equal);
        }
    }
}
