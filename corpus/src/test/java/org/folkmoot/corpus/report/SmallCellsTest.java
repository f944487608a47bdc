package org.folkmoot.corpus.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmallCellsTest {
    @Test
    void oneToFourAreHidden() {
        assertThat(SmallCells.hidden(new int[] {0, 1, 4, 5, 6})).containsExactly(false, true, true, false, false);
    }

    @Test
    void singleHiddenCellTakesTheNextSmallestWithIt() {
        assertThat(SmallCells.hidden(new int[] {90, 3, 0, 12, 40})).containsExactly(false, true, false, true, false);
    }

    @Test
    void nothingSmallNothingHidden() {
        assertThat(SmallCells.hidden(new int[] {0, 5, 100})).containsExactly(false, false, false);
    }
}
