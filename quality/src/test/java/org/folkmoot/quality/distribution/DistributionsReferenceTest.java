package org.folkmoot.quality.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

/// Values of SciPy 1.17.1. Relative tolerance 1e-12: both are good to some 1e-14, and continued fractions differ
/// in their last bits.
class DistributionsReferenceTest {
    private static void same(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, withinPercentage(1e-10));
    }

    @Test
    void normal() {
        same(Normal.quantile(0.975), 1.959963984540054);
        same(Normal.quantile(1e-12), -7.034483825301131);
        same(Normal.quantile(1e-300), -37.0470962993612);
        same(Normal.quantile(0.8), 0.8416212335729143);
        same(Normal.cdf(-8), 6.22096057427174e-16);
        same(Normal.survival(8), 6.22096057427174e-16);
        same(Normal.twoSided(0.95), 1.959963984540054);
        same(Normal.twoSidedP(-1.959963984540054), 0.05);
    }

    @Test
    void studentT() {
        same(new StudentT(10).quantile(0.975), 2.228138851986274);
        same(new StudentT(1).quantile(0.975), 12.706204736174694);
        same(new StudentT(2.5).quantile(0.6), 0.2814595127485477);
        same(new StudentT(1000).quantile(0.999), 3.0984021639129233);
        // With so many degrees of freedom the beta function is steep: fewer digits survive.
        assertThat(new StudentT(1e6).quantile(0.999)).isCloseTo(3.09024045631652, within(1e-10));
        same(new StudentT(11).quantile(0.45), -0.12859391102386913);
        same(new StudentT(7).cdf(-3), 0.009971063065996268);
        same(new StudentT(10).twoSided(0.95), 2.228138851986274);
    }

    @Test
    void beta() {
        same(new Beta(1, 50).quantile(0.975), 0.07112173646419764);
        same(new Beta(3, 58).quantile(0.025), 0.010432329644348225);
        same(new Beta(4, 57).quantile(0.975), 0.13924324672107277);
        same(new Beta(0.5, 0.5).quantile(0.01), 0.00024671981713422146);
        same(new Beta(200, 3).quantile(0.975), 0.996926732101603);
    }

    @Test
    void binomial() {
        same(new Binomial(125, 0.01).cdf(3), 0.9625509378366359);
        same(new Binomial(125, 0.01).survival(3), 0.037449062163364064);
        same(new Binomial(50, 0.1).cdf(0), 0.0051537752073201135);
        same(new Binomial(1000, 0.3).survival(499), 6.066093676750382e-40);
        assertThat(new Binomial(100, 0.1).quantile(0.025)).isEqualTo(5);
        assertThat(new Binomial(100, 0.1).quantile(0.975)).isEqualTo(16);
        assertThat(new Binomial(7, 0.5).quantile(0.5)).isEqualTo(3);
    }

    @Test
    void poisson() {
        same(new Poisson(4.5).cdf(2), 0.17357807091003602);
        same(new Poisson(12).survival(30), 3.371647734170995e-06);
        assertThat(new Poisson(25).quantile(0.00135)).isEqualTo(11);
        assertThat(new Poisson(25).quantile(0.99865)).isEqualTo(41);
        assertThat(new Poisson(1000).quantile(0.5)).isEqualTo(1000);
    }

    /// The formula in NumPy.
    @Test
    void wilson() {
        same(WilsonInterval.of(0, 50, 0.95).high(), 0.07134759913335872);
        assertThat(WilsonInterval.of(0, 50, 0.95).low()).isZero();
        same(WilsonInterval.of(0.05, 60, 0.95).low(), 0.017149502164395675);
        same(WilsonInterval.of(0.05, 60, 0.95).high(), 0.1370051647634852);
        same(WilsonInterval.of(0.02, 500, 0.95).low(), 0.010899183596210813);
        same(WilsonInterval.of(0.02, 500, 0.95).high(), 0.036420183246879345);
    }
}
