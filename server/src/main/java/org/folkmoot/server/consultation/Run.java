package org.folkmoot.server.consultation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One pass of the engine over one open question.
///
/// @param stage what it is doing, for a person to read
/// @param total 0 if unknown
/// @param failure why it failed, null if it did not
public record Run(
        long id,
        long consultation,
        long question,
        Kind kind,
        RunState state,
        String stage,
        long done,
        long total,
        @Nullable String failure,
        Instant requestedAt,
        @Nullable Instant endedAt) {
    /// What it is for.
    public enum Kind {
        /// To propose themes.
        DISCOVER,
        /// To code to the themes that people have edited.
        CODE,
        /// To learn from people's decisions.
        LEARN
    }

    /// How far the stage is, in whole percent; 0 if unknown.
    public int percent() {
        return total <= 0 ? 0 : (int) Math.min(100, 100 * done / total);
    }

    /// By which the job is asked for.
    String piece() {
        return consultation + "/" + id;
    }
}
