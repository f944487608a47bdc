package org.folkmoot.server.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One entry of a chain as it is kept.
///
/// @param person id of who did it, null for the program itself
/// @param who their name at that time
/// @param detail canonical JSON
/// @param hash over the previous entry's hash and all of this one, in hexadecimal
public record AuditEntry(
        long chain,
        long sequence,
        Instant at,
        @Nullable Long person,
        String who,
        String action,
        String subject,
        String detail,
        String hash) {
    /// What its hash must be after the entry with a hash.
    byte[] expectedHash(byte[] previous) {
        return new AuditLog.Entry(chain, sequence, at, new AuditLog.Actor(person, who), action, subject, detail)
                .hash(previous);
    }
}
