package org.folkmoot.server.review;

import java.util.List;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.LifeCycle;
import org.jspecify.annotations.Nullable;

/// The states of the difference between readers on one answer of a blind sample.
public enum AdjudicationState {
    /// Nobody has decided yet.
    OPEN,
    /// A lead has, with a reason; as long as others are open they may decide again.
    DECIDED,
    /// All differences of the sample are decided.
    FINAL;

    static final String DECIDE = "adjudicate";

    /// What becomes of a difference.
    public static final LifeCycle<AdjudicationState, Right> LIFE_CYCLE = new LifeCycle<>(
            "adjudication",
            OPEN,
            List.of(
                    step(OPEN, DECIDE, DECIDED, Right.ADJUDICATE, "sample.adjudicated"),
                    step(DECIDED, DECIDE, DECIDED, Right.ADJUDICATE, "sample.adjudicated"),
                    step(DECIDED, SampleState.DECIDE_LAST, FINAL, null, "sample.closed")));

    private static LifeCycle.Step<AdjudicationState, Right> step(
            AdjudicationState from, String action, AdjudicationState to, @Nullable Right right, String audit) {
        return new LifeCycle.Step<>(from, action, to, right, audit);
    }
}
