package org.folkmoot.server.codebook;

import java.util.List;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.LifeCycle;

/// The states of one version of a question's themes.
public enum ThemeVersionState {
    /// As the engine proposes it; nobody has touched it.
    PROPOSED,
    /// People edit it.
    IN_WORK,
    /// The lead stands by it; a later edit makes the next version.
    SIGNED_OFF,
    /// A later version took its place.
    SUPERSEDED;

    /// What becomes of a version.
    public static final LifeCycle<ThemeVersionState, Right> LIFE_CYCLE = new LifeCycle<>(
            "theme version",
            PROPOSED,
            List.of(
                    step(PROPOSED, "edit", IN_WORK, Right.EDIT_THEMES, "themes.edited"),
                    step(PROPOSED, "sign off", SIGNED_OFF, Right.SIGN_OFF, "themes.signed-off"),
                    step(PROPOSED, "propose anew", SUPERSEDED, Right.RUN, "themes.proposed-anew"),
                    step(IN_WORK, "edit", IN_WORK, Right.EDIT_THEMES, "themes.edited"),
                    step(IN_WORK, "sign off", SIGNED_OFF, Right.SIGN_OFF, "themes.signed-off"),
                    step(IN_WORK, "propose anew", SUPERSEDED, Right.RUN, "themes.proposed-anew"),
                    step(SIGNED_OFF, "sign off the next", SUPERSEDED, Right.SIGN_OFF, "themes.superseded")));

    private static LifeCycle.Step<ThemeVersionState, Right> step(
            ThemeVersionState from, String action, ThemeVersionState to, Right right, String audit) {
        return new LifeCycle.Step<>(from, action, to, right, audit);
    }
}
