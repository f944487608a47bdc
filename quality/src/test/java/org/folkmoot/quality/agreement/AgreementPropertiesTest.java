package org.folkmoot.quality.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.folkmoot.quality.agreement.Coefficient.Estimate;
import org.junit.jupiter.api.Test;

class AgreementPropertiesTest {
    private record Rating(String item, String rater, int value) {}

    private static List<Rating> draw(long seed, int items, int raters, int categories) {
        var random = new SplittableRandom(seed);
        List<Rating> ratings = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            int truth = random.nextInt(categories);
            for (int r = 0; r < raters; r++) {
                if (random.nextDouble() < 0.8) {
                    int value = random.nextDouble() < 0.6 ? truth : random.nextInt(categories);
                    ratings.add(new Rating("i" + i, "r" + r, value + 1));
                }
            }
        }
        return ratings;
    }

    private static Ratings<Integer> of(List<Rating> list) {
        Ratings.Builder<Integer> builder = Ratings.builder();
        list.forEach(r -> builder.add(r.item, r.rater, r.value));
        return builder.build().sorted(Integer::compare);
    }

    private static Estimate estimate(Coefficient coefficient) {
        return (Estimate) coefficient;
    }

    private static final List<Function<Ratings<Integer>, Coefficient>> ALL = List.of(
            r -> PercentAgreement.of(r, 0.95),
            r -> FleissKappa.of(r, 0.95),
            r -> FleissKappa.weighted(
                    r, Weights.linear(Weights.positions(r.categories().size())), 0.95),
            r -> GwetAC.ac1(r, 0.95),
            r -> GwetAC.ac2(r, Weights.ordinal(r.categories().size()), 0.95),
            r -> KrippendorffAlpha.nominal(r, 0.95),
            r -> KrippendorffAlpha.ordinal(r, 0.95),
            r -> KrippendorffAlpha.interval(r, 0.95),
            r -> KrippendorffAlpha.ratio(r, 0.95));

    @Test
    void orderOfRatingsDoesNotMatter() {
        for (int seed = 0; seed < 20; seed++) {
            List<Rating> ratings = draw(seed, 25, 4, 4);
            List<Rating> shuffled = new ArrayList<>(ratings);
            Collections.shuffle(shuffled, new Random(seed));
            for (int c = 0; c < ALL.size(); c++) {
                Estimate a = estimate(ALL.get(c).apply(of(ratings)));
                Estimate b = estimate(ALL.get(c).apply(of(shuffled)));
                assertThat(b.value()).as("coefficient %s, seed %s", c, seed).isCloseTo(a.value(), within(1e-12));
                assertThat(b.standardError())
                        .as("error of coefficient %s, seed %s", c, seed)
                        .isCloseTo(a.standardError(), within(1e-12));
            }
        }
    }

    @Test
    void valuesStayInRangeAndTheirIntervalHoldsThem() {
        for (int seed = 0; seed < 50; seed++) {
            Ratings<Integer> ratings = of(draw(seed, 5 + seed, 3, 3));
            for (int c = 0; c < ALL.size(); c++) {
                Estimate e = estimate(ALL.get(c).apply(ratings));
                assertThat(e.value()).as("coefficient %s, seed %s", c, seed).isBetween(-1.0, 1.0);
                assertThat(e.interval().contains(e.value()))
                        .as("coefficient %s, seed %s", c, seed)
                        .isTrue();
                assertThat(e.interval().high()).isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void fullAgreementIsOneAndStillUncertain() {
        Ratings<Integer> ratings = Ratings.ofTable(new int[][] {{12, 0}, {0, 8}});
        for (int c = 0; c < ALL.size(); c++) {
            if (c != 8) {
                Estimate e = estimate(ALL.get(c).apply(ratings));
                assertThat(e.value()).as("coefficient %s", c).isCloseTo(1, within(1e-12));
                assertThat(e.interval().low()).as("coefficient %s", c).isBetween(-0.5, 0.95);
            }
        }
        assertThat(estimate(CohenKappa.of(ratings, 0.95)).interval().low()).isBetween(-0.5, 0.95);
    }

    @Test
    void cohenIsSymmetricInTheRaters() {
        for (int seed = 0; seed < 20; seed++) {
            List<Rating> ratings = draw(seed, 30, 2, 3);
            List<Rating> swapped = ratings.stream()
                    .map(r -> new Rating(r.item, r.rater.equals("r0") ? "r1" : "r0", r.value))
                    .toList();
            Estimate a = estimate(CohenKappa.of(of(ratings), 0.95));
            Estimate b = estimate(CohenKappa.of(of(swapped), 0.95));
            assertThat(b.value()).as("seed %s", seed).isCloseTo(a.value(), within(1e-12));
            assertThat(b.standardError()).as("seed %s", seed).isCloseTo(a.standardError(), within(1e-12));
        }
    }

    @Test
    void quadraticWeightsMakeFleissAgreeWithIntervalAlphaInLargeSamples() {
        Ratings<Integer> ratings = of(draw(7, 3000, 2, 5));
        Ratings<Integer> complete = ratings.ofItems(PairTable.ratedTwice(ItemCounts.of(ratings)));
        double kappa = estimate(FleissKappa.weighted(complete, Weights.quadratic(1, 2, 3, 4, 5), 0.95))
                .value();
        double alpha = estimate(KrippendorffAlpha.interval(complete, 0.95)).value();
        // α = κ + (1 - κ)/n for complete ratings of two, n ratings in all.
        assertThat(alpha).isCloseTo(kappa + (1 - kappa) / complete.size(), within(1e-12));
    }

    @Test
    void standardErrorsOfAlphaAreThoseOfTheJackknife() {
        Ratings<Integer> ratings = of(draw(11, 400, 4, 4));
        int n = ratings.items().size();
        for (int c = 5; c < ALL.size(); c++) {
            double[] without = new double[n];
            double mean = 0;
            for (int left = 0; left < n; left++) {
                int out = left;
                int[] others = IntStream.range(0, n).filter(i -> i != out).toArray();
                without[left] =
                        estimate(ALL.get(c).apply(ratings.ofItems(others))).value();
                mean += without[left] / n;
            }
            double squares = 0;
            for (double value : without) {
                squares += (value - mean) * (value - mean);
            }
            double jackknife = Math.sqrt(squares * (n - 1) / n);
            // The two differ by terms of order 1/n.
            assertThat(estimate(ALL.get(c).apply(ratings)).standardError())
                    .as("coefficient %s", c)
                    .isCloseTo(jackknife, within(0.01 * jackknife));
        }
    }

    @Test
    void theBootstrapAgreesWithTheFormulaAndRepeats() {
        Ratings<Integer> ratings = of(draw(12, 200, 3, 3));
        var options = new ItemBootstrap.Options(1000, 42, 0.95);
        ItemBootstrap bootstrap = ItemBootstrap.of(ratings, r -> FleissKappa.of(r, 0.95), options);
        Estimate kappa = estimate(FleissKappa.of(ratings, 0.95));
        assertThat(bootstrap.interval().width())
                .isCloseTo(
                        kappa.interval().width(), within(0.1 * kappa.interval().width()));
        assertThat(ItemBootstrap.of(ratings, r -> FleissKappa.of(r, 0.95), options))
                .isEqualTo(bootstrap);
    }

    @Test
    void setDistancesAreMetricsBoundedByOne() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 500; i++) {
            Set<String> a = subset(random);
            Set<String> b = subset(random);
            for (SetDistance distance : SetDistance.values()) {
                double d = distance.difference(a, b);
                assertThat(d).as("%s of %s and %s", distance, a, b).isBetween(0.0, 1.0);
                assertThat(d == 0).as("%s of %s and %s", distance, a, b).isEqualTo(a.equals(b));
                assertThat(distance.difference(b, a)).isEqualTo(d);
            }
        }
    }

    @Test
    void masiIsBetweenNestedAndCrossing() {
        assertThat(SetDistance.MASI.difference(Set.of("a"), Set.of("a", "b"))).isCloseTo(1 - 1.0 / 3, within(1e-15));
        assertThat(SetDistance.MASI.difference(Set.of("a", "c"), Set.of("a", "b")))
                .isCloseTo(1 - 1.0 / 9, within(1e-15));
        assertThat(SetDistance.JACCARD.difference(Set.of("a", "c"), Set.of("a", "b")))
                .isCloseTo(2.0 / 3, within(1e-15));
    }

    @Test
    void specificAgreementOfTwoRatersIsTheirF1() {
        Ratings<Integer> ratings = Ratings.ofTable(new int[][] {{40, 3}, {7, 10}});
        Estimate second = estimate(SpecificAgreement.of(ratings, 0.95).get(1).agreement());
        assertThat(second.value()).isCloseTo(2 * 10.0 / (17 + 13), within(1e-12));
        assertThat(second.interval().contains(second.value())).isTrue();
    }

    private static Set<String> subset(SplittableRandom random) {
        Set<String> set = new TreeSet<>();
        for (String label : List.of("a", "b", "c", "d")) {
            if (random.nextBoolean()) {
                set.add(label);
            }
        }
        return set;
    }
}
