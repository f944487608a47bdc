package org.folkmoot.server.review;

import java.util.List;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.LifeCycle;
import org.jspecify.annotations.Nullable;

/// The states of the themes of one answer.
public enum CodingState {
    /// The machine's draft: nobody has decided on it.
    MACHINE_DRAFT,
    /// In a blind sample: nobody may code it until it is read.
    BEING_READ_BLIND,
    /// A person decided; no run ever changes it.
    DECIDED,
    /// A theme that a person gave it was split since: only a person knows which part was meant.
    SECOND_LOOK;

    static final String DECIDE = "decide";

    /// What becomes of it.
    public static final LifeCycle<CodingState, Right> LIFE_CYCLE = new LifeCycle<>(
            "coding",
            MACHINE_DRAFT,
            List.of(
                    step(MACHINE_DRAFT, "code anew", MACHINE_DRAFT, Right.RUN, "run.done"),
                    step(MACHINE_DRAFT, DECIDE, DECIDED, Right.CODE, "answer.decided"),
                    step(MACHINE_DRAFT, "draw", BEING_READ_BLIND, Right.DRAW_SAMPLE, "sample.drawn"),
                    step(BEING_READ_BLIND, "sample ends", MACHINE_DRAFT, null, "sample.closed"),
                    step(DECIDED, DECIDE, DECIDED, Right.CODE, "answer.decided"),
                    step(DECIDED, "split its theme", SECOND_LOOK, Right.EDIT_THEMES, "theme.split"),
                    step(SECOND_LOOK, "undo the split", DECIDED, Right.EDIT_THEMES, "theme.undone"),
                    step(SECOND_LOOK, DECIDE, DECIDED, Right.CODE, "answer.decided")));

    private static LifeCycle.Step<CodingState, Right> step(
            CodingState from, String action, CodingState to, @Nullable Right right, String audit) {
        return new LifeCycle.Step<>(from, action, to, right, audit);
    }
}
