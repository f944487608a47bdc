package org.folkmoot.quality.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdjustedPTest {
    private static final double[] RAW = {0.01, 0.04, 0.03, 0.005, 0.5};

    /// By hand: sorted 0.005, 0.01, 0.03, 0.04, 0.5 times 5, 4, 3, 2, 1.
    @Test
    void holmMultipliesByTheNumberLeft() {
        assertThat(AdjustedP.holm(RAW)).containsExactly(new double[] {0.04, 0.09, 0.09, 0.025, 0.5}, within(1e-15));
    }

    /// SciPy 1.17.1, false_discovery_control.
    @Test
    void benjaminiHochbergDividesByTheRank() {
        assertThat(AdjustedP.benjaminiHochberg(RAW))
                .containsExactly(new double[] {0.025, 0.05, 0.05, 0.025, 0.5}, within(1e-15));
    }

    @Test
    void noneLeavesTheValuesAlone() {
        assertThat(AdjustedP.adjust(RAW, AdjustedP.Method.NONE)).containsExactly(RAW);
    }

    @Test
    void oneOrNoComparisonNeedsNoAdjustment() {
        assertThat(AdjustedP.holm(new double[] {0.03})).containsExactly(0.03);
        assertThat(AdjustedP.benjaminiHochberg(new double[0])).isEmpty();
    }

    @Test
    void aValueThatIsNoProbabilityIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdjustedP.holm(new double[] {0.1, 1.5}))
                .withMessage("p-value 1 must be in [0, 1]: 1.5");
    }
}
