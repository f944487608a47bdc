package org.folkmoot.quality.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.folkmoot.quality.sampling.SamplePlan.Allocation;
import org.junit.jupiter.api.Test;

class DrawTest {
    /// 60 units of stratum a, 30 of b, 10 of c; uncertainty growing with the number, 0 for the first ten.
    private static final Frame FRAME = new Frame(IntStream.range(0, 100)
            .mapToObj(i -> new Frame.Unit("u" + i, i < 60 ? "a" : i < 90 ? "b" : "c", i < 10 ? 0 : i))
            .toList());

    private static Map<String, Long> byStratum(Draw draw) {
        return draw.units().stream()
                .collect(Collectors.groupingBy(drawn -> drawn.unit().stratum(), TreeMap::new, Collectors.counting()));
    }

    @Test
    void sameFramePlanAndSeedGiveTheSameDraw() {
        for (SamplePlan plan : List.of(
                new SamplePlan.Simple(20),
                new SamplePlan.Systematic(20),
                new SamplePlan.Stratified(20, new Allocation.Proportional(), 3),
                new SamplePlan.Unsure(20, 0.5))) {
            assertThat(Draw.from(FRAME, plan, 7)).isEqualTo(Draw.from(FRAME, plan, 7));
            assertThat(Draw.from(FRAME, plan, 7).units())
                    .isNotEqualTo(Draw.from(FRAME, plan, 8).units());
            assertThat(Draw.from(FRAME, plan, 7).units().stream().distinct()).hasSize(20);
        }
    }

    /// printf 'a\tx\t1.0\nb\t\t0.5\n' | sha256sum
    @Test
    void theHashIsOfTheLinesOfTheFrame() {
        var frame = new Frame(List.of(new Frame.Unit("a", "x", 1), new Frame.Unit("b", "", 0.5)));
        assertThat(frame.sha256()).isEqualTo("a7768f091c2940dc62856bb58423c64c8d7eca2df8f2379b26ffee78d546fbb1");
    }

    /// Every unit is drawn as often as its inclusion probability says: 4,000 draws, five standard errors.
    @Test
    void chancesAreWhatTheyAreSaidToBe() {
        int draws = 4000;
        for (SamplePlan plan : List.of(
                new SamplePlan.Simple(20),
                new SamplePlan.Systematic(30),
                new SamplePlan.Stratified(20, new Allocation.Proportional(), 5),
                new SamplePlan.Unsure(20, 0.3))) {
            Map<String, Integer> seen = new TreeMap<>();
            Map<String, Double> chance = new TreeMap<>();
            for (int seed = 0; seed < draws; seed++) {
                for (Draw.Drawn drawn : Draw.from(FRAME, plan, seed).units()) {
                    seen.merge(drawn.unit().id(), 1, Integer::sum);
                    chance.put(drawn.unit().id(), drawn.probability());
                }
            }
            assertThat(seen).as("units of %s", plan).hasSize(100);
            assertThat(chance.values().stream().mapToDouble(p -> p).sum()).isCloseTo(plan.n(), within(1e-6));
            seen.forEach((id, times) -> {
                double p = chance.getOrDefault(id, 0.0);
                assertThat(times / (double) draws)
                        .as("%s by %s", id, plan)
                        .isCloseTo(p, within(5 * Math.sqrt(p * (1 - p) / draws) + 1e-9));
            });
        }
    }

    @Test
    void chancesGrowWithUncertaintyAndAreCapped() {
        double[] chance = UnequalChances.of(new double[] {0, 1, 2, 100}, 2, 0.2);
        assertThat(chance[3]).isEqualTo(1);
        assertThat(chance[0]).isCloseTo(0.1, within(1e-12));
        assertThat(chance[2] - chance[0]).isCloseTo(2 * (chance[1] - chance[0]), within(1e-9));
        assertThat(chance[0] + chance[1] + chance[2] + chance[3]).isCloseTo(2, within(1e-9));
    }

    @Test
    void strataGetTheirShareAndTheirLeast() {
        var proportional = new SamplePlan.Stratified(20, new Allocation.Proportional(), 5);
        assertThat(byStratum(Draw.from(FRAME, proportional, 1))).isEqualTo(Map.of("a", 10L, "b", 5L, "c", 5L));
        var everyOne = new SamplePlan.Stratified(40, new Allocation.Neyman(Map.of("a", 0.0, "b", 0.1, "c", 10.0)), 0);
        assertThat(byStratum(Draw.from(FRAME, everyOne, 1))).isEqualTo(Map.of("b", 30L, "c", 10L));
    }

    /// Neyman's allocation of 240 among 5,000, 800 and 200 with shares of 3, 15 and 50 %: 165.27, 55.35, 19.38 in
    /// NumPy, in whole numbers by largest remainder.
    @Test
    void neymanAllocation() {
        var sizes = Map.of("a", 5000, "b", 800, "c", 200);
        var deviation = Map.of("a", Math.sqrt(0.03 * 0.97), "b", Math.sqrt(0.15 * 0.85), "c", 0.5);
        assertThat(Division.of(sizes, new SamplePlan.Stratified(240, new Allocation.Neyman(deviation), 0)))
                .isEqualTo(Map.of("a", 165, "b", 55, "c", 20));
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        assertThatThrownBy(() -> Draw.from(FRAME, new SamplePlan.Simple(101), 1))
                .hasMessage("cannot draw 101 units from a frame of 100");
        assertThatThrownBy(() -> new Frame(List.of(Frame.Unit.of("x"), Frame.Unit.of("x"))))
                .hasMessage("id appears twice: x");
        assertThatThrownBy(() -> Draw.from(FRAME, new SamplePlan.Stratified(10, new Allocation.Proportional(), 8), 1))
                .hasMessage("at least 8 from each stratum make 24, more than n: 10");
    }
}
