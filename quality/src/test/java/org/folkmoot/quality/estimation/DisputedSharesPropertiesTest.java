package org.folkmoot.quality.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.folkmoot.quality.estimation.Estimate.Measured;
import org.junit.jupiter.api.Test;

class DisputedSharesPropertiesTest {
    private static final int DRAWS = 300;

    private static ThemeShares.Row decided(DisputedShares.Theme theme, SplittableRandom random) {
        boolean[] human = theme.sample().human().clone();
        for (int i = 0; i < human.length; i++) {
            human[i] = theme.open()[i] ? random.nextBoolean() : human[i];
        }
        BlindSample sample = theme.sample();
        return ThemeShares.of(
                        List.of(new ThemeShares.Theme(
                                theme.theme(),
                                new BlindSample(human, sample.machine(), sample.probability(), sample.stratum()),
                                theme.count())),
                        ThemeShares.Options.DEFAULT)
                .themes()
                .getFirst();
    }

    private static void within(Estimate decided, Estimate open, long seed) {
        if (decided instanceof Measured one && open instanceof Measured all) {
            assertThat(one.value())
                    .as("seed %d", seed)
                    .isBetween(all.interval().low(), all.interval().high());
            assertThat(one.interval().low())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(all.interval().low() - 1e-3);
            assertThat(one.interval().high())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(all.interval().high() + 1e-3);
        }
    }

    @Test
    void whateverIsDecidedLiesWithin() {
        for (long seed = 0; seed < DRAWS; seed++) {
            var random = new SplittableRandom(seed);
            Population population = Population.of(2000, 0.02 + 0.4 * random.nextDouble(), 0.7, 0.05);
            BlindSample sample = population.sample(40 + random.nextInt(200), random);
            boolean[] open = new boolean[sample.size()];
            double differing = 0.2 * random.nextDouble();
            for (int i = 0; i < open.length; i++) {
                open[i] = random.nextDouble() < differing;
            }
            var theme = new DisputedShares.Theme("cost", sample, open, population.machineCount());
            ThemeShares.Row undecided = DisputedShares.of(List.of(theme), ThemeShares.Options.DEFAULT)
                    .themes()
                    .getFirst();
            ThemeShares.Row decided = decided(theme, random);
            within(decided.share(), undecided.share(), seed);
            within(decided.accuracy().precision(), undecided.accuracy().precision(), seed);
            within(decided.accuracy().recall(), undecided.accuracy().recall(), seed);
            within(decided.accuracy().f1(), undecided.accuracy().f1(), seed);
        }
    }

    @Test
    void withNothingOpenTheFiguresAreThoseOfThemeShares() {
        Population population = Population.of(2000, 0.2, 0.7, 0.05);
        BlindSample sample = population.sample(200, new SplittableRandom(1));
        MachineCount count = population.machineCount();
        var open = DisputedShares.of(
                List.of(new DisputedShares.Theme("cost", sample, new boolean[200], count)),
                ThemeShares.Options.DEFAULT);
        var plain = ThemeShares.of(List.of(new ThemeShares.Theme("cost", sample, count)), ThemeShares.Options.DEFAULT);
        assertThat(open).isEqualTo(plain);
    }

    @Test
    void openDecisionsAreNamed() {
        boolean[] human = {true, false, true, false};
        var theme = new DisputedShares.Theme(
                "cost",
                BlindSample.simple(human, human, 4),
                new boolean[] {true, false, false, true},
                MachineCount.of(2, 4));
        var share = (Measured) DisputedShares.of(List.of(theme), ThemeShares.Options.DEFAULT)
                .themes()
                .getFirst()
                .share();
        assertThat(share.value()).isEqualTo(0.5);
        assertThat(share.interval().low()).isEqualTo(0.25);
        assertThat(share.interval().high()).isEqualTo(0.75);
        assertThat(share.cautions()).contains(new Caution.Undecided(2));
    }
}
