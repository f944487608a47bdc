package org.folkmoot.server.review;

import java.util.List;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.LifeCycle;
import org.jspecify.annotations.Nullable;

/// The states of a blind sample.
public enum SampleState {
    /// Its readers read, each alone.
    READING,
    /// All have read; a lead decides where they differ.
    ADJUDICATING,
    /// Its figures stand.
    CLOSED,
    /// Given up; its figures are never shown.
    WITHDRAWN;

    static final String END_IN_DIFFERENCES = "last reading, readers differ";
    static final String END_IN_AGREEMENT = "last reading, readers agree";
    static final String DECIDE_LAST = "last difference decided";
    static final String WITHDRAW = "withdraw";

    /// What becomes of a sample.
    public static final LifeCycle<SampleState, Right> LIFE_CYCLE = new LifeCycle<>(
            "blind sample",
            READING,
            List.of(
                    step(READING, END_IN_DIFFERENCES, ADJUDICATING, null, "sample.read"),
                    step(READING, END_IN_AGREEMENT, CLOSED, null, "sample.closed"),
                    step(READING, WITHDRAW, WITHDRAWN, Right.DRAW_SAMPLE, "sample.withdrawn"),
                    step(ADJUDICATING, DECIDE_LAST, CLOSED, null, "sample.closed"),
                    step(ADJUDICATING, WITHDRAW, WITHDRAWN, Right.DRAW_SAMPLE, "sample.withdrawn")));

    private static LifeCycle.Step<SampleState, Right> step(
            SampleState from, String action, SampleState to, @Nullable Right right, String audit) {
        return new LifeCycle.Step<>(from, action, to, right, audit);
    }
}
