package org.folkmoot.server.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.folkmoot.corpus.Question;
import org.folkmoot.server.codebook.ThemeProgress;
import org.folkmoot.server.codebook.ThemeVersionState;
import org.folkmoot.server.consultation.Overview.Ledger;
import org.folkmoot.server.consultation.Overview.State;
import org.folkmoot.server.review.ReviewProgress;
import org.folkmoot.server.review.SampleState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NextStepTest {
    private static final State NEW = state(5, null, null, null);
    private static final State DRAFT = state(0, RunState.DONE, ThemeVersionState.PROPOSED, null);
    private static final State SIGNED = state(0, RunState.DONE, ThemeVersionState.SIGNED_OFF, null);
    private static final State MEASURED = state(0, RunState.DONE, ThemeVersionState.SIGNED_OFF, SampleState.CLOSED);

    @Test
    void nextStepFollowsTheWorkOfAllQuestions() {
        assertThat(step(0)).isEqualTo(NextStep.FILES);
        assertThat(step(9, state(5, RunState.RUNNING, null, null), SIGNED)).isEqualTo(NextStep.WAIT);
        assertThat(step(9, NEW, SIGNED)).isEqualTo(NextStep.RUN);
        assertThat(step(9, DRAFT, MEASURED)).isEqualTo(NextStep.THEMES);
        assertThat(step(9, SIGNED, MEASURED)).isEqualTo(NextStep.SAMPLE);
        assertThat(step(9, state(0, RunState.DONE, ThemeVersionState.SIGNED_OFF, SampleState.READING), MEASURED))
                .isEqualTo(NextStep.READING);
        assertThat(step(9, state(0, RunState.DONE, ThemeVersionState.SIGNED_OFF, SampleState.ADJUDICATING), SIGNED))
                .isEqualTo(NextStep.ADJUDICATE);
        assertThat(step(9, MEASURED, MEASURED)).isEqualTo(NextStep.REPORT);
    }

    @Test
    void consultationWithoutOpenQuestionsIsReadyForItsReport() {
        assertThat(step(9)).isEqualTo(NextStep.REPORT);
    }

    private static NextStep step(long received, State... states) {
        return NextStep.of(new ViewingOverview.Shown(
                new Ledger(received, List.of(), received, true), List.of(states), null, List.of()));
    }

    private static State state(
            long waiting, @Nullable RunState run, @Nullable ThemeVersionState themes, @Nullable SampleState sample) {
        return new State(
                new AskedQuestion(1, "Q1", 1, "Why?", Question.Kind.OPEN, null),
                9,
                0,
                0,
                0,
                waiting,
                run == null ? null : new Run(1, 1, 1, Run.Kind.DISCOVER, run, "", 0, 0, null, Instant.EPOCH, null),
                themes == null ? null : new ThemeProgress.Of(themes, 3, 1, 0),
                new ReviewProgress.Of(0, 0, sample == null ? null : new ReviewProgress.Sample(1, sample, 1, 2)));
    }
}
