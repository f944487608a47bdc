package org.folkmoot.server.identity;

import java.util.Map;
import org.folkmoot.server.audit.AuditLog;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets in who knows the password, and says nothing of who exists: an unknown address costs as much as a wrong
/// password.
@Component
class SigningIn implements AuthenticationProvider {
    private final People people;
    private final PasswordEncoder passwords;
    private final SignInLimits limits;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final String nobodys;

    SigningIn(
            People people,
            PasswordEncoder passwords,
            SignInLimits limits,
            AuditLog audit,
            TransactionTemplate transactions) {
        this.people = people;
        this.passwords = passwords;
        this.limits = limits;
        this.audit = audit;
        this.transactions = transactions;
        nobodys = passwords.encode(Tokens.random());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String email = attempt.getName();
        String place = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        if (!limits.allow(email, place)) {
            throw new LockedException("too many attempts");
        }
        People.Person person = people.byEmail(email).orElse(null);
        boolean right = passwords.matches(String.valueOf(attempt.getCredentials()), hash(person));
        if (person == null || !right || person.disabled() || person.password() == null) {
            limits.failed(email, place);
            throw new BadCredentialsException("not right");
        }
        limits.succeeded(email);
        return enter(person, "password");
    }

    /// Records that a person came in.
    ///
    /// @param by how they showed who they are
    Authentication enter(People.Person person, String by) {
        transactions.executeWithoutResult(_ -> audit.append(
                AuditLog.SITE,
                new AuditLog.Actor(person.id(), person.name()),
                "person.signed-in",
                "person " + person.id(),
                Map.of("by", by)));
        return SignedIn.of(person).authentication();
    }

    private String hash(People.@Nullable Person person) {
        return person == null || person.password() == null ? nobodys : person.password();
    }
}
