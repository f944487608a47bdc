package org.folkmoot.corpus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SmallCellsTest {
    @Test
    void oneToFourAreHidden() {
        assertThat(SmallCells.hidden(new int[] {0, 1, 4, 5, 6})).containsExactly(false, true, true, false, false);
    }

    @Test
    void singleSmallCountBesideNothingButZerosHidesThem() {
        assertThat(SmallCells.hidden(new int[] {3, 0, 0})).containsExactly(true, true, true);
    }

    @Test
    void largeCountsAreShown() {
        assertThat(SmallCells.hidden(new int[] {5, 0, 12})).containsExactly(false, false, false);
    }

    @Test
    void smallCountTakesTheNextWithIt() {
        assertThat(SmallCells.hidden(new int[] {40, 3, 7})).containsExactly(false, true, true);
        assertThat(SmallCells.hidden(new int[] {40, 3, 7, 7})).containsExactly(false, true, true, true);
    }

    @Test
    void twoSmallCellsHideEachOther() {
        assertThat(SmallCells.hidden(new int[] {40, 3, 2, 7})).containsExactly(false, true, true, false);
        assertThat(SmallCells.hidden(new int[] {40, 1, 1, 7})).containsExactly(false, true, true, true);
    }

    /// All rows of four counts up to 8: what is shown of a row, with its total and the rule known, leaves every small
    /// count at least two values.
    @Test
    void noSmallCountCanBeWorkedOutFromMargins() {
        Map<List<Integer>, List<int[]>> alike = new HashMap<>();
        for (int row = 0; row < 9 * 9 * 9 * 9; row++) {
            int[] counts = {row % 9, row / 9 % 9, row / 81 % 9, row / 729};
            boolean[] hidden = SmallCells.hidden(counts);
            List<Integer> seen = new ArrayList<>(List.of(Arrays.stream(counts).sum()));
            for (int i = 0; i < counts.length; i++) {
                seen.add(hidden[i] ? -1 : counts[i]);
            }
            alike.computeIfAbsent(seen, _ -> new ArrayList<>()).add(counts);
        }
        List<String> given = new ArrayList<>();
        alike.forEach((seen, rows) -> {
            for (int i = 0; i < 4; i++) {
                Set<Integer> possible = new HashSet<>();
                for (int[] counts : rows) {
                    possible.add(counts[i]);
                }
                int only = possible.iterator().next();
                if (seen.get(i + 1) < 0 && possible.size() == 1 && only > 0 && only < SmallCells.SMALLEST_SHOWN) {
                    given.add(seen + " gives " + Arrays.toString(rows.getFirst()));
                }
            }
        });
        assertThat(given).isEmpty();
    }
}
