package org.folkmoot.text.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.folkmoot.text.Span;
import org.folkmoot.text.theme.Theme;
import org.folkmoot.text.vector.Vectors;
import org.junit.jupiter.api.Test;

class SubjectWordsTest {
    private static final String ANSWER = "The queue was long. The nurse smiled.";
    private static final Batch BATCH =
            new Batch(0, List.of(ANSWER), List.of(List.of(new Span(0, 19), new Span(20, 37))), Vectors.zeros(2, 1));

    @Test
    void whatSpeaksOfTheSubjectThatNamesAThemeGainsAndWhatDoesNotLoses() {
        Vectors passages = Vectors.zeros(2, 2);
        Vectors answers = Vectors.zeros(1, 2);
        SubjectWords.of(List.of(theme("Waiting times and delays"), theme("The queue was long.")))
                .judge(BATCH, passages, answers);
        assertThat(passages.at(0, 0)).isPositive();
        assertThat(passages.at(1, 0)).isNegative();
        assertThat(answers.at(0, 0)).isPositive();
    }

    @Test
    void aThemeWithAnotherNameIsLeftAsItIs() {
        Vectors passages = Vectors.zeros(2, 1);
        Vectors answers = Vectors.zeros(1, 1);
        SubjectWords.of(List.of(theme("The queue was long."))).judge(BATCH, passages, answers);
        assertThat(passages.values()).containsOnly(0);
        assertThat(answers.values()).containsOnly(0);
    }

    @Test
    void whoWritesInAnotherLanguageOrNothingLosesNothing() {
        String welsh = "Mae angen sicrhau na fydd y Gymraeg yn cael ei hanghofio eto.";
        Batch batch = new Batch(
                0,
                List.of(welsh, "-", ANSWER),
                List.of(
                        List.of(new Span(0, welsh.length())),
                        List.of(),
                        BATCH.passages().getFirst()),
                Vectors.zeros(3, 1));
        Vectors passages = Vectors.zeros(3, 1);
        Vectors answers = Vectors.zeros(3, 1);
        SubjectWords.of(List.of(theme("Waiting times and delays"))).judge(batch, passages, answers);
        assertThat(passages.at(0, 0)).isZero();
        assertThat(passages.at(1, 0)).isPositive();
        assertThat(answers.at(0, 0)).isZero();
        assertThat(answers.at(1, 0)).isZero();
        assertThat(answers.at(2, 0)).isPositive();
    }

    private static Theme theme(String headline) {
        return new Theme("T-1", headline, "", List.of(), null, List.of());
    }
}
