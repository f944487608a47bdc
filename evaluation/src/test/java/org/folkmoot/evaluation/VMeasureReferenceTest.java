package org.folkmoot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Examples of the documentation of scikit-learn 1.5, `homogeneity_completeness_v_measure` and `v_measure_score`,
/// printed there to two digits or more; the last worked by hand.
class VMeasureReferenceTest {
    @Test
    void perfectGroupsScoreOneWhateverTheirNumbers() {
        assertThat(VMeasure.of(new int[] {1, 1, 0, 0}, new int[] {0, 0, 1, 1}).v())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void splitLabelsAreHomogeneousOnly() {
        VMeasure measure = VMeasure.of(new int[] {0, 0, 1, 2}, new int[] {0, 0, 1, 1});
        assertThat(measure.homogeneity()).isCloseTo(1, within(1e-12));
        assertThat(measure.completeness()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(measure.v()).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void oneGroupForAllScoresZero() {
        assertThat(VMeasure.of(new int[] {0, 0, 0, 0}, new int[] {0, 1, 2, 3}).v())
                .isCloseTo(0, within(1e-12));
    }

    @Test
    void mixedGroupsByHand() {
        // Documentation's example of the user guide: labels 0 0 0 1 1 1, groups 0 0 1 1 2 2.
        VMeasure measure = VMeasure.of(new int[] {0, 0, 1, 1, 2, 2}, new int[] {0, 0, 0, 1, 1, 1});
        assertThat(measure.homogeneity()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(measure.completeness()).isCloseTo(0.4206, within(5e-5));
        assertThat(measure.v()).isCloseTo(0.5158, within(5e-5));
    }

    @Test
    void itemsWithoutLabelAreNotScored() {
        VMeasure measure = VMeasure.of(new int[] {0, 0, 1, 1, 2}, new int[] {0, 0, 1, 1, -1});
        assertThat(measure).isEqualTo(VMeasure.of(new int[] {0, 0, 1, 1}, new int[] {0, 0, 1, 1}));
        assertThat(measure.groups()).isEqualTo(2);
    }
}
