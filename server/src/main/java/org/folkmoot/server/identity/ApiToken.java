package org.folkmoot.server.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One token of the REST interface as listed; what it is nobody can show any more.
///
/// @param name what it is for
/// @param onlyIn the one consultation it is good in, null for all of its person's
public record ApiToken(
        long id,
        String name,
        Extent allows,
        @Nullable Long onlyIn,
        Instant created,
        Instant expires,
        boolean revoked,
        boolean expired) {
    public boolean isGood() {
        return !revoked && !expired;
    }
}
