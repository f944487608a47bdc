package org.folkmoot.quality.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.folkmoot.quality.sampling.SampleSize.Aim;
import org.folkmoot.quality.sampling.SampleSize.Budget;
import org.folkmoot.quality.sampling.SequentialTest.Decision;
import org.junit.jupiter.api.Test;

/// Numbers of SciPy 1.17 and of ppi_py (commit bd90caad); closed forms to 1e-9.
class PlanningReferenceTest {
    private static final Offset<Double> CLOSED = within(1e-9);

    private static void plan(AcceptancePlan plan, double good, double bad, int n, int c, double pass, double slip) {
        assertThat(plan).isEqualTo(new AcceptancePlan(n, c));
        assertThat(plan.accepts(good)).isCloseTo(pass, CLOSED);
        assertThat(plan.accepts(bad)).isCloseTo(slip, CLOSED);
    }

    @Test
    void acceptancePlans() {
        plan(AcceptancePlan.of(0.01, 0.05, 0.05, 0.10), 0.01, 0.05, 132, 3, 0.9557474941740338, 0.0992283044257829);
        plan(AcceptancePlan.of(0.02, 0.05, 0.08, 0.10), 0.02, 0.08, 98, 4, 0.9526674382853219, 0.09948323261827784);
        plan(AcceptancePlan.of(0.005, 0.05, 0.02, 0.10), 0.005, 0.02, 462, 5, 0.9698496452445408, 0.09955463771877189);
    }

    /// ANSI/ASQ Z1.4, code letter K, AQL 1.0: 125 read, 3 tolerated.
    @Test
    void operatingCharacteristic() {
        var plan = new AcceptancePlan(125, 3);
        assertThat(plan.accepts(0.01)).isCloseTo(0.9625509378366359, CLOSED);
        assertThat(plan.accepts(0.05)).isCloseTo(0.12378469778322654, CLOSED);
    }

    @Test
    void waldsLines() {
        SequentialTest test = SequentialTest.of(0.02, 0.05, 0.08, 0.10);
        assertThat(test.slope()).isCloseTo(0.04358749019077437, CLOSED);
        assertThat(test.rejectLine()).isCloseTo(1.9940842181728402, CLOSED);
        assertThat(test.acceptLine()).isCloseTo(1.5531792524055081, CLOSED);
        // 1.5532 / 0.043587 = 35.6: clean until 36, accepted then; 3 wrong among the first ten are too many.
        assertThat(test.decide(35, 0)).isEqualTo(Decision.READ_ON);
        assertThat(test.decide(36, 0)).isEqualTo(Decision.ACCEPT);
        assertThat(test.decide(10, 3)).isEqualTo(Decision.REFUSE);
    }

    @Test
    void budgets() {
        assertThat(Budget.of(1000, 0.9, 1, 0.1)).isEqualTo(new Budget(605, 3345, 605 + 3950 * 0.1, 1926));
        assertThat(Budget.forEffective(3000, 0.9, 1, 0.1)).isEqualTo(new Budget(942, 5210, 942 + 6152 * 0.1, 3000));
        assertThat(Budget.of(1000, 0.15, 1.5, 0.15)).isEqualTo(new Budget(667, 0, 1000.5, 667));
        assertThat(Budget.of(500, 0.7, 2, 0.01)).isEqualTo(new Budget(234, 3007, 2 * 234 + 3241 * 0.01, 429));
    }

    /// Cochran (1977), section 4.4, with the exact quantile: 0.5 ± 0.05 needs 384.15, of 4,000 units 350.5; a
    /// machine with ρ = 0.6 leaves 64 % of 384.15.
    @Test
    void sizeForAShare() {
        assertThat(SampleSize.forShare(0.5, new Aim(0.05, 0.95, Long.MAX_VALUE, 0)))
                .isEqualTo(385);
        assertThat(SampleSize.forShare(0.5, new Aim(0.05, 0.95, 4000, 0))).isEqualTo(351);
        assertThat(SampleSize.forShare(0.5, new Aim(0.05, 0.95, Long.MAX_VALUE, 0.6)))
                .isEqualTo(246);
        assertThat(SampleSize.forShare(0.5, new Aim(1e-6, 0.95, 4000, 0))).isEqualTo(4000);
    }
}
