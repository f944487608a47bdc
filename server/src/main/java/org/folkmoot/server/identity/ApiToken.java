package org.folkmoot.server.identity;

import java.time.Instant;

/// One token of the REST interface as listed; what it is nobody can show any more.
///
/// @param name what it is for
public record ApiToken(long id, String name, Instant created, Instant expires, boolean revoked, boolean expired) {
    public boolean isGood() {
        return !revoked && !expired;
    }
}
