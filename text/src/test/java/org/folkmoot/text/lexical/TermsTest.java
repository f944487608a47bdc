package org.folkmoot.text.lexical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TermsTest {
    private static final Terms.Options EVERY_WORD = new Terms.Options(StopWords.ALL, false, 0, 0, 1, 1);

    @Test
    void weightsAreThoseOfTheFormula() {
        List<String> texts = List.of("buses buses late", "buses clean");
        TermVectors rows = Terms.of(texts, EVERY_WORD).vectors(texts);
        double buses = (1 + Math.log(2)) * (1 + Math.log(3.0 / 3));
        double late = 1 + Math.log(3.0 / 2);
        double length = Math.hypot(buses, late);
        assertThat(rows.rows()).isEqualTo(2);
        assertThat(rows.columns()).isEqualTo(3);
        assertThat((double) rows.weight(0)).isCloseTo(buses / length, within(1e-6));
        assertThat((double) rows.weight(1)).isCloseTo(late / length, within(1e-6));
    }

    @Test
    void pairsSkipStopWords() {
        List<String> texts = List.of("closure of the library", "closure library");
        Terms.Options pairs = new Terms.Options(StopWords.ALL, true, 0, 0, 1, 1);
        assertThat(Terms.of(texts, pairs).size()).isEqualTo(3);
        assertThat(Terms.of(texts, pairs).vectors(texts).cosine(0, 1)).isCloseTo(1, within(1e-6));
    }

    @Test
    void piecesLetCompoundsMeet() {
        List<String> texts = List.of("Fahrradweg", "Radwege");
        Terms.Options pieces = new Terms.Options(StopWords.ALL, false, 4, 5, 1, 1);
        assertThat(Terms.of(texts, EVERY_WORD).vectors(texts).cosine(0, 1)).isZero();
        assertThat(Terms.of(texts, pieces).vectors(texts).cosine(0, 1)).isGreaterThan(0.1);
    }

    @Test
    void rareAndCommonTermsAreLeftOut() {
        List<String> texts = List.of("park gate", "park bench", "park bench", "park lake", "park lake");
        Terms.Options options = new Terms.Options(StopWords.ALL, false, 0, 0, 2, 0.5);
        assertThat(Terms.of(texts, options).size()).isEqualTo(2);
    }

    @Test
    void textOfUnknownTermsHasAnEmptyRow() {
        List<String> texts = List.of("park", "gate");
        TermVectors rows = Terms.of(texts, EVERY_WORD).vectors(List.of("the", "river", "park"));
        assertThat(rows.start(2)).isZero();
        assertThat(rows.cosine(0, 2)).isZero();
        assertThat(rows.cosine(2, 2)).isCloseTo(1, within(1e-6));
    }

    @Test
    void optionsOutOfBoundsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Terms.Options(StopWords.ALL, true, 5, 4, 2, 0.5))
                .withMessageContaining("5, 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Terms.Options(StopWords.ALL, true, 0, 0, 0, 0.5))
                .withMessageContaining("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Terms.Options(StopWords.ALL, true, 0, 0, 1, 1.5))
                .withMessageContaining("1.5");
    }
}
