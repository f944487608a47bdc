package org.folkmoot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CoverageOfThemesTest {
    /// 40 of 200 have the theme; the machine finds 30 of them and 10 others.
    private static CoverageOfThemes cell(int n) {
        boolean[] human = new boolean[200];
        boolean[] coded = new boolean[200];
        for (int i = 0; i < 200; i++) {
            human[i] = i < 40;
            coded[i] = i >= 10 && i < 50;
        }
        return new CoverageOfThemes(human, coded, n);
    }

    @Test
    void readingAllAlwaysHoldsAndHasNoWidth() {
        CoverageOfThemes all = cell(199);
        all.add(new RepeatedSample(200, 1).next(199));
        assertThat(all.corrected.coverage()).isEqualTo(1);
        assertThat(all.corrected.width()).isLessThan(0.006);
        assertThat(all.recallAndPrecision()).isEqualTo("0.75 / 0.75");
    }

    @Test
    void aGoodMachineNarrowsTheInterval() {
        CoverageOfThemes some = cell(60);
        var samples = new RepeatedSample(200, 2);
        for (int draw = 0; draw < 300; draw++) {
            some.add(samples.next(60));
        }
        assertThat(some.corrected.width()).isLessThan(0.85 * some.classical.width());
        assertThat(some.corrected.coverage()).isCloseTo(0.96, within(0.04));
    }
}
