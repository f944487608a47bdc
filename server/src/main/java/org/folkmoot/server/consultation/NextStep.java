package org.folkmoot.server.consultation;

import java.util.List;
import org.folkmoot.server.codebook.ThemeVersionState;
import org.folkmoot.server.review.ReviewProgress;
import org.folkmoot.server.review.SampleState;

/// What a team should do next in a consultation.
public enum NextStep {
    /// Add the files with the responses.
    FILES("/files"),
    /// Wait for the engine.
    WAIT(""),
    /// Start a run of a question whose answers wait.
    RUN(""),
    /// Shape the themes.
    THEMES("/themes"),
    /// Draw a blind sample.
    SAMPLE("/quality"),
    /// Wait for those who read a blind sample.
    READING("/quality"),
    /// Decide where readers of a blind sample differ.
    ADJUDICATE("/quality"),
    /// Write the report.
    REPORT("/report");

    private final String path;

    NextStep(String path) {
        this.path = path;
    }

    /// Where it is done, below the consultation's own path; empty if on this page.
    public String path() {
        return path;
    }

    static NextStep of(ViewingOverview.Shown shown) {
        List<Overview.State> states = shown.states();
        if (shown.ledger().received() == 0) {
            return FILES;
        }
        if (runs(states)) {
            return WAIT;
        }
        if (states.stream().anyMatch(state -> state.waiting() > 0)) {
            return RUN;
        }
        if (states.stream().anyMatch(state -> !isSignedOff(state))) {
            return THEMES;
        }
        if (anySample(states, SampleState.ADJUDICATING)) {
            return ADJUDICATE;
        }
        if (anySample(states, SampleState.READING)) {
            return READING;
        }
        return states.isEmpty() || states.stream().allMatch(state -> isSample(state, SampleState.CLOSED))
                ? REPORT
                : SAMPLE;
    }

    /// Whether the engine works on any question, or will.
    static boolean runs(List<Overview.State> states) {
        return states.stream()
                .anyMatch(state -> state.run() != null && state.run().state().isOpen());
    }

    private static boolean isSignedOff(Overview.State state) {
        return state.themes() != null && state.themes().state() == ThemeVersionState.SIGNED_OFF;
    }

    private static boolean anySample(List<Overview.State> states, SampleState in) {
        return states.stream().anyMatch(state -> isSample(state, in));
    }

    private static boolean isSample(Overview.State state, SampleState in) {
        ReviewProgress.Of review = state.review();
        ReviewProgress.Sample sample = review == null ? null : review.sample();
        return sample != null && sample.state() == in;
    }
}
