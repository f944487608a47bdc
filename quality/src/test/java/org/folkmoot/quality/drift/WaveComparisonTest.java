package org.folkmoot.quality.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.folkmoot.quality.drift.WaveComparison.Options;
import org.folkmoot.quality.drift.WaveComparison.Waves;
import org.folkmoot.quality.multiplicity.AdjustedP;
import org.junit.jupiter.api.Test;

class WaveComparisonTest {
    private static final Options PLAIN = new Options(0.95, AdjustedP.Method.NONE, 1, 1);

    private static WaveComparison<String> of(Count before, Count after, Options options) {
        SequencedMap<String, Waves> themes = new LinkedHashMap<>();
        themes.put("theme", new Waves(before, after));
        return WaveComparison.of(themes, options).getFirst();
    }

    /// Newcombe (1998), table II, example (a): 0.0524 to 0.3339; p-value by SciPy's normal distribution.
    @Test
    void newcombeExample() {
        var comparison = of(new Count(48, 80), new Count(56, 70), PLAIN);
        assertThat(comparison.change().low()).isCloseTo(0.052431472402365065, within(1e-9));
        assertThat(comparison.change().high()).isCloseTo(0.333872654036906, within(1e-9));
        assertThat(comparison.p()).isCloseTo(0.00804508136819656, within(1e-9));
    }

    /// SciPy 1.17.1, fisher_exact.
    @Test
    void smallCountsAreTestedExactly() {
        assertThat(of(new Count(1, 20), new Count(7, 22), PLAIN).p()).isCloseTo(0.04712404712404712, within(1e-9));
        assertThat(of(new Count(0, 100), new Count(0, 50), PLAIN).p()).isEqualTo(1);
    }

    @Test
    void copiedLettersWeakenTheEvidence() {
        var independent = of(new Count(100, 1000), new Count(140, 1000), PLAIN);
        var copied = of(new Count(100, 1000), new Count(140, 1000), new Options(0.95, AdjustedP.Method.NONE, 1, 4));
        assertThat(copied.p()).isGreaterThan(independent.p());
        assertThat(copied.change().width()).isGreaterThan(independent.change().width());
        var quarter = of(new Count(100, 1000), new Count(35, 250), PLAIN);
        assertThat(copied.p()).isCloseTo(quarter.p(), within(1e-12));
        assertThat(copied.change().low()).isCloseTo(quarter.change().low(), within(1e-12));
    }

    @Test
    void manyThemesAreAdjusted() {
        SequencedMap<String, Waves> themes = new LinkedHashMap<>();
        themes.put("steady", new Waves(new Count(100, 1000), new Count(103, 1000)));
        themes.put("risen", new Waves(new Count(50, 1000), new Count(80, 1000)));
        List<WaveComparison<String>> changes = WaveComparison.of(themes, Options.DEFAULT);
        assertThat(changes).extracting(WaveComparison::theme).containsExactly("steady", "risen");
        assertThat(changes.get(1).adjustedP()).isCloseTo(2 * changes.get(1).p(), within(1e-12));
    }

    /// While nothing changes, the interval misses 0 in about one of twenty pairs of waves.
    @Test
    void intervalsCoverNoChange() {
        var random = new SplittableRandom(40);
        int covered = 0;
        int draws = 4000;
        for (int draw = 0; draw < draws; draw++) {
            covered +=
                    of(count(random, 300), count(random, 200), PLAIN).change().contains(0) ? 1 : 0;
        }
        // Monte-Carlo standard error 0.0034.
        assertThat((double) covered / draws).isBetween(0.94, 0.97);
    }

    private static Count count(SplittableRandom random, int items) {
        int events = 0;
        for (int i = 0; i < items; i++) {
            events += random.nextDouble() < 0.08 ? 1 : 0;
        }
        return new Count(events, items);
    }

    @Test
    void aWaveWithoutAnswersIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(new Count(0, 0), new Count(1, 10), PLAIN))
                .withMessageStartingWith("both waves must have answers");
    }
}
