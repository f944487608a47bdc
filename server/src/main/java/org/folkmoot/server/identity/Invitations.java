package org.folkmoot.server.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.server.audit.AuditLog;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// One-time links by which people set their password, the first administrator among them.
@Component
public class Invitations {
    /// Fewest characters of a password.
    static final int SHORTEST = 12;

    /// Stands for the address of the first administrator until they give theirs.
    private static final String PLACEHOLDER = "administrator@localhost";

    private static final Duration GOOD_FOR = Duration.ofDays(7);

    private final People people;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final InstantSource clock;

    Invitations(People people, PasswordEncoder passwords, AuditLog audit, InstantSource clock) {
        this.people = people;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /// The path of a link for the first administrator; empty once there is one.
    @Transactional
    public Optional<String> forFirstAdministrator() {
        if (people.hasAdministrator()) {
            return Optional.empty();
        }
        long person = people.all().stream()
                .filter(People.Person::siteAdmin)
                .map(People.Person::id)
                .findFirst()
                .orElseGet(() -> people.add(PLACEHOLDER, "Administrator", true));
        return Optional.of(invite(person, AuditLog.Actor.PROGRAM));
    }

    /// The path of a link for the administrator with an e-mail address, who is made one if need be: for whoever runs
    /// the
    /// program, when nobody can sign in as an administrator any more.
    @Transactional
    public String forAdministrator(String email) {
        long person =
                people.byEmail(email).map(People.Person::id).orElseGet(() -> people.add(email, "Administrator", true));
        people.setAdministrator(person, true);
        people.setDisabled(person, false);
        audit.append(AuditLog.SITE, AuditLog.Actor.PROGRAM, "person.made-administrator", "person " + person, Map.of());
        return invite(person, AuditLog.Actor.PROGRAM);
    }

    /// The path of a new link for a person.
    @Transactional
    String invite(long person, AuditLog.Actor by) {
        String token = Tokens.random();
        people.invite(person, Tokens.hash(token), clock.instant().plus(GOOD_FOR));
        audit.append(AuditLog.SITE, by, "person.invited", "person " + person, Map.of());
        return "/invitation/" + token;
    }

    @Transactional(readOnly = true)
    Optional<People.Person> open(String token) {
        return people.invited(Tokens.hash(token));
    }

    /// What became of an attempt to accept.
    enum Acceptance {
        ACCEPTED,
        EXPIRED,
        PASSWORD_TOO_SHORT,
        EMAIL_TAKEN,
        /// Another address than the one invited, which nobody has shown to be theirs.
        EMAIL_OTHER
    }

    /// Whether the address of an invited person is only a placeholder, to be replaced by theirs.
    static boolean isPlaceholder(String email) {
        return email.equals(PLACEHOLDER);
    }

    @Transactional
    Acceptance accept(String token, String email, String name, String password) {
        Optional<People.Person> invited = open(token);
        if (invited.isEmpty()) {
            return Acceptance.EXPIRED;
        }
        long person = invited.get().id();
        if (password.length() < SHORTEST) {
            return Acceptance.PASSWORD_TOO_SHORT;
        }
        String address = invited.get().email();
        if (!isPlaceholder(address) && !address.equalsIgnoreCase(email.strip())) {
            return Acceptance.EMAIL_OTHER;
        }
        if (people.byEmail(email).filter(other -> other.id() != person).isPresent()) {
            return Acceptance.EMAIL_TAKEN;
        }
        if (!people.use(Tokens.hash(token))) {
            return Acceptance.EXPIRED;
        }
        String shown = name.isBlank() ? invited.get().name() : name.strip();
        people.set(person, email, shown, passwords.encode(password));
        audit.append(
                AuditLog.SITE, new AuditLog.Actor(person, shown), "person.password-set", "person " + person, Map.of());
        return Acceptance.ACCEPTED;
    }
}
