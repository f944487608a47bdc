package org.folkmoot.quality.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.folkmoot.quality.distribution.Beta;
import org.junit.jupiter.api.Test;

/// The formulas in NumPy and SciPy; bounds there by `brentq`, whose tolerance 2e-12 allows 1e-9 here.
class RiskBoundReferenceTest {
    private static final RiskBound HB = RiskBound.HOEFFDING_BENTKUS;

    @Test
    void hoeffdingBentkusP() {
        assertThat(HB.pValue(10, 500, 0.05)).isCloseTo(0.0012504290884050974, within(1e-9));
        assertThat(HB.pValue(20, 500, 0.05)).isCloseTo(0.486166652521212, within(1e-9));
        assertThat(HB.pValue(30, 1000, 0.05)).isCloseTo(0.003471430513793329, within(1e-9));
        assertThat(HB.pValue(0, 100, 0.05)).isCloseTo(0.005920529220334054, within(1e-9));
        assertThat(HB.pValue(2, 200, 0.05)).isCloseTo(0.006350706042785139, within(1e-9));
    }

    @Test
    void hoeffdingBentkusUpperBound() {
        assertThat(HB.upperBound(10, 500, 0.1)).isCloseTo(0.0349471021119817, within(1e-9));
        assertThat(HB.upperBound(10, 500, 0.05)).isCloseTo(0.037643671076374265, within(1e-9));
        assertThat(HB.upperBound(2, 200, 0.1)).isCloseTo(0.033164737541830504, within(1e-9));
    }

    /// The exact bound is Clopper and Pearson's upper limit, a quantile of the beta distribution.
    @Test
    void binomialUpperBound() {
        assertThat(RiskBound.BINOMIAL.upperBound(3, 60, 0.025))
                .isCloseTo(new Beta(4, 57).quantile(0.975), within(1e-12));
        assertThat(RiskBound.BINOMIAL.upperBound(0, 50, 0.025)).isCloseTo(0.07112173646419764, within(1e-9));
        assertThat(RiskBound.BINOMIAL.upperBound(7, 7, 0.1)).isEqualTo(1);
    }

    @Test
    void theExactTestIsNeverWorse() {
        for (int n : new int[] {1, 30, 100, 700}) {
            for (int k = 0; k <= n; k += Math.max(1, n / 13)) {
                for (double limit : new double[] {0.01, 0.05, 0.3, 0.9}) {
                    assertThat(RiskBound.BINOMIAL.pValue(k, n, limit))
                            .as("%s of %s at %s", k, n, limit)
                            .isLessThanOrEqualTo(HB.pValue(k, n, limit) + 1e-12);
                }
            }
        }
    }
}
