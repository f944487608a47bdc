package org.folkmoot.corpus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnColumnsTest {
    @Test
    void groupsOfTenAndMoreHaveTheirOwn() {
        assertThat(OwnColumns.of(List.of("a", "b", "c"), new int[] {10, 40, 30}, 80))
                .containsExactly(true, true, true);
    }

    @Test
    void smallGroupsShareAndTakeTheNextLargerWhereTheyAreFewerThanTen() {
        assertThat(OwnColumns.of(List.of("a", "b", "c"), new int[] {40, 4, 12}, 56))
                .containsExactly(true, false, false);
        assertThat(OwnColumns.of(List.of("a", "b", "c", "d"), new int[] {40, 4, 12, 7}, 63))
                .containsExactly(true, false, true, false);
    }

    @Test
    void answersOfUnknownGroupCountAmongTheOthers() {
        assertThat(OwnColumns.of(List.of("a", "b"), new int[] {40, 12}, 53)).containsExactly(true, false);
        assertThat(OwnColumns.of(List.of("a", "b"), new int[] {40, 12}, 62)).containsExactly(true, true);
    }

    @Test
    void orderOfTheGroupsDoesNotMatterAndEightAreTheMost() {
        List<String> labels = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
        int[] bases = {20, 20, 20, 20, 20, 20, 20, 20, 20, 90};
        boolean[] own = OwnColumns.of(labels, bases, 270);
        boolean[] reversed = OwnColumns.of(
                labels.reversed(), IntStream.range(0, 10).map(i -> bases[9 - i]).toArray(), 270);
        for (int i = 0; i < 10; i++) {
            assertThat(reversed[9 - i]).as(labels.get(i)).isEqualTo(own[i]);
        }
        assertThat(own).containsExactly(true, true, true, true, true, true, true, false, false, true);
    }
}
