package org.folkmoot.server.audit;

import java.util.Optional;

/// What a context calls the things that entries of the log name by id or key. Each context knows its own.
public interface KnownThings {
    /// Something that an entry speaks of.
    ///
    /// @param kind e.g. `person`, `section`, `theme`
    /// @param id as the log has it
    /// @param within the subject in which the id means something, such as `question Q3` for a theme; empty if it
    ///     means the same anywhere
    record Thing(String kind, String id, String within) {}

    /// What people call it; empty if it is not of this context, or no longer known.
    ///
    /// @param chain id of the consultation, or `AuditLog.SITE`
    Optional<String> name(long chain, Thing thing);
}
