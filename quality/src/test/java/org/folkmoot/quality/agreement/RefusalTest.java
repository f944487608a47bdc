package org.folkmoot.quality.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.folkmoot.quality.agreement.Coefficient.Refused;
import org.junit.jupiter.api.Test;

class RefusalTest {
    /// One reader reads all and a second one in ten: AC counts the others too, alpha does not.
    @Test
    void manyItemsRatedOnceAreNamed() {
        Ratings.Builder<Boolean> ratings = Ratings.builder();
        for (int i = 0; i < 1000; i++) {
            boolean first = i % 3 == 0;
            ratings.add("item " + i, "first", first);
            if (i < 100) {
                ratings.add("item " + i, "second", first ^ i % 20 == 0);
            }
        }
        Ratings<Boolean> some = ratings.build();
        var named = new Caution.ManyRatedOnce(900, 100);
        var ac = (Coefficient.Estimate) GwetAC.ac1(some, 0.95);
        assertThat(ac.cautions()).containsExactly(named);
        assertThat(named.message()).startsWith("900 items have one rating only, beside 100 with more:");
        assertThat(((Coefficient.Estimate) KrippendorffAlpha.nominal(some, 0.95)).cautions())
                .isEmpty();
        Ratings<Boolean> twice = some.ofItems(PairTable.ratedTwice(ItemCounts.of(some)));
        var narrower = (Coefficient.Estimate) GwetAC.ac1(twice, 0.95);
        assertThat(narrower.cautions()).isEmpty();
        assertThat(narrower.standardError()).isLessThan(ac.standardError() / 2);
    }

    /// No grade has a third of the ratings: weights, not prevalence, make the agreement high.
    @Test
    void weightsAreNoPrevalenceParadox() {
        int[][] table = {{2, 4, 2, 0, 0}, {4, 6, 4, 2, 0}, {2, 4, 8, 4, 2}, {0, 2, 4, 6, 4}, {0, 0, 2, 4, 2}};
        var kappa = (Coefficient.Estimate)
                FleissKappa.weighted(Ratings.ofTable(table), Weights.quadratic(1, 2, 3, 4, 5), 0.95);
        assertThat(kappa.agreement()).isGreaterThan(Caution.PrevalenceParadox.AGREEMENT);
        assertThat(kappa.value()).isLessThan(Caution.PrevalenceParadox.VALUE);
        assertThat(kappa.cautions()).isEmpty();
    }

    @Test
    void nothingRatedTwice() {
        Ratings<String> ratings = Matrix.labels("a b . .", ". . b a");
        var refused = new Refused(new Refusal.NothingRatedTwice(4));
        assertThat(PercentAgreement.of(ratings, 0.95)).isEqualTo(refused);
        assertThat(CohenKappa.of(ratings, 0.95)).isEqualTo(refused);
        assertThat(KrippendorffAlpha.nominal(ratings, 0.95)).isEqualTo(refused);
        assertThat(refused.reason().message())
                .isEqualTo("No item has two ratings (of 4 rated), so there is nothing to agree on.");
    }

    @Test
    void noRatingsAtAll() {
        Ratings<String> none = Ratings.<String>builder().build();
        assertThat(FleissKappa.of(none, 0.95)).isEqualTo(new Refused(new Refusal.NothingRatedTwice(0)));
        assertThat(SpecificAgreement.of(none, 0.95)).isEmpty();
    }

    @Test
    void oneItem() {
        assertThat(GwetAC.ac1(Matrix.labels("a b", "b ."), 0.95)).isEqualTo(new Refused(new Refusal.OneItem()));
    }

    /// The second category is seen only on items rated once, where nobody could have agreed on it.
    @Test
    void oneCategoryWhereItCounts() {
        assertThat(FleissKappa.of(Matrix.labels("a a b", "a a ."), 0.95))
                .isEqualTo(new Refused(new Refusal.OneCategory("a", 2)));
    }

    @Test
    void aRaterWhoNeverVaries() {
        Ratings<String> ratings = Matrix.labels("a b a b", "a a a a");
        assertThat(CohenKappa.of(ratings, 0.95)).isEqualTo(new Refused(new Refusal.ConstantRater("rater 2", "a")));
    }

    @Test
    void kappaOfThreeRaters() {
        Ratings<String> ratings = Matrix.labels("a b", "a a", "b a");
        var refused = new Refused(new Refusal.NotTwoRaters(3));
        assertThat(CohenKappa.of(ratings, 0.95)).isEqualTo(refused);
        assertThat(ScottPi.of(ratings, 0.95)).isEqualTo(refused);
        assertThat(refused.reason().message()).isEqualTo("This coefficient compares two raters, and there are 3.");
    }

    @Test
    void ratiosOfNegativeNumbers() {
        assertThat(KrippendorffAlpha.ratio(Matrix.byRater("1 -2 3", "1 2 3"), 0.95))
                .isEqualTo(new Refused(new Refusal.NegativeValue(-2)));
    }

    @Test
    void aMetricThatSeesNoDifference() {
        assertThat(KrippendorffAlpha.of(Matrix.labels("a b", "b a"), (_, _) -> 0, 0.95))
                .isEqualTo(new Refused(new Refusal.NoDifference(2)));
    }

    @Test
    void aCategoryNobodyUsed() {
        Ratings<Integer> ratings = Ratings.ofTable(new int[][] {{5, 1, 0}, {2, 4, 0}, {0, 0, 0}});
        assertThat(SpecificAgreement.of(ratings, 0.95).get(2).agreement())
                .isEqualTo(new Refused(new Refusal.UnusedCategory("2")));
    }

    @Test
    void impossibleArgumentsAreNamed() {
        Ratings<String> ratings = Matrix.labels("a b", "b a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FleissKappa.of(ratings, 95))
                .withMessage("confidence must be in (0, 1): 95.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CohenKappa.weighted(ratings, Weights.linear(1, 2, 3), 0.95))
                .withMessage("weights must be for the 2 categories of the ratings: 3");
    }
}
