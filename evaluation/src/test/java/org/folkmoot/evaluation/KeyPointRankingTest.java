package org.folkmoot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.folkmoot.evaluation.KeyPointRanking.Match;
import org.junit.jupiter.api.Test;

final class KeyPointRankingTest {
    private static final Match RIGHT = new Match(0.9, true, true);
    private static final Match WRONG = new Match(0.8, true, false);
    private static final Match OPEN = new Match(0.7, false, false);

    @Test
    void onlyTheBetterHalfIsRanked() {
        assertThat(KeyPointRanking.of(List.of(OPEN, WRONG, RIGHT, OPEN)).kept()).containsExactly(RIGHT, WRONG);
    }

    @Test
    void unlabelledPairIsWrongWhenStrictAndRightWhenRelaxed() {
        KeyPointRanking ranking = new KeyPointRanking(List.of(RIGHT, WRONG, OPEN));
        assertThat(ranking.averagePrecision(false)).isCloseTo(1, within(1e-12));
        assertThat(ranking.averagePrecision(true)).isCloseTo((1 + 2 / 3.0) / 2, within(1e-12));
        assertThat(ranking.precisionOverKept(true)).isCloseTo((1 + 2 / 3.0) / 3, within(1e-12));
    }

    @Test
    void tiedScoresRankTogether() {
        KeyPointRanking ranking = new KeyPointRanking(List.of(new Match(0.9, true, false), RIGHT));
        assertThat(ranking.averagePrecision(false)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void nothingRightScoresZero() {
        assertThat(KeyPointRanking.of(List.of(WRONG, WRONG)).averagePrecision(false))
                .isZero();
    }
}
