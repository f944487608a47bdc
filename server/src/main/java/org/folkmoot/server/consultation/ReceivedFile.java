package org.folkmoot.server.consultation;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One file as received.
///
/// @param roles as a person stated them, null if nobody did
/// @param responses made of it
/// @param excluded rows set aside
/// @param faults found in it when it was imported
public record ReceivedFile(
        long id,
        String name,
        long size,
        State state,
        @Nullable String roles,
        Instant uploadedAt,
        String uploadedBy,
        long responses,
        long excluded,
        long faults) {
    private static final Set<String> LETTERS = Set.of("pdf", "docx", "eml", "txt");

    /// What became of it.
    public enum State {
        UPLOADED,
        IMPORTED,
        WITHDRAWN
    }

    /// Whether it is one letter rather than a table of responses.
    boolean isLetter() {
        return LETTERS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
