package org.folkmoot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.vector.Vectors;
import org.junit.jupiter.api.Test;

final class CodingTallyTest {
    private static final Span SPAN = new Span(0, 4);

    @Test
    void countsHitsByTheme() {
        CodingTally tally = new CodingTally(2);
        Codings codings = new Codings.Builder()
                .add(0, SPAN, 0, 0.9f)
                .add(0, SPAN, 1, 0.9f)
                .add(1, SPAN, 0, 0.9f)
                .build();
        tally.add(codings, List.of(Set.of(0), Set.of(0), Set.of(1)));
        // Theme 0: 2 given, 2 wanted, 2 hits; theme 1: 1 given, 1 wanted, none hit.
        assertThat(tally.microF1()).isCloseTo(4 / 6.0, within(1e-12));
        assertThat(tally.macroF1(1)).isCloseTo(0.5, within(1e-12));
        assertThat(tally.macroF1(2)).isCloseTo(1, within(1e-12));
        assertThat(tally.microF1Without(Set.of(1))).isCloseTo(1, within(1e-12));
    }

    @Test
    void calibrationErrorIsTheGapBetweenConfidenceAndShare() {
        CodingTally tally = new CodingTally(2);
        tally.add(new Vectors(2, 2, new float[] {0.75f, 0.05f, 0.75f, 0.05f}), List.of(Set.of(0), Set.of(1)));
        assertThat(tally.accuracy()).isCloseTo(0.5, within(1e-12));
        assertThat(tally.calibrationError()).isCloseTo(0.25, within(1e-12));
    }
}
