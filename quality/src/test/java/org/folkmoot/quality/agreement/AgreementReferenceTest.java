package org.folkmoot.quality.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.agreement.Coefficient.Estimate;
import org.folkmoot.quality.agreement.Coefficient.Refused;
import org.folkmoot.quality.distribution.StudentT;
import org.junit.jupiter.api.Test;

/// Published worked examples. Where a source prints three or four digits the tolerance is half of its last
/// digit, or 1e-9 against the same figure recomputed in full by scikit-learn, statsmodels or NLTK.
class AgreementReferenceTest {
    private static final Offset<Double> FULL = within(1e-9);
    private static final Offset<Double> THREE_DIGITS = within(0.000501);
    private static final Offset<Double> FOUR_DIGITS = within(0.0000501);

    /// Krippendorff (2011), section C: 4 observers, 12 units, missing ratings.
    private static final Ratings<Integer> KRIPPENDORFF_C = Matrix.byRater(
            "1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .");

    /// Gwet (2014), page 120: the same, one rating given by another rater.
    private static final Ratings<Integer> GWET_4 = Matrix.byRater(
            "1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . .", ". 3 3 3 2 3 4 2 2 5 1 3", "1 2 3 3 2 4 4 1 2 5 1 .");

    private static final Ratings<Integer> GWET_5 = Matrix.byRater(
            "1 1 2 . 0 0 1 1 2 2 . 0 1 3 1",
            "1 1 3 0 0 0 0 . 2 1 1 0 2 3 1",
            "2 0 3 0 0 0 2 2 2 1 0 0 2 2 1",
            ". 1 3 . . . . 0 . 1 0 0 2 2 .",
            "2 . . 0 0 0 1 . 2 . . . . 3 1");

    private static Estimate estimate(Coefficient coefficient) {
        assertThat(coefficient).isInstanceOf(Estimate.class);
        return (Estimate) coefficient;
    }

    private static double value(Coefficient coefficient) {
        return estimate(coefficient).value();
    }

    private static void interval(Coefficient coefficient, double low, double high, Offset<Double> tolerance) {
        Interval interval = estimate(coefficient).interval();
        assertThat(interval.low()).isCloseTo(low, tolerance);
        assertThat(interval.high()).isCloseTo(high, tolerance);
    }

    @Test
    void krippendorffExampleC() {
        assertThat(value(KrippendorffAlpha.nominal(KRIPPENDORFF_C, 0.95))).isCloseTo(0.743421052631579, FULL);
        assertThat(value(KrippendorffAlpha.ordinal(KRIPPENDORFF_C, 0.95))).isCloseTo(0.8153875037548813, FULL);
        assertThat(value(KrippendorffAlpha.interval(KRIPPENDORFF_C, 0.95))).isCloseTo(0.8491071428571428, FULL);
        assertThat(value(KrippendorffAlpha.ratio(KRIPPENDORFF_C, 0.95))).isCloseTo(0.7974027747116121, FULL);
    }

    /// Three coders, 15 units: fast-krippendorff and Wikipedia.
    @Test
    void krippendorffThreeCoders() {
        Ratings<Integer> ratings = Matrix.byRater(
                ". . . . . 3 4 1 2 1 1 3 3 . 3", "1 . 2 1 3 3 4 3 . . . . . . .", ". . 2 1 3 4 4 . 2 1 1 3 3 . 4");
        assertThat(value(KrippendorffAlpha.nominal(ratings, 0.95))).isCloseTo(0.691358024691358, FULL);
        assertThat(value(KrippendorffAlpha.interval(ratings, 0.95))).isCloseTo(0.8108448928121059, FULL);
    }

    /// NLTK: worse than chance, one unit rated once.
    @Test
    void alphaBelowChance() {
        Coefficient alpha = KrippendorffAlpha.nominal(Matrix.labels("YES YES .", "NO NO .", "NO . NO"), 0.95);
        assertThat(value(alpha)).isCloseTo(-1.0 / 3, FULL);
    }

    /// fast-krippendorff: labels instead of numbers.
    @Test
    void alphaOfLabels() {
        Coefficient alpha =
                KrippendorffAlpha.nominal(Matrix.labels("pos neg neu .", "pos neg neu pos", "pos neg pos pos"), 0.95);
        assertThat(value(alpha)).isCloseTo(0.7222222222222222, FULL);
    }

    /// Where NLTK prints 1 and fast-krippendorff throws, the reason is given.
    @Test
    void oneValueOnlyIsRefused() {
        Ratings<String> ratings = Matrix.labels("YES YES", "YES YES");
        var refused = new Refused(new Refusal.OneCategory("YES", 2));
        assertThat(KrippendorffAlpha.nominal(ratings, 0.95)).isEqualTo(refused);
        assertThat(CohenKappa.of(ratings, 0.95)).isEqualTo(refused);
        assertThat(ScottPi.of(ratings, 0.95)).isEqualTo(refused);
        assertThat(FleissKappa.of(ratings, 0.95)).isEqualTo(refused);
        assertThat(GwetAC.ac1(ratings, 0.95)).isEqualTo(refused);
        assertThat(value(PercentAgreement.of(ratings, 0.95))).isEqualTo(1);
    }

    /// Fleiss (1971), table 1; kappa and z of R irr.
    @Test
    void fleissDiagnoses() {
        Ratings<Integer> ratings = Matrix.byItem(
                "4 4 4 4 4 4",
                "2 2 2 5 5 5",
                "2 3 3 3 3 5",
                "5 5 5 5 5 5",
                "2 2 2 4 4 4",
                "1 1 3 3 3 3",
                "3 3 3 3 5 5",
                "1 1 3 3 3 4",
                "1 1 4 4 4 4",
                "5 5 5 5 5 5",
                "1 4 4 4 4 4",
                "1 2 4 4 4 4",
                "2 2 2 3 3 3",
                "1 4 4 4 4 4",
                "2 2 4 4 4 5",
                "3 3 3 3 3 5",
                "1 1 1 4 5 5",
                "1 1 1 1 1 2",
                "2 2 4 4 4 4",
                "1 3 3 5 5 5",
                "5 5 5 5 5 5",
                "2 4 4 4 4 4",
                "2 2 4 5 5 5",
                "1 1 4 4 4 4",
                "1 4 4 4 4 5",
                "2 2 2 2 2 4",
                "1 1 1 1 5 5",
                "2 2 4 4 4 4",
                "1 3 3 3 3 3",
                "5 5 5 5 5 5");
        assertThat(value(FleissKappa.of(ratings, 0.95))).isCloseTo(0.43024452006014074, FULL);
        assertThat(FleissKappa.nullTest(ratings).orElseThrow().z()).isCloseTo(17.65183, within(5e-6));
        assertThat(value(KrippendorffAlpha.nominal(ratings, 0.95))).isCloseTo(0.4334098282820289, FULL);
    }

    /// Wikipedia, Fleiss' kappa: 10 subjects, 14 raters.
    @Test
    void fleissFromCounts() {
        Ratings<Integer> ratings = Ratings.ofCounts(new int[][] {
            {0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
            {7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}
        });
        assertThat(value(FleissKappa.of(ratings, 0.95))).isCloseTo(0.20993070442195522, FULL);
        var agreement = new ItemAgreement(ItemCounts.of(ratings), Weights.identity(5));
        double[] printed = {1.0, 0.253, 0.308, 0.44, 0.33, 0.462, 0.242, 0.176, 0.286, 0.286};
        for (int i = 0; i < printed.length; i++) {
            assertThat(agreement.ofItem(i)).as("P_%s", i).isCloseTo(printed[i], THREE_DIGITS);
        }
    }

    /// SAS FREQ documentation.
    @Test
    void cohenSas() {
        Ratings<Integer> ratings = Ratings.ofTable(new int[][] {{0, 4, 1}, {0, 8, 0}, {0, 1, 5}});
        Coefficient plain = CohenKappa.of(ratings, 0.95);
        assertThat(value(plain)).isCloseTo(0.48416289592760176, FULL);
        assertThat(estimate(plain).standardError()).isCloseTo(0.1380, FOUR_DIGITS);
        interval(plain, 0.2137, 0.7547, FOUR_DIGITS);
        NullTest plainTest = CohenKappa.nullTest(ratings, Weights.identity(3)).orElseThrow();
        assertThat(plainTest.standardError()).isCloseTo(0.1484, FOUR_DIGITS);
        assertThat(plainTest.z()).isCloseTo(3.2626, FOUR_DIGITS);
        assertThat(plainTest.p()).isCloseTo(0.0011, FOUR_DIGITS);

        Weights linear = Weights.linear(Weights.positions(3));
        Coefficient weighted = CohenKappa.weighted(ratings, linear, 0.95);
        assertThat(value(weighted)).isCloseTo(0.4701195219123506, FULL);
        assertThat(estimate(weighted).standardError()).isCloseTo(0.1457, FOUR_DIGITS);
        interval(weighted, 0.1845, 0.7558, FOUR_DIGITS);
        NullTest weightedTest = CohenKappa.nullTest(ratings, linear).orElseThrow();
        assertThat(weightedTest.standardError()).isCloseTo(0.1426, FOUR_DIGITS);
        assertThat(weightedTest.z()).isCloseTo(3.2971, FOUR_DIGITS);
        assertThat(weightedTest.p()).isCloseTo(0.0010, FOUR_DIGITS);
    }

    /// R irr, data set anxiety, raters 2 and 3: weights by rank of the levels that these two used.
    @Test
    void cohenAnxiety() {
        Ratings<Integer> three = Matrix.byItem(
                "3 3 2", "3 6 1", "3 4 4", "4 6 4", "5 2 3", "5 4 2", "2 2 1", "3 4 6", "5 3 1", "2 3 1", "2 2 1",
                "6 3 2", "1 3 3", "5 3 3", "2 2 1", "2 2 1", "1 1 3", "2 3 3", "4 3 2", "3 4 2");
        Ratings<Integer> two = three.by(List.of("rater 2", "rater 3")).used();
        double[] ranks = Weights.positions(two.categories().size());
        assertThat(value(CohenKappa.of(two, 0.95))).isCloseTo(-0.0062893081761006275, FULL);
        assertThat(value(CohenKappa.weighted(two, Weights.linear(ranks), 0.95))).isCloseTo(0.14590747330960863, FULL);
        assertThat(value(CohenKappa.weighted(two, Weights.quadratic(ranks), 0.95)))
                .isCloseTo(0.2520325203252033, FULL);
    }

    /// Gwet (2014), page 120, and the tests of irrCAC.
    @Test
    void gwetFourRaters() {
        Estimate ac1 = estimate(GwetAC.ac1(GWET_4, 0.95));
        assertThat(ac1.value()).isCloseTo(0.775, THREE_DIGITS);
        assertThat(ac1.agreement()).isCloseTo(0.818, THREE_DIGITS);
        assertThat(ac1.chanceAgreement()).isCloseTo(0.190, THREE_DIGITS);
        assertThat(ac1.standardError()).isCloseTo(0.143, THREE_DIGITS);
        interval(ac1, 0.461, 1, THREE_DIGITS);
        Estimate fleiss = estimate(FleissKappa.of(GWET_4, 0.95));
        assertThat(fleiss.value()).isCloseTo(0.761, THREE_DIGITS);
        assertThat(fleiss.agreement()).isCloseTo(0.818, THREE_DIGITS);
        assertThat(fleiss.chanceAgreement()).isCloseTo(0.239, THREE_DIGITS);
        interval(fleiss, 0.424, 1, THREE_DIGITS);
        Estimate alpha = estimate(KrippendorffAlpha.nominal(GWET_4, 0.95));
        assertThat(alpha.value()).isCloseTo(0.743421052631579, FULL);
        // Gwet puts the correction for few ratings, (n - 1)/n, into both agreements, Krippendorff into D_e.
        double few = 1 - 1.0 / alpha.basis().ratings();
        assertThat(1 - few * alpha.disagreement()).isCloseTo(0.805, THREE_DIGITS);
        assertThat(1 - few * alpha.chanceDisagreement()).isCloseTo(0.240, THREE_DIGITS);
        // The source prints 0.146, from 0.14557: its variance centres items on p_a where the linearised ratio, as later
        // editions have it, needs p_a' = p_a without the small-sample term. That formula, in NumPy, gives 0.145479.
        assertThat(alpha.standardError()).isCloseTo(0.14547871722219924, FULL);
        interval(alpha, 0.419, 1, THREE_DIGITS);
        assertThat(value(KrippendorffAlpha.interval(GWET_4, 0.95))).isCloseTo(0.849, THREE_DIGITS);
        Weights ordinal = Weights.ordinal(5);
        Coefficient byWeights = KrippendorffAlpha.of(GWET_4, (a, b) -> 1 - ordinal.at(a - 1, b - 1), 0.95);
        assertThat(value(byWeights)).isCloseTo(0.834, THREE_DIGITS);
    }

    @Test
    void gwetAc2() {
        double[] scores = Weights.positions(5);
        assertThat(value(GwetAC.ac2(GWET_4, Weights.linear(scores), 0.95))).isCloseTo(0.859, THREE_DIGITS);
        assertThat(value(GwetAC.ac2(GWET_4, Weights.quadratic(scores), 0.95))).isCloseTo(0.914, THREE_DIGITS);
        assertThat(value(GwetAC.ac2(GWET_4, Weights.ordinal(5), 0.95))).isCloseTo(0.899, THREE_DIGITS);
        assertThat(value(GwetAC.ac2(GWET_4, Weights.radical(scores), 0.95))).isCloseTo(0.820, THREE_DIGITS);
        assertThat(value(GwetAC.ac2(GWET_4, Weights.ratio(scores), 0.95))).isCloseTo(0.857, THREE_DIGITS);
        assertThat(value(GwetAC.ac2(GWET_4, Weights.circular(scores), 0.95))).isCloseTo(0.830, THREE_DIGITS);
        assertThat(value(GwetAC.ac2(GWET_4, Weights.bipolar(scores), 0.95))).isCloseTo(0.900, THREE_DIGITS);
    }

    @Test
    void gwetFiveObservers() {
        Estimate ac1 = estimate(GwetAC.ac1(GWET_5, 0.95));
        assertThat(ac1.value()).isCloseTo(0.497, THREE_DIGITS);
        assertThat(ac1.standardError()).isCloseTo(0.122, THREE_DIGITS);
        interval(ac1, 0.235, 0.758, THREE_DIGITS);
        Estimate fleiss = estimate(FleissKappa.of(GWET_5, 0.95));
        assertThat(fleiss.value()).isCloseTo(0.458, THREE_DIGITS);
        assertThat(fleiss.standardError()).isCloseTo(0.120, THREE_DIGITS);
        interval(fleiss, 0.199, 0.716, THREE_DIGITS);
        Estimate alpha = estimate(KrippendorffAlpha.nominal(GWET_5, 0.95));
        assertThat(alpha.value()).isCloseTo(0.48053024026512003, FULL);
        assertThat(alpha.standardError()).isCloseTo(0.114, THREE_DIGITS);
        interval(alpha, 0.237, 0.724, THREE_DIGITS);
    }

    @Test
    void gwetGender() {
        Ratings<String> ratings = Matrix.labels(
                "a a a a a b b b c a a a a a b",
                "a a a a b a b c c a a a a b a",
                "a b b c a a b b c a b b c a a",
                "c c c c a a b b c c c c c a a");
        Estimate ac1 = estimate(GwetAC.ac1(ratings, 0.95));
        assertThat(ac1.value()).isCloseTo(0.208, THREE_DIGITS);
        interval(ac1, 0.014, 0.403, THREE_DIGITS);
        Estimate fleiss = estimate(FleissKappa.of(ratings, 0.95));
        assertThat(fleiss.value()).isCloseTo(0.129, THREE_DIGITS);
        interval(fleiss, -0.172, 0.430, THREE_DIGITS);
        Estimate alpha = estimate(KrippendorffAlpha.nominal(ratings, 0.95));
        assertThat(alpha.value()).isCloseTo(0.14340740740740732, FULL);
        interval(alpha, -0.158, 0.445, THREE_DIGITS);
    }

    /// irrCAC takes a Student quantile where SAS takes a normal one; the standard error is the same.
    private static void cohenByStudent(int[][] table, Weights weights, double value, double low, double high) {
        Estimate kappa = estimate(CohenKappa.weighted(Ratings.ofTable(table), weights, 0.95));
        double reach = new StudentT(kappa.basis().items() - 1.0).twoSided(0.95) * kappa.standardError();
        assertThat(kappa.value()).isCloseTo(value, FULL);
        assertThat(kappa.value() - reach).isCloseTo(low, THREE_DIGITS);
        assertThat(kappa.value() + reach).isCloseTo(high, THREE_DIGITS);
    }

    @Test
    void gwetAbstractors() {
        int[][] table = {{13, 0, 0}, {0, 20, 7}, {0, 4, 56}};
        cohenByStudent(table, Weights.identity(3), 0.7964094021839718, 0.680, 0.913);
        cohenByStudent(table, Weights.linear(1, 2, 3), 0.8429020279920023, 0.748, 0.938);
        cohenByStudent(table, Weights.quadratic(1, 2, 3), 0.892156862745098, 0.822, 0.962);
    }

    @Test
    void gwetDiagnosis() {
        int[][] table = {{40, 4, 4, 17}, {6, 25, 2, 13}, {4, 1, 21, 12}, {15, 5, 9, 45}};
        assertThat(estimate(CohenKappa.of(Ratings.ofTable(table), 0.95)).standardError())
                .isCloseTo(0.046, THREE_DIGITS);
        cohenByStudent(table, Weights.identity(4), 0.4315007758811793, 0.341, 0.522);
        cohenByStudent(table, Weights.linear(1, 2, 3, 4), 0.4068108740134463, 0.302, 0.512);
        cohenByStudent(table, Weights.quadratic(1, 2, 3, 4), 0.3831859441349489, 0.254, 0.513);
    }

    /// NLTK: sets of labels, missing ratings, full agreement; the interval still says how little was seen.
    @Test
    void masiOfSets() {
        Ratings<Set<String>> ratings = Ratings.<Set<String>>builder()
                .add("1", "1", Set.of("a"))
                .add("1", "2", Set.of("a"))
                .add("2", "1", Set.of("a", "b"))
                .add("2", "3", Set.of("b", "a"))
                .build();
        Estimate alpha = estimate(KrippendorffAlpha.of(ratings, SetDistance.MASI, 0.95));
        assertThat(alpha.value()).isEqualTo(1);
        assertThat(alpha.interval().low()).isLessThan(0);
        assertThat(alpha.interval().high()).isEqualTo(1);
    }

    /// Two raters, 100 items, 92 of them agreed on, nearly all in one category: computed from the definitions.
    @Test
    void prevalenceParadox() {
        Ratings<Integer> ratings = Ratings.ofTable(new int[][] {{90, 4}, {4, 2}});
        Estimate cohen = estimate(CohenKappa.of(ratings, 0.95));
        assertThat(value(PercentAgreement.of(ratings, 0.95))).isCloseTo(0.92, FULL);
        assertThat(cohen.value()).isCloseTo(0.29078014184397205, FULL);
        assertThat(value(ScottPi.of(ratings, 0.95))).isCloseTo(0.29078014184397205, FULL);
        assertThat(value(GwetAC.ac1(ratings, 0.95))).isCloseTo(0.9098286744815149, FULL);
        assertThat(cohen.cautions())
                .contains(new Caution.PrevalenceParadox(cohen.agreement(), cohen.value(), "0", 0.94));
        assertThat(estimate(GwetAC.ac1(ratings, 0.95)).cautions())
                .containsExactly(new Caution.FewMinorityRatings(12, "0"));
    }
}
