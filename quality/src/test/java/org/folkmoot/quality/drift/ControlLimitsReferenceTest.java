package org.folkmoot.quality.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.folkmoot.quality.distribution.Binomial;
import org.folkmoot.quality.distribution.Poisson;
import org.junit.jupiter.api.Test;

/// Limits found by search over SciPy 1.17.1's distribution functions.
class ControlLimitsReferenceTest {
    private static final double TAIL = ControlLimits.THREE_SIGMA;

    @Test
    void binomial() {
        assertThat(ControlLimits.binomial(100, 0.1, TAIL)).isEqualTo(new ControlLimits(2, 20));
        assertThat(ControlLimits.binomial(1000, 0.002, TAIL)).isEqualTo(new ControlLimits(0, 7));
        assertThat(ControlLimits.binomial(50, 0.5, TAIL)).isEqualTo(new ControlLimits(15, 35));
    }

    @Test
    void poisson() {
        assertThat(ControlLimits.poisson(25, TAIL)).isEqualTo(new ControlLimits(11, 41));
        assertThat(ControlLimits.poisson(1.5, TAIL)).isEqualTo(new ControlLimits(0, 6));
        assertThat(ControlLimits.poisson(100, TAIL)).isEqualTo(new ControlLimits(71, 131));
    }

    @Test
    void limitsAreTheTightestThatHoldTheTail() {
        for (int n = 1; n < 60; n += 7) {
            for (double rate : new double[] {0, 0.01, 0.3, 0.5, 0.97, 1}) {
                var limits = ControlLimits.binomial(n, rate, 0.0123);
                var usual = new Binomial(n, rate);
                assertThat(usual.cdf(limits.low() - 1))
                        .as("n %s, rate %s", n, rate)
                        .isLessThanOrEqualTo(0.0123);
                assertThat(usual.cdf(limits.low())).as("n %s, rate %s", n, rate).isGreaterThan(0.0123);
                assertThat(usual.survival(limits.high()))
                        .as("n %s, rate %s", n, rate)
                        .isLessThanOrEqualTo(0.0123);
                assertThat(limits.high() == 0 || usual.survival(limits.high() - 1) > 0.0123)
                        .as("n %s, rate %s", n, rate)
                        .isTrue();
            }
        }
        assertThat(new Poisson(3).survival(ControlLimits.poisson(3, 0.0123).high()))
                .isLessThanOrEqualTo(0.0123);
        assertThat(ControlLimits.poisson(0, 0.01)).isEqualTo(new ControlLimits(0, 0));
    }

    @Test
    void anImpossibleTailIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ControlLimits.poisson(3, 0.7))
                .withMessage("tail must be in (0, 0.5): 0.7");
    }
}
