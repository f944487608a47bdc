package org.folkmoot.server.codebook;

import java.util.List;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.LifeCycle;

/// What people decided on an argument that no theme covers.
public enum UncoveredState {
    /// It awaits a decision.
    OPEN,
    /// A theme was made of it.
    MADE_THEME,
    /// It was added to a theme.
    ADDED_TO_THEME,
    /// It needs no theme, for the reason given.
    DISMISSED;

    /// What becomes of an argument.
    public static final LifeCycle<UncoveredState, Right> LIFE_CYCLE = new LifeCycle<>(
            "uncovered argument",
            OPEN,
            List.of(
                    step(OPEN, "make a theme", MADE_THEME, "uncovered.made-theme"),
                    step(OPEN, "add to a theme", ADDED_TO_THEME, "uncovered.added-to-theme"),
                    step(OPEN, "dismiss", DISMISSED, "uncovered.dismissed"),
                    step(MADE_THEME, "reopen", OPEN, "uncovered.reopened"),
                    step(ADDED_TO_THEME, "reopen", OPEN, "uncovered.reopened"),
                    step(DISMISSED, "reopen", OPEN, "uncovered.reopened")));

    private static LifeCycle.Step<UncoveredState, Right> step(
            UncoveredState from, String action, UncoveredState to, String audit) {
        return new LifeCycle.Step<>(from, action, to, Right.EDIT_THEMES, audit);
    }
}
