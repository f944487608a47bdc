package org.folkmoot.server.consultation;

import java.util.List;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.LifeCycle;
import org.jspecify.annotations.Nullable;

/// The states of a run of the engine over one question.
public enum RunState {
    /// Asked for; others may be before it.
    WAITING,
    RUNNING,
    /// Its results are in the database, all of them.
    DONE,
    /// It left nothing behind but the reason.
    FAILED,
    CANCELLED;

    /// What becomes of a run.
    public static final LifeCycle<RunState, Right> LIFE_CYCLE = new LifeCycle<>(
            "run",
            WAITING,
            List.of(
                    step(WAITING, "begin", RUNNING, null, "run.begun"),
                    step(WAITING, "cancel", CANCELLED, Right.RUN, "run.cancelled"),
                    step(RUNNING, "begin again after a crash", RUNNING, null, "run.begun"),
                    step(RUNNING, "cancel", CANCELLED, Right.RUN, "run.cancelled"),
                    step(RUNNING, "end", DONE, null, "run.done"),
                    step(RUNNING, "fail", FAILED, null, "run.failed")));

    private static LifeCycle.Step<RunState, Right> step(
            RunState from, String action, RunState to, @Nullable Right right, String audit) {
        return new LifeCycle.Step<>(from, action, to, right, audit);
    }

    /// Whether it still goes on.
    public boolean isOpen() {
        return this == WAITING || this == RUNNING;
    }
}
