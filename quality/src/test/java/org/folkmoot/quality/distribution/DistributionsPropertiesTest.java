package org.folkmoot.quality.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DistributionsPropertiesTest {
    @Test
    void quantileInvertsTheDistributionFunction() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 300; i++) {
            double p = random.nextDouble();
            var beta = new Beta(random.nextDouble(0.2, 80), random.nextDouble(0.2, 80));
            var t = new StudentT(random.nextDouble(0.5, 300));
            assertThat(Normal.cdf(Normal.quantile(p))).as("p %s", p).isCloseTo(p, within(1e-13));
            assertThat(beta.cdf(beta.quantile(p))).as("%s at %s", beta, p).isCloseTo(p, within(1e-11));
            assertThat(t.cdf(t.quantile(p))).as("%s at %s", t, p).isCloseTo(p, within(1e-11));
        }
    }

    @Test
    void probabilitiesAddUpToTheDistributionFunction() {
        var random = new SplittableRandom(2);
        for (int i = 0; i < 50; i++) {
            var binomial = new Binomial(random.nextInt(1, 40), random.nextDouble());
            var poisson = new Poisson(random.nextDouble(0, 30));
            double sumBinomial = 0;
            double sumPoisson = 0;
            for (int k = 0; k <= 20; k++) {
                sumBinomial += binomial.probability(k);
                sumPoisson += poisson.probability(k);
                assertThat(binomial.cdf(k)).as("%s at %s", binomial, k).isCloseTo(sumBinomial, within(1e-12));
                assertThat(poisson.cdf(k)).as("%s at %s", poisson, k).isCloseTo(sumPoisson, within(1e-12));
                assertThat(poisson.survival(k)).as("%s at %s", poisson, k).isCloseTo(1 - sumPoisson, within(1e-12));
            }
        }
    }

    @Test
    void endsAreTheSupport() {
        assertThat(Normal.quantile(0)).isNegative().isInfinite();
        assertThat(Normal.quantile(1)).isPositive().isInfinite();
        assertThat(Normal.quantile(0.5)).isZero();
        assertThat(new StudentT(3).quantile(1)).isPositive().isInfinite();
        assertThat(new Beta(2, 3).quantile(0)).isZero();
        assertThat(new Beta(2, 3).quantile(1)).isEqualTo(1);
        assertThat(new Binomial(0, 0.3).cdf(0)).isEqualTo(1);
        assertThat(new Poisson(0).cdf(0)).isEqualTo(1);
    }

    @Test
    void impossibleParametersAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Normal.quantile(1.2))
                .withMessage("p must be in [0, 1]: 1.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Normal.twoSided(1))
                .withMessage("confidence must be in (0, 1): 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Beta(0, 1))
                .withMessage("shapes must be positive and finite: 0.0, 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Poisson(Double.NaN))
                .withMessage("mean must be finite and not negative: NaN");
    }
}
