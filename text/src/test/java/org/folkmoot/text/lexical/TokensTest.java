package org.folkmoot.text.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokensTest {
    @Test
    void wordsAreRunsOfLettersAndDigits() {
        assertThat(words("Don’t close the 4 libraries—ever!"))
                .containsExactly("don't", "close", "the", "4", "libraries", "ever");
    }

    @Test
    void hyphensPartWordsAndQuotesAreNoPartOfThem() {
        assertThat(words("'well-run' schools'")).containsExactly("well", "run", "schools");
    }

    @Test
    void accentsAndOtherScriptsAreLetters() {
        assertThat(words("Tŷ Über e\u0301tat 学校")).containsExactly("tŷ", "über", "e\u0301tat", "学校");
    }

    @Test
    void spansPointAtTheWordsAsWritten() {
        String text = "  Fix THE roof 🏠 now";
        Tokens tokens = Tokens.of(text);
        assertThat(IntStream.range(0, tokens.size())
                        .mapToObj(i -> tokens.span(i).of(text)))
                .containsExactly("Fix", "THE", "roof", "now");
    }

    @Test
    void textWithoutWordsHasNone() {
        assertThat(words(" … ?! ")).isEmpty();
    }

    private static List<String> words(String text) {
        Tokens tokens = Tokens.of(text);
        return IntStream.range(0, tokens.size()).mapToObj(tokens::word).toList();
    }
}
