package org.folkmoot.text.lexical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyPhrasesTest {
    private static final KeyPhrases PHRASES = new KeyPhrases(StopWords.ALL);

    @Test
    void phrasesSetTheirGroupApart() {
        List<String> texts = List.of(
                "The library closes too early",
                "Library hours are too short",
                "Our library needs longer hours",
                "The bus fare went up",
                "Bus fare rises hurt",
                "A cheaper bus fare please");
        List<List<String>> found = PHRASES.of(texts, new int[] {0, 0, 0, 1, 1, 1}, 2, 2);
        assertThat(found.get(0).getFirst()).isEqualToIgnoringCase("library");
        assertThat(found.get(1).getFirst()).isEqualToIgnoringCase("bus fare");
        assertThat(found.get(1)).doesNotContain("bus", "fare");
    }

    @Test
    void phrasesAreWrittenAsMostOftenWritten() {
        List<String> texts = List.of("NHS waiting", "NHS queues", "nhs doctors");
        assertThat(PHRASES.of(texts, new int[] {0, 0, 0}, 1, 1)).containsExactly(List.of("NHS"));
    }

    @Test
    void phrasesDoNotCrossPunctuation() {
        List<String> texts = List.of("Parks, schools", "Parks, schools");
        assertThat(PHRASES.of(texts, new int[] {0, 0}, 1, 5).getFirst()).containsExactlyInAnyOrder("Parks", "schools");
    }

    @Test
    void wordsThatTellAStoryAlongAreNoPhrases() {
        List<String> texts =
                List.of("She said the ferry went last year", "He asked when the ferry went", "The ferry took a day");
        assertThat(PHRASES.of(texts, new int[] {0, 0, 0}, 1, 3)).containsExactly(List.of("ferry"));
    }

    @Test
    void marksOfRedactionAreNoPhrases() {
        List<String> texts = List.of("Nurse Name Redacted listened", "Name Redacted the nurse", "Nurse [name] again");
        assertThat(PHRASES.of(texts, new int[] {0, 0, 0}, 1, 1)).containsExactly(List.of("Nurse"));
        assertThat(PHRASES.of(texts, new int[] {0, 0, 0}, 1, 9).getFirst()).doesNotContain("Redacted", "Name Redacted");
    }

    @Test
    void groupsWithoutWordsHaveNone() {
        assertThat(PHRASES.of(List.of("the", "park"), new int[] {0, -1}, 2, 3)).containsExactly(List.of(), List.of());
    }

    @Test
    void groupsMustBeAsManyAsTexts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PHRASES.of(List.of("a"), new int[0], 1, 1))
                .withMessageContaining("0, 1");
    }
}
