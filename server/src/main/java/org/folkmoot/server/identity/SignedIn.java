package org.folkmoot.server.identity;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/// A person as Spring Security keeps them in the session: who they are, not what they may do.
final class SignedIn implements UserDetails {
    private static final long serialVersionUID = 1;

    private final long id;
    private final String email;
    private final @Nullable String password;
    private final boolean enabled;

    SignedIn(People.Person person) {
        id = person.id();
        email = person.email();
        password = person.password();
        enabled = !person.disabled();
    }

    long id() {
        return id;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public @Nullable String getPassword() {
        return password;
    }

    @Override
    public String getUsername() {
        return email;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }
}
