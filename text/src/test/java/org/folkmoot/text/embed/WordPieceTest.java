package org.folkmoot.text.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPieceTest {
    private static final WordPiece WORD_PIECE = WordPiece.standard();

    private static List<String> pieces(String text) {
        Tokens tokens = WORD_PIECE.tokenize(text);
        return IntStream.range(0, tokens.size())
                .mapToObj(i -> WORD_PIECE.piece(tokens.id(i)))
                .toList();
    }

    private static List<String> words(String text) {
        Tokens tokens = WORD_PIECE.tokenize(text);
        return IntStream.range(0, tokens.size())
                .mapToObj(i -> tokens.span(i).of(text))
                .toList();
    }

    // Expected pieces follow from the rules of BERT's tokenization.py and from vocab.txt of bert-base-uncased.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            quoteCharacter = '`',
            value = {
                "The council should listen.      | the council should listen .",
                "unaffable                       | una ##ffa ##ble",
                "don't                           | don ' t",
                "Résumé, naïve CAFÉ              | resume , naive cafe",
                "Ångström                        | ang ##strom",
                "Straße                          | st ##raße",
                "İstanbul                        | istanbul",
                "£5.50 + $3 = 8¢                 | £5 . 50 + $ 3 = 8 ##¢",
                "“Quoted” – yes…                 | “ quoted ” – yes …",
                "well-being/ill_health           | well - being / ill _ health",
                "a^b~c`                          | a ^ b ~ c `",
                "中国人                          | 中 国 人",
                "in中国                          | in 中 国",
                "[CLS] [SEP]                     | [ cl ##s ] [ sep ]",
                "great👍🏽                        | great [UNK] [UNK]",
                "👍 yes                          | [UNK] yes",
            })
    void cutsAsBertDoes(String text, String expected) {
        assertThat(String.join(" ", pieces(text))).isEqualTo(expected);
    }

    @Test
    void controlAndFormatCharactersVanishInsideAWord() {
        assertThat(pieces("hou\u0000s\u200Bing\uFFFD pol\u00ADicy")).containsExactly("housing", "policy");
    }

    @Test
    void everyKindOfSpacePartsWords() {
        assertThat(pieces("a\tb\nc\rd\u00A0e\u2003f\u2028g\u3000h"))
                .containsExactly("a", "b", "c", "d", "e", "f", "g", "h");
    }

    @Test
    void wordOfHundredCharactersIsCutAndALongerOneIsUnknown() {
        assertThat(pieces("a".repeat(100))).isNotEmpty().doesNotContain("[UNK]");
        assertThat(pieces("x " + "a".repeat(101) + " y")).containsExactly("x", "[UNK]", "y");
        assertThat(words("x " + "a".repeat(5000) + " y")).containsExactly("x", "a".repeat(5000), "y");
    }

    @Test
    void lengthOfAWordIsCountedInCodePoints() {
        String gothic = "\uD800\uDF30".repeat(101);
        assertThat(pieces(gothic)).containsExactly("[UNK]");
        assertThat(words(gothic)).containsExactly(gothic);
    }

    @Test
    void wordThatCannotBeCutIsUnknownAsAWhole() {
        assertThat(pieces("play\uD800\uDF30ing")).containsExactly("[UNK]");
    }

    @Test
    void blankTextHasNoPieces() {
        assertThat(pieces("")).isEmpty();
        assertThat(pieces(" \t\u0000\u200B\n")).isEmpty();
    }

    @Test
    void loneSurrogateVanishes() {
        assertThat(pieces("ab\uD83D cd\uDC4D")).containsExactly("ab", "cd");
    }

    @Test
    void offsetsPointAtTheUntouchedText() {
        assertThat(words("The Cafe\u0301, İZMİR…  ＯＫ"))
                .containsExactly("The", "Cafe\u0301", ",", "İ", "Z", "MİR", "…", "ＯＫ");
    }

    @Test
    void syllableCutIntoSeveralPiecesGivesEachItsSpan() {
        Tokens tokens = WORD_PIECE.tokenize("한국");
        assertThat(tokens.size()).isGreaterThan(2);
        assertThat(tokens.span(0)).isEqualTo(new Span(0, 1));
        assertThat(tokens.span(tokens.size() - 1)).isEqualTo(new Span(1, 2));
    }

    @Test
    void vocabularyIsReadWithItsEscapes() {
        Vocabulary vocabulary = Vocabulary.ofTokenizerJson("""
                {"model": {"type": "WordPiece", "vocab": {"[UNK]": 0, "\\"" : 3, "##\\\\":2, "\\u00e9t\\u00E9": 5
                }}, "other": {"x": 9}}
                """);
        assertThat(List.of(vocabulary.id("[UNK]"), vocabulary.id("\""), vocabulary.id("##\\"), vocabulary.id("été")))
                .containsExactly(0, 3, 2, 5);
        assertThat(vocabulary.id("\\")).isEqualTo(-1);
        assertThat(vocabulary.id("x")).isEqualTo(-1);
        assertThat(vocabulary.size()).isEqualTo(6);
    }

    @Test
    void vocabularyOfTheModelIsWhole() {
        assertThat(WORD_PIECE.vocabularySize()).isEqualTo(30522);
        assertThat(WORD_PIECE.piece(0)).isEqualTo("[PAD]");
        assertThat(WORD_PIECE.piece(30521)).isEqualTo("##～");
        for (int id = 0; id < WORD_PIECE.vocabularySize(); id++) {
            assertThat(WORD_PIECE.id(WORD_PIECE.piece(id))).isEqualTo(id);
        }
    }

    @Test
    void fileWithoutVocabularyIsRefused() {
        assertThatThrownBy(() -> Vocabulary.ofTokenizerJson("{}")).hasMessageContaining("\"vocab\"");
    }
}
