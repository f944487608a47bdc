package org.folkmoot.text.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.text.Progress;
import org.folkmoot.text.Span;
import org.folkmoot.text.embed.Embedder;
import org.folkmoot.text.theme.Theme;
import org.folkmoot.text.vector.Vectors;
import org.junit.jupiter.api.Test;

final class ZeroShotCoderTest {
    /// Counts four words and adds what all texts share.
    private static final Embedder WORDS = new Embedder() {
        private final List<String> words = List.of("bus", "park", "school", "noise");

        @Override
        public int dimension() {
            return words.size() + 1;
        }

        @Override
        public Vectors embed(List<String> texts, Progress progress) {
            Vectors vectors = Vectors.zeros(texts.size(), dimension());
            for (int i = 0; i < texts.size(); i++) {
                for (String word : texts.get(i).toLowerCase(Locale.ROOT).split("\\W+", -1)) {
                    int at = words.indexOf(word);
                    if (at >= 0) {
                        vectors.values()[i * dimension() + at] += 1;
                    }
                }
                vectors.values()[i * dimension() + words.size()] = texts.get(i).isBlank() ? 0 : 0.5f;
            }
            Rows.normalise(vectors);
            return vectors;
        }
    };

    private static final List<Theme> THEMES = List.of(theme("T1", "bus"), theme("T2", "park"), theme("T3", "school"));

    private static Theme theme(String id, String headline) {
        return new Theme(id, headline, "", List.of(), null, List.of());
    }

    /// One answer per argument, cut into passages at full stops.
    private static Batch batch(int first, String... answers) {
        List<List<Span>> passages = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (String answer : answers) {
            List<Span> spans = new ArrayList<>();
            int start = 0;
            for (int end = answer.indexOf('.'); end >= 0; end = answer.indexOf('.', start)) {
                spans.add(new Span(start, end + 1));
                texts.add(answer.substring(start, end + 1));
                start = end + 1;
            }
            passages.add(spans);
        }
        return new Batch(first, List.of(answers), passages, WORDS.embed(texts, Progress.SILENT));
    }

    private static final Batch SAMPLE = batch(
            0, "the bus is late.", "a park.", "our school.", "noise at night.", "school and noise.", "bus, park.");

    private static ZeroShotCoder coder() {
        return ZeroShotCoder.fit(THEMES, SAMPLE, null, WORDS, ZeroShotCoder.Options.DEFAULT, Progress.SILENT);
    }

    @Test
    void answerCarriesEveryThemeOfItsPassagesAtTheirPlaces() {
        Codings codings =
                coder().code(batch(7, "the park is lovely.the bus is late.")).codings();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < codings.size(); i++) {
            found.add(codings.answer(i) + " " + codings.span(i) + " " + codings.theme(i));
        }
        assertThat(found).containsExactly("7 Span[start=0, end=19] 1", "7 Span[start=19, end=35] 0");
    }

    @Test
    void passageOutsideTheCodebookIsUncovered() {
        float[] uncovered = coder().code(batch(0, "noise.bus.")).uncovered();
        assertThat(uncovered[0]).isGreaterThan(0.9f);
        assertThat(uncovered[1]).isLessThan(0.2f);
    }

    @Test
    void answerWithoutPassagesHasNoCoding() {
        assertThat(coder().code(batch(0, "")).codings().size()).isZero();
    }

    @Test
    void codingsDoNotDependOnTheBatch() {
        Coded both = coder().code(batch(0, "a bus.", "a school.park."));
        Coded second = coder().code(batch(1, "a school.park."));
        assertThat(both.codings().size()).isEqualTo(1 + second.codings().size());
        assertThat(both.codings().confidence(1)).isEqualTo(second.codings().confidence(0));
        assertThat(both.codings().answer(1)).isEqualTo(second.codings().answer(0));
    }

    @Test
    void examplesCanCarryAThemeWhoseNameSaysNothing() {
        Theme named = new Theme("T4", "quality of life", "", List.of(), null, List.of("noise all night"));
        List<Theme> themes = new ArrayList<>(THEMES);
        themes.add(named);
        Coder coder = ZeroShotCoder.fit(themes, SAMPLE, null, WORDS, ZeroShotCoder.Options.DEFAULT, Progress.SILENT);
        Codings codings = coder.code(batch(0, "noise.")).codings();
        assertThat(codings.size()).isEqualTo(1);
        assertThat(codings.theme(0)).isEqualTo(3);
    }

    @Test
    void centresMustMatchTheThemes() {
        assertThatThrownBy(() -> ZeroShotCoder.fit(
                        THEMES, SAMPLE, Vectors.zeros(2, 5), WORDS, ZeroShotCoder.Options.DEFAULT, Progress.SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("every theme needs one centre: 3 themes, 2 centres");
    }
}
