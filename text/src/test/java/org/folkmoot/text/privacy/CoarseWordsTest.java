package org.folkmoot.text.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoarseWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"What utter BOLLOCKS!", "bullshit, all of it", "So ein Arschloch"})
    void coarseWordsAreFound(String text) {
        assertThat(CoarseWords.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Scunthorpe and Cockermouth",
                "a class act in Essex",
                "The cocktail bar, with a knob of butter",
                "Angry but polite"
            })
    void decentTextIsNot(String text) {
        assertThat(CoarseWords.isIn(text)).isFalse();
    }
}
