package org.folkmoot.quality.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.distribution.WilsonInterval;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static final List<String> CODEBOOK = List.of("cost", "noise", "safety", "unused");

    private static final MultiLabelScores<String> SCORES = MultiLabelScores.of(
            CODEBOOK,
            List.of(Set.of("cost"), Set.of("cost", "noise"), Set.of(), Set.of("safety"), Set.of()),
            List.of(Set.of("cost"), Set.of("noise"), Set.of("noise"), Set.of(), Set.of()));

    @Test
    void hitsAreCountedByLabel() {
        assertThat(SCORES.labels().keySet()).containsExactlyElementsOf(CODEBOOK);
        assertThat(SCORES.labels().values())
                .containsExactly(new Hits(1, 0, 1), new Hits(1, 1, 0), new Hits(0, 0, 1), new Hits(0, 0, 0));
    }

    @Test
    void exactMatchAndJaccardAreByItem() {
        assertThat(SCORES.exact()).isEqualTo(2);
        assertThat(SCORES.jaccard()).isCloseTo((1 + 0.5 + 0 + 0 + 1) / 5, within(1e-12));
        assertThat(SCORES.exactInterval(0.95)).contains(WilsonInterval.of(0.4, 5, 0.95));
    }

    @Test
    void microAddsCountsAndMacroAveragesRates() {
        assertThat(SCORES.micro()).isEqualTo(new Hits(2, 1, 2));
        assertThat(SCORES.micro().f1().orElseThrow()).isCloseTo(4.0 / 7, within(1e-12));
        Macro macro = SCORES.macro().orElseThrow();
        assertThat(macro.labels()).isEqualTo(3);
        assertThat(macro.precision()).isCloseTo((1 + 0.5 + 0) / 3, within(1e-12));
        assertThat(macro.recall()).isCloseTo((0.5 + 1 + 0) / 3, within(1e-12));
        assertThat(macro.f1()).isCloseTo((2.0 / 3 + 2.0 / 3 + 0) / 3, within(1e-12));
    }

    @Test
    void ratesThatAreNothingOverNothingAreEmpty() {
        Hits never = new Hits(0, 0, 3);
        assertThat(never.precision()).isEqualTo(OptionalDouble.empty());
        assertThat(never.precisionInterval(0.95)).isEmpty();
        assertThat(never.recall()).hasValue(0);
        assertThat(never.f1()).hasValue(0);
        assertThat(new Hits(0, 0, 0).f1()).isEmpty();
    }

    /// F1 is 2J / (1 + J) of the share J of right among given or true.
    @Test
    void intervalOfF1IsThatOfJaccardMapped() {
        Hits hits = new Hits(30, 10, 20);
        Interval jaccard = WilsonInterval.of(0.5, 60, 0.9);
        Interval f1 = hits.f1Interval(0.9).orElseThrow();
        assertThat(f1.low()).isCloseTo(2 * jaccard.low() / (1 + jaccard.low()), within(1e-12));
        assertThat(f1.contains(hits.f1().orElseThrow())).isTrue();
    }

    @Test
    void aLabelOutsideTheCodebookIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultiLabelScores.of(CODEBOOK, List.of(Set.of("parking")), List.of(Set.of("cost"))))
                .withMessage("label must be in the codebook: parking");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultiLabelScores.of(CODEBOOK, List.of(Set.of()), List.of()))
                .withMessage("truth and given must cover the same items: 1 and 0");
    }

    @Test
    void confusionOfOneLabelAnItem() {
        ConfusionMatrix<String> matrix = ConfusionMatrix.of(
                List.of("a", "b", "c"),
                List.of("a", "a", "b", "b", "c", "c", "c"),
                List.of("a", "b", "b", "b", "c", "a", "c"));
        assertThat(matrix.counts()).isDeepEqualTo(new long[][] {{1, 1, 0}, {0, 2, 0}, {1, 0, 2}});
        assertThat(matrix.accuracy()).hasValue(5.0 / 7);
        assertThat(matrix.accuracyInterval(0.95)).contains(WilsonInterval.of(5.0 / 7, 7, 0.95));
        assertThat(matrix.hits()).containsExactly(new Hits(1, 1, 1), new Hits(2, 1, 0), new Hits(2, 0, 1));
        assertThat(matrix.macro().orElseThrow().f1()).isCloseTo((0.5 + 0.8 + 0.8) / 3, within(1e-12));
    }

    @Test
    void noItemsGiveNoRates() {
        ConfusionMatrix<String> none = ConfusionMatrix.of(List.of("a"), List.of(), List.of());
        assertThat(none.accuracy()).isEmpty();
        assertThat(none.accuracyInterval(0.95)).isEmpty();
        assertThat(none.macro()).isEmpty();
        assertThat(MultiLabelScores.of(CODEBOOK, List.of(), List.of()).exactInterval(0.95))
                .isEmpty();
    }
}
