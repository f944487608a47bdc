package org.folkmoot.text.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.folkmoot.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassagesPropertiesTest {
    private static final String[] PIECES = {
        "the",
        "bus",
        "No",
        "Mr",
        "U.K",
        "e.g",
        "etc",
        "3",
        "12",
        "2.5",
        "1",
        "I",
        ".",
        ".",
        "!",
        "?",
        "…",
        "...",
        ";",
        ",",
        ":",
        " ",
        " ",
        " ",
        " ",
        "\n",
        "\r\n",
        "\n\n",
        "\u2028",
        "\t",
        "\u00A0",
        "•",
        "-",
        "–",
        "*",
        "\"",
        "'",
        ")",
        "(",
        "”",
        "and",
        "but",
        "weil",
        "。",
        "！",
        "।",
        "公园",
        "很",
        "है",
        "\uD83D\uDE00",
        "\uD83D\uDC4D\uD83C\uDFFD",
        "\u200D",
        "e\u0301",
        "\uD83D",
        "\uDE00",
        "www.example.org/a?B",
        "x@y.org",
        "ſ",
        "İ",
        "½",
        "①",
        "\u0000",
        "aVeryLongWordWithoutAnyEndAtAllInIt",
        "\uD835\uDC00"
    };

    private static String random(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(120);
        boolean spaced = random.nextBoolean();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]).append(spaced && random.nextInt(3) > 0 ? " " : "");
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void spansAreOrderedAndCoverEveryLetterAndDigit(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        for (int round = 0; round < 2_000; round++) {
            String text = random(random);
            List<Span> spans = Passages.of(text);
            boolean[] covered = new boolean[text.length()];
            int last = 0;
            for (Span span : spans) {
                assertThat(span.start()).as(text).isGreaterThanOrEqualTo(last);
                assertThat(span.of(text))
                        .as(text)
                        .isEqualTo(span.of(text).strip())
                        .isNotEmpty();
                assertThat(splitsPair(text, span.start()) || splitsPair(text, span.end()))
                        .as(text)
                        .isFalse();
                Arrays.fill(covered, span.start(), span.end(), true);
                last = span.end();
            }
            for (int i = 0; i < text.length(); i++) {
                if (Character.isLetterOrDigit(text.codePointAt(i))) {
                    assertThat(covered[i]).as("position %d of: %s", i, text).isTrue();
                }
            }
        }
    }

    private static boolean splitsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }

    @Test
    void textBetweenHardBreaksIsSplitAsIfAlone() {
        String left = "Our street floods every spring. The drains are blocked!";
        String right = "Who pays for it? Not us.";
        int shift = left.length() + 2;
        List<Span> both = Passages.of(left + "\n\n" + right);
        List<Span> apart = new ArrayList<>(Passages.of(left));
        Passages.of(right).forEach(span -> apart.add(new Span(span.start() + shift, span.end() + shift)));
        assertThat(both).isEqualTo(apart);
    }
}
