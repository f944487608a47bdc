package org.folkmoot.text.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.text.vector.Vectors;
import org.junit.jupiter.api.Test;

class PositionsTest {
    private static final Partition ONE_GROUP = new Partition(new int[20], new int[1]);

    @Test
    void sidesThatSayDifferentThingsAreParted() {
        Partition parted = positions(apart(), sides(12, 8)).parted(ONE_GROUP);
        assertThat(parted.group()).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1);
        assertThat(parted.parent()).containsExactly(0, 0);
    }

    @Test
    void unknownPositionsGoToTheNearerSide() {
        List<Integer> sides = IntStream.range(0, 20)
                .mapToObj(i -> i == 0 || i == 19 ? 0 : i < 12 ? 1 : -1)
                .toList();
        assertThat(positions(apart(), sides).parted(ONE_GROUP).group())
                .containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1);
    }

    @Test
    void sidesThatSayTheSameStayTogetherAndAreSaidToMix() {
        Positions positions = positions(alternating(), sides(12, 8));
        assertThat(positions.parted(ONE_GROUP).group()).containsOnly(0);
        assertThat(positions.mixed(IntStream.range(0, 20).boxed().toList()))
                .contains("Mixes positions: of those whose position is known, 60% are for and 40% against.");
    }

    @Test
    void smallMinorityIsNoMixture() {
        Positions positions = positions(apart(), sides(15, 5));
        assertThat(positions.parted(ONE_GROUP).parent()).hasSize(1);
        assertThat(positions.mixed(IntStream.range(0, 20).boxed().toList())).isEmpty();
    }

    @Test
    void withoutPositionsNothingIsSaid() {
        Positions positions = positions(apart(), Collections.nCopies(20, 0));
        assertThat(positions.parted(ONE_GROUP).parent()).hasSize(1);
        assertThat(positions.mixed(List.of(0, 1, 2))).isEmpty();
    }

    private static List<Integer> sides(int yes, int no) {
        return IntStream.range(0, yes + no).mapToObj(i -> i < yes ? 1 : -1).toList();
    }

    /// The first twelve on one axis, the others on the other.
    private static Vectors apart() {
        Vectors vectors = Vectors.zeros(20, 2);
        IntStream.range(0, 20).forEach(i -> vectors.values()[2 * i + (i < 12 ? 0 : 1)] = 1);
        return vectors;
    }

    private static Vectors alternating() {
        Vectors vectors = Vectors.zeros(20, 2);
        IntStream.range(0, 20).forEach(i -> vectors.values()[2 * i + i % 2] = 1);
        return vectors;
    }

    private static Positions positions(Vectors vectors, List<Integer> sides) {
        List<String> texts = IntStream.range(0, 20).mapToObj(i -> "Text " + i).toList();
        Space space = new Space(vectors, List.of(IntStream.range(0, 20).toArray()));
        return new Positions(Material.of(texts, vectors).withPositions(sides), space);
    }
}
