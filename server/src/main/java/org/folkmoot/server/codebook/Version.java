package org.folkmoot.server.codebook;

import java.time.Instant;

/// The themes of a question as a lead signed them off.
///
/// @param run whose codings they had
/// @param lastSequence number of the last edit it has, 0 if none
/// @param lastDecision people's decisions up to here belong to it
public record Version(
        int number,
        ThemeVersionState state,
        Codebook themes,
        long run,
        long lastSequence,
        long lastDecision,
        String signedBy,
        Instant signedAt,
        String note) {
    /// Whether it is what stands now.
    boolean isOf(Kept kept, long decision) {
        return run == kept.codedBy() && lastDecision == decision && themes.equals(kept.themes());
    }
}
