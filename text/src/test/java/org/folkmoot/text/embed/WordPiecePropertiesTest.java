package org.folkmoot.text.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class WordPiecePropertiesTest {
    private static final List<String> SNIPPETS = List.of(
            "housing",
            "Parking",
            "É",
            "e\u0301",
            "\u0301",
            " ",
            "\u00A0",
            "\n",
            ".",
            "…",
            "’",
            "-",
            "中",
            "한",
            "ﬁ",
            "İ",
            "ß",
            "\u200B",
            "\u0000",
            "\uD83D\uDC4D",
            "\uD83C\uDFFD",
            "\uD800",
            "\uDC00",
            "☃",
            "1",
            "₤",
            "\u0928\u093F",
            "Σ",
            "x");
    private static final int TEXTS = 2000;
    private static final long SEED = 42;

    private final WordPiece wordPiece = WordPiece.standard();
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    private String text() {
        var text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(SNIPPETS.get(random.nextInt(SNIPPETS.size())));
        }
        return text.toString();
    }

    @Test
    void spansAreOrderedAndHoldEveryVisibleCharacterOnce() {
        for (int n = 0; n < TEXTS; n++) {
            String text = text();
            Tokens tokens = wordPiece.tokenize(text);
            int reached = 0;
            for (int i = 0; i < tokens.size(); i++) {
                assertThat(tokens.start(i)).as(text).isLessThan(tokens.end(i));
                boolean shared = i > 0 && tokens.start(i) == tokens.start(i - 1);
                assertThat(shared || tokens.start(i) >= reached).as(text).isTrue();
                if (!shared) {
                    assertThat(visible(text.substring(reached, tokens.start(i))))
                            .as(text)
                            .isEmpty();
                }
                reached = tokens.end(i);
            }
            assertThat(visible(text.substring(reached))).as(text).isEmpty();
        }
    }

    private static String visible(String between) {
        return between.codePoints()
                .filter(c -> Letters.fold(c).letters().length > 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void wordsDoNotDependOnWhatStandsAroundThem() {
        for (int n = 0; n < TEXTS; n++) {
            String left = text();
            String right = text();
            Tokens both = wordPiece.tokenize(left + " " + right);
            int[] joined = new int[both.size()];
            int[] leftIds = wordPiece.tokenize(left).ids();
            int[] rightIds = wordPiece.tokenize(right).ids();
            System.arraycopy(leftIds, 0, joined, 0, leftIds.length);
            System.arraycopy(rightIds, 0, joined, leftIds.length, rightIds.length);
            assertThat(both.ids()).as(left + " | " + right).isEqualTo(joined);
        }
    }

    @Test
    void caseDoesNotMatterForAscii() {
        for (int n = 0; n < TEXTS; n++) {
            String text = text().replaceAll("[^\\x00-\\x7F]", "é");
            assertThat(wordPiece
                            .tokenize(text.toUpperCase(java.util.Locale.ROOT))
                            .ids())
                    .as(text)
                    .isEqualTo(wordPiece
                            .tokenize(text.toLowerCase(java.util.Locale.ROOT))
                            .ids());
        }
    }
}
