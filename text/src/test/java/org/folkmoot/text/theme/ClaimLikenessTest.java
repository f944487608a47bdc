package org.folkmoot.text.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimLikenessTest {
    @Test
    void demandsAndJudgementsAreClaims() {
        assertThat(List.of(
                        "The ferry should run on Sundays in winter",
                        "Publish the ferry accounts once they are audited",
                        "A printed timetable is better than an app",
                        "Cyclists need a separate path along the quay",
                        "Night buses would reduce drink driving",
                        "Never let the harbour be sold"))
                .allSatisfy(claim -> assertThat(ClaimLikeness.of(claim)).isGreaterThanOrEqualTo(0.3));
    }

    @Test
    void storiesAreNoClaims() {
        assertThat(List.of(
                        "I was waiting on the quay the entire time",
                        "She asked me for the ticket again",
                        "Last month the ferry left without my wife",
                        "Sixteen passengers stood in the rain",
                        "It said \"the gate is closed\" and beeped",
                        "The harbour master rang Mrs Pemberton"))
                .allSatisfy(story -> assertThat(ClaimLikeness.of(story)).isLessThanOrEqualTo(-0.3));
    }

    @Test
    void wordsAboutTheAnswerItselfAreNoClaim() {
        assertThat(ClaimLikeness.of("The reasons are in the letter below")).isNegative();
        assertThat(ClaimLikeness.of("The reasons are in the accounts")).isPositive();
    }

    @Test
    void whatPointsBackToAnotherSentenceIsLessOfAClaim() {
        assertThat(ClaimLikeness.of("Both of those are unfair"))
                .isLessThan(ClaimLikeness.of("Both ferry fares are unfair"));
    }

    @Test
    void participlesAfterAnOughtAreNoPastTense() {
        assertThat(ClaimLikeness.of("Harbour dues should be lowered"))
                .isGreaterThan(ClaimLikeness.of("Harbour dues were lowered"));
        assertThat(ClaimLikeness.of("Fares should be kept low")).isEqualTo(ClaimLikeness.of("Fares should be low"));
    }

    @Test
    void wordsOfOtherLanguagesSpeakNeitherWay() {
        assertThat(ClaimLikeness.of("trajekt jede pozde")).isZero();
    }

    @Test
    void neverLeavesItsBounds() {
        assertThat(ClaimLikeness.of("Yesterday she told Mrs Ames and me \"see below\", did she not?"))
                .isEqualTo(-1);
        assertThat(ClaimLikeness.of("Fares should be fair because fairness is important and must be better than it is"))
                .isLessThanOrEqualTo(1);
    }
}
