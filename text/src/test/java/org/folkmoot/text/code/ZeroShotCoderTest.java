package org.folkmoot.text.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.text.Progress;
import org.folkmoot.text.theme.Theme;
import org.folkmoot.text.vector.Vectors;
import org.junit.jupiter.api.Test;

final class ZeroShotCoderTest {
    private static final CountingEmbedder WORDS = new CountingEmbedder(List.of("bus", "park", "school", "noise"));

    private static final List<Theme> THEMES = List.of(theme("T1", "bus"), theme("T2", "park"), theme("T3", "school"));

    private static Theme theme(String id, String headline) {
        return new Theme(id, headline, "", List.of(), null, List.of());
    }

    private static Batch batch(int first, String... answers) {
        return WORDS.batch(first, List.of(answers));
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
