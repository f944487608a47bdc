package org.folkmoot.corpus.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.Codings;
import org.junit.jupiter.api.Test;

class SaturationTest {
    private static final int ANSWERS = 40;

    @Test
    void curveIsTheMeanOverManyOrders() {
        Random random = new Random(3);
        List<Set<Integer>> themes = new ArrayList<>();
        Codings.Builder codings = new Codings.Builder();
        for (int answer = 0; answer < ANSWERS; answer++) {
            Set<Integer> carried = new HashSet<>();
            for (int theme = 0; theme < 12; theme++) {
                if (random.nextInt(3 + 3 * theme) == 0) {
                    carried.add(theme);
                    codings.add(answer, new Span(0, 3), theme, 1);
                    codings.add(answer, new Span(4, 9), theme, 1);
                }
            }
            themes.add(carried);
        }
        int orders = 20_000;
        double[] mean = new double[ANSWERS + 1];
        List<Set<Integer>> shuffled = new ArrayList<>(themes);
        for (int order = 0; order < orders; order++) {
            Collections.shuffle(shuffled, random);
            Set<Integer> met = new HashSet<>();
            for (int n = 1; n <= ANSWERS; n++) {
                met.addAll(shuffled.get(n - 1));
                mean[n] += met.size() / (double) orders;
            }
        }
        List<Saturation.Point> curve = Saturation.curve(codings.build(), ANSWERS, ANSWERS + 1);
        assertThat(curve).hasSize(ANSWERS + 1);
        for (Saturation.Point point : curve) {
            // The number met varies by less than 2; over 20,000 orders five standard errors are 0.07.
            assertThat(point.themes()).isCloseTo(mean[point.answers()], within(0.07));
        }
    }

    @Test
    void curveBeginsAtNothingAndEndsWithAllThemes() {
        Codings codings = new Codings.Builder()
                .add(0, new Span(0, 1), 0, 1)
                .add(7, new Span(0, 1), 2, 1)
                .build();
        List<Saturation.Point> curve = Saturation.curve(codings, 1000, 11);
        assertThat(curve).hasSize(11);
        assertThat(curve.getFirst()).isEqualTo(new Saturation.Point(0, 0));
        assertThat(curve.getLast()).isEqualTo(new Saturation.Point(1000, 2));
        assertThat(Saturation.curve(codings, 0, 5)).containsExactly(new Saturation.Point(0, 0));
    }
}
