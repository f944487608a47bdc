package org.folkmoot.server.consultation;

import java.util.List;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.platform.LifeCycle;

/// The states of a span that may hold personal data. Only what is kept is shown to everyone.
public enum PersonalDataState {
    /// The machine or a person thinks it is personal data; hidden until somebody decides.
    FLAGGED,
    /// Hidden for good.
    REDACTED,
    /// A false alarm, or something that may be published.
    KEPT;

    /// What becomes of a span; every decision can be taken back.
    public static final LifeCycle<PersonalDataState, Right> LIFE_CYCLE = new LifeCycle<>(
            "personal data",
            FLAGGED,
            List.of(
                    step(FLAGGED, "redact", REDACTED, "personal-data.redacted"),
                    step(FLAGGED, "keep", KEPT, "personal-data.kept"),
                    step(REDACTED, "keep", KEPT, "personal-data.kept"),
                    step(REDACTED, "reopen", FLAGGED, "personal-data.reopened"),
                    step(KEPT, "redact", REDACTED, "personal-data.redacted"),
                    step(KEPT, "reopen", FLAGGED, "personal-data.reopened")));

    private static LifeCycle.Step<PersonalDataState, Right> step(
            PersonalDataState from, String action, PersonalDataState to, String audit) {
        return new LifeCycle.Step<>(from, action, to, Right.REDACT, audit);
    }

    /// What somebody who may redact can do now: actions of the life cycle.
    public List<String> actions() {
        return LIFE_CYCLE.open(this, right -> right == Right.REDACT).stream()
                .map(LifeCycle.Step::action)
                .toList();
    }
}
