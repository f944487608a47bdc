package org.folkmoot.server.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.folkmoot.text.Span;
import org.junit.jupiter.api.Test;

class PublishableTextTest {
    private static final String LETTER = "I am Ann Example of AB1 2CD. More buses, please.";
    private static final Span NAME = new Span(5, 16);
    private static final Span POSTCODE = new Span(20, 27);
    private static final PublishableText TEXT = PublishableText.of(LETTER, List.of(POSTCODE, NAME));

    @Test
    void textWithNothingToHideStaysAsItWas() {
        PublishableText plain = PublishableText.of(LETTER, List.of());
        assertThat(plain.text()).isEqualTo(LETTER);
        assertThat(plain.isRedacted()).isFalse();
        assertThat(plain.mapped(POSTCODE)).isEqualTo(POSTCODE);
    }

    @Test
    void markStandsWherePersonalDataWas() {
        assertThat(TEXT.text()).isEqualTo("I am [redacted] of [redacted]. More buses, please.");
        assertThat(TEXT.hides(new Span(0, 6))).isTrue();
        assertThat(TEXT.hides(new Span(28, 40))).isFalse();
    }

    @Test
    void wordsTakenFromTheTextLoseWhatIsHidden() {
        assertThat(TEXT.shown("I am Ann Example")).isEqualTo("I am [redacted]");
        assertThat(TEXT.shown("More buses, please.")).isEqualTo("More buses, please.");
        assertThat(TEXT.shown("said by nobody")).isEqualTo("said by nobody");
        assertThat(PublishableText.of("Ann. Ann.", List.of(new Span(5, 8))).shown("Ann"))
                .isEqualTo("[redacted]");
    }

    @Test
    void overlappingAndTouchingSpansShareAMark() {
        assertThat(PublishableText.of("abcdefgh", List.of(new Span(3, 5), new Span(1, 4), new Span(5, 6)))
                        .text())
                .isEqualTo("a[redacted]gh");
    }

    @Test
    void passageThatBeginsInsidePersonalDataShowsNothingOfIt() {
        assertThat(TEXT.words(new Span(9, 19))).isEqualTo("[redacted] of");
        assertThat(TEXT.words(new Span(7, 9))).isEqualTo("[redacted]");
        assertThat(TEXT.words(new Span(0, 7))).isEqualTo("I am [redacted]");
        assertThat(TEXT.words(new Span(29, 48))).isEqualTo("More buses, please.");
    }

    @Test
    void mappedPassageIsWhatItSays() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 2000; i++) {
            String text = "abcdefghijklmnopqrst".substring(0, 1 + random.nextInt(20));
            List<Span> hidden = new ArrayList<>();
            for (int h = random.nextInt(4); h > 0; h--) {
                int start = random.nextInt(text.length());
                hidden.add(new Span(start, start + random.nextInt(1, 6)));
            }
            PublishableText publishable = PublishableText.of(text, hidden);
            int start = random.nextInt(text.length());
            Span passage = new Span(start, random.nextInt(start, text.length()) + 1);
            assertThat(publishable.mapped(passage).of(publishable.text()))
                    .as("%s of %s without %s", passage, text, hidden)
                    .isEqualTo(publishable.words(passage));
        }
    }

    @Test
    void spanBeyondTheTextIsCut() {
        assertThat(PublishableText.of("short", List.of(new Span(3, 99), new Span(50, 60)))
                        .text())
                .isEqualTo("sho[redacted]");
    }
}
