package org.folkmoot.quality.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.folkmoot.quality.estimation.Estimate.Measured;
import org.folkmoot.quality.estimation.Estimate.Refused;
import org.folkmoot.quality.multiplicity.AdjustedP;
import org.junit.jupiter.api.Test;

class ThemeSharesTest {
    private static ThemeShares.Theme theme(String name, Population population, long seed) {
        return new ThemeShares.Theme(
                name, population.sample(400, new SplittableRandom(seed)), population.machineCount());
    }

    @Test
    void machineCountsThatAreWrongAreFoundAndOthersNot() {
        Population biased = Population.of(4000, 0.3, 0.4, 0.0);
        Population fair = Population.of(4000, 0.2, 0.8, 0.05);
        ThemeShares found = ThemeShares.of(
                List.of(theme("missed", biased, 1), theme("fair", fair, 2), theme("fair too", fair, 3)),
                ThemeShares.Options.DEFAULT);
        assertThat(found.themes().get(0).adjustedP()).isLessThan(0.001);
        assertThat(found.themes().get(1).adjustedP()).isGreaterThan(0.05);
        assertThat(found.themes().get(0).adjustedP())
                .isCloseTo(3 * found.themes().get(0).p(), within(1e-15));
    }

    @Test
    void intervalsThatHoldTogetherAreWider() {
        Population population = Population.of(4000, 0.2, 0.8, 0.05);
        List<ThemeShares.Theme> themes = List.of(theme("one", population, 1), theme("two", population, 2));
        var each = ThemeShares.of(themes, ThemeShares.Options.DEFAULT);
        var all = ThemeShares.of(themes, new ThemeShares.Options(0.95, AdjustedP.Method.HOLM, true));
        var one = (Measured) each.themes().get(0).share();
        var together = (Measured) all.themes().get(0).share();
        assertThat(together.interval().confidence()).isCloseTo(0.975, within(1e-12));
        assertThat(together.interval().width()).isGreaterThan(one.interval().width());
    }

    @Test
    void groupsAreComparedThemeByTheme() {
        Population north = Population.of(3000, 0.3, 0.8, 0.05);
        Population south = Population.of(3000, 0.1, 0.8, 0.05);
        var first =
                ThemeShares.of(List.of(theme("cost", north, 1), theme("trust", south, 2)), ThemeShares.Options.DEFAULT);
        var second =
                ThemeShares.of(List.of(theme("cost", south, 3), theme("trust", south, 4)), ThemeShares.Options.DEFAULT);
        List<ThemeShares.Compared> compared = first.minus(second);
        assertThat(compared.get(0).adjustedP()).isLessThan(0.001);
        assertThat(compared.get(0).difference().estimate().interval().contains(0.2))
                .isTrue();
        assertThat(compared.get(1).adjustedP()).isGreaterThan(0.05);
    }

    /// 500 of 520 escalated were right, all read; of 40,000 others 2,000 read and 5 missed. By hand: missed
    /// 40,000 × 5/2,000 = 100, recall 500/600.
    @Test
    void escalationIsJudgedByWhatWasLeftToo() {
        CoderAccuracy found = new EscalationAudit(520, 520, 500, 40_000, 2000, 5).accuracy(0.95);
        var precision = (Measured) found.precision();
        var recall = (Measured) found.recall();
        assertThat(precision.value()).isCloseTo(500 / 520.0, within(1e-12));
        assertThat(precision.interval().width()).isCloseTo(0, within(1e-12));
        assertThat(recall.value()).isCloseTo(500 / 600.0, within(1e-12));
        assertThat(recall.interval().low()).isBetween(0.65, 0.75);
        assertThat(recall.interval().high()).isBetween(0.90, 0.95);
    }

    @Test
    void whatCannotBeSaidIsRefusedWithTheReason() {
        var none = new BlindSample(new boolean[0], new boolean[0], new double[0], new int[0]);
        assertThat(ThemeShare.corrected(none, MachineCount.of(3, 10), 0.95))
                .isEqualTo(new Refused(new Refusal.TooFewRead("units", 0, 2)));
        assertThat(new Refusal.TooFewRead("units", 0, 2).message())
                .isEqualTo("None of the units were read, and this figure needs at least 2.");
        BlindSample absent = BlindSample.simple(new boolean[30], new boolean[30], 300);
        assertThat(CoderAccuracy.of(absent, MachineCount.of(0, 300), 0.95).recall())
                .isEqualTo(new Refused(new Refusal.NothingToMeasure("units read that ought to be yes")));
        var share = (Measured) ThemeShare.corrected(absent, MachineCount.of(0, 300), 0.95);
        assertThat(share.value()).isZero();
        assertThat(share.interval().high()).isBetween(0.08, 0.12);
        assertThat(share.cautions()).containsExactly(new Caution.FewSeen(0, true));
    }

    @Test
    void aProbabilityOfNothingIsNamed() {
        assertThatThrownBy(() -> BlindSample.weighted(new boolean[2], new boolean[2], new double[] {0.5, 0}))
                .hasMessage("inclusion probability of unit 1 must be in (0, 1]: 0.0");
    }

    /// 40 copies of one letter and 60 answers of their own: ρ by hand from the analysis of variance.
    @Test
    void copiesOfALetterAreWorthLess() {
        double[] values = new double[100];
        int[] cluster = new int[100];
        double[] weight = new double[100];
        for (int i = 0; i < 100; i++) {
            values[i] = i < 40 || i % 2 == 0 ? 1 : 0;
            cluster[i] = i < 40 ? 0 : i;
            weight[i] = 1;
        }
        DesignEffect found = DesignEffect.of(values, cluster, weight);
        assertThat(found.clusterSize()).isCloseTo((40 * 40 + 60) / 100.0, within(1e-12));
        assertThat(found.byWeights()).isCloseTo(1, within(1e-12));
        // Nothing varies within the letter, so that MSW = 0 and ρ = 1.
        assertThat(found.intraclassCorrelation()).isEqualTo(1);
        assertThat(found.effectiveUnits()).isCloseTo(100 / 16.6, within(1e-9));
    }
}
