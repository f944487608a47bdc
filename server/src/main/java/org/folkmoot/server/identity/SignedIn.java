package org.folkmoot.server.identity;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;

/// A person as the session keeps them: who they are, not what they may do.
///
/// @param password the hash they had when they signed in; a session ends when it changes
/// @param epoch the person's when they signed in
record SignedIn(long id, String name, @Nullable String password, int epoch)
        implements AuthenticatedPrincipal, Serializable {
    static SignedIn of(People.Person person) {
        return new SignedIn(person.id(), person.name(), person.password(), person.epoch());
    }

    @Override
    public String getName() {
        return name;
    }

    /// Whether the session may go on: nobody shut the person out since, and the password is still the same.
    boolean isStill(People.Person person) {
        return !person.disabled() && epoch == person.epoch() && Objects.equals(password, person.password());
    }

    Authentication authentication() {
        return UsernamePasswordAuthenticationToken.authenticated(this, null, List.of());
    }

    @Override
    public String toString() {
        return "person " + id;
    }
}
