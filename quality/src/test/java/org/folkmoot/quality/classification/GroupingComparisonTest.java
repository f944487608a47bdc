package org.folkmoot.quality.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GroupingComparisonTest {
    /// scikit-learn's documentation of `adjusted_rand_score`, `homogeneity_score` and `v_measure_score`.
    @Test
    void oneGroupSplit() {
        var split = GroupingComparison.of(new int[] {0, 0, 1, 1}, new int[] {0, 0, 1, 2});
        assertThat(split.adjustedRand()).isCloseTo(0.5714285714285714, within(1e-12));
        assertThat(split.homogeneity()).isCloseTo(1, within(1e-12));
        assertThat(split.completeness()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(split.vMeasure(1)).isCloseTo(0.8, within(1e-12));
    }

    /// Manning, Raghavan and Schütze (2008), Introduction to Information Retrieval, figure 16.4 and table 16.2:
    /// NMI printed as 0.36.
    @Test
    void manningExample() {
        var example = GroupingComparison.ofNames(
                "xxxxxoxoooodxxddd".chars().boxed().toList(),
                "11111122222233333".chars().boxed().toList());
        assertThat(example.items()).isEqualTo(17);
        assertThat(example.mutualInformation()).isCloseTo(0.36, within(0.005));
        assertThat(example.mutualInformation()).isCloseTo(example.vMeasure(1), within(1e-12));
    }

    @Test
    void trivialGroupingsThatAreTheSameAgreeWholly() {
        var one = GroupingComparison.of(new int[] {4, 4, 4}, new int[] {7, 7, 7});
        assertThat(one).isEqualTo(new GroupingComparison(3, 1, 1, 1, 1));
        var single = GroupingComparison.of(new int[] {1, 2, 3}, new int[] {3, 2, 1});
        assertThat(single.adjustedRand()).isEqualTo(1);
        assertThat(single.vMeasure(1)).isCloseTo(1, within(1e-12));
    }

    @Test
    void oneGroupTellsNothingOfMany() {
        var lumped = GroupingComparison.of(new int[] {0, 1, 2, 3}, new int[] {0, 0, 0, 0});
        assertThat(lumped.adjustedRand()).isZero();
        assertThat(lumped.homogeneity()).isZero();
        assertThat(lumped.completeness()).isEqualTo(1);
        assertThat(lumped.vMeasure(1)).isZero();
    }

    @Test
    void namesOfGroupsDoNotMatterAndSidesMirror() {
        var random = new SplittableRandom(5);
        for (int round = 0; round < 50; round++) {
            int[] first = random.ints(60, 0, 5).toArray();
            int[] second = random.ints(60, -3, 3).toArray();
            int[] renamed = Arrays.stream(second).map(g -> 1000 - 7 * g).toArray();
            var a = GroupingComparison.of(first, second);
            var b = GroupingComparison.of(first, renamed);
            var mirrored = GroupingComparison.of(second, first);
            assertThat(b.adjustedRand()).as("round %s", round).isCloseTo(a.adjustedRand(), within(1e-12));
            assertThat(b.mutualInformation()).isCloseTo(a.mutualInformation(), within(1e-12));
            assertThat(mirrored.adjustedRand()).isCloseTo(a.adjustedRand(), within(1e-12));
            assertThat(mirrored.homogeneity()).isCloseTo(a.completeness(), within(1e-12));
        }
    }

    @Test
    void randomGroupingsHaveAnAdjustedRandOfNearlyZero() {
        var random = new SplittableRandom(6);
        double sum = 0;
        for (int round = 0; round < 200; round++) {
            sum += GroupingComparison.of(
                            random.ints(100, 0, 4).toArray(),
                            random.ints(100, 0, 7).toArray())
                    .adjustedRand();
        }
        // The standard error of the mean of 200 is about 0.001.
        assertThat(sum / 200).isCloseTo(0, within(0.005));
    }

    @Test
    void unequalLengthsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupingComparison.of(new int[2], new int[3]))
                .withMessage("both must group the same items, at least one: 2 and 3");
    }
}
