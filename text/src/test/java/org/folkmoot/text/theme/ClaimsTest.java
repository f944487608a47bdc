package org.folkmoot.text.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.folkmoot.text.vector.Vectors;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    private static final List<String> LETTER = List.of(
            "She rang me twice about the ferry last week.",
            "The winter ferry should carry bicycles free.",
            "That was it.",
            "We offer no comment.");

    @Test
    void storiesFragmentsAndPassagesWithoutViewStandBackForTheClaimsOfTheirAnswer() {
        assertThat(Claims.of(material(LETTER).withAnswers(List.of(7, 7, 7, 7))))
                .containsExactly(false, true, false, false);
    }

    @Test
    void wholeAnswersAllTakePart() {
        assertThat(Claims.of(material(LETTER))).containsOnly(true);
    }

    @Test
    void anAnswerOfStoriesAloneTakesPartWithItsBest() {
        List<String> story = List.of("She rang me twice last week.", "The harbour master sent the ferry away again.");
        assertThat(Claims.of(material(story).withAnswers(List.of(0, 0)))).containsExactly(false, true);
    }

    @Test
    void englishSignsDoNotJudgeOtherLanguages() {
        List<String> welsh = List.of("Ffoniodd hi ddoe.", "Dylai'r fferi redeg bob dydd Sul.");
        assertThat(Claims.of(material(welsh).withAnswers(List.of(0, 0)).withLanguages(List.of("cy", "cy"))))
                .containsOnly(true);
    }

    private static Material material(List<String> texts) {
        return Material.of(texts, Vectors.zeros(texts.size(), 1));
    }
}
