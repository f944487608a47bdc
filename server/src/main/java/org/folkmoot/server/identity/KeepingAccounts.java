package org.folkmoot.server.identity;

import java.util.Map;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.platform.Refused;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Changes what a person may change of themselves.
@Component
class KeepingAccounts {
    private final People people;
    private final PasswordEncoder passwords;
    private final SignInLimits limits;
    private final AuditLog audit;

    KeepingAccounts(People people, PasswordEncoder passwords, SignInLimits limits, AuditLog audit) {
        this.people = people;
        this.passwords = passwords;
        this.limits = limits;
        this.audit = audit;
    }

    /// What became of a new password.
    enum Change {
        CHANGED,
        OLD_ONE_WRONG,
        TOO_SHORT
    }

    @Transactional
    public People.Person rename(Asker asker, String name) {
        people.rename(asker.person(), name);
        record(asker, "person.renamed");
        return own(asker);
    }

    @Transactional
    public Change changePassword(Asker asker, String before, String after) {
        People.Person own = own(asker);
        String hash = own.password();
        // Whoever holds somebody's session may not try out what the password is.
        String place = "account " + own.id();
        if (hash == null || !limits.allow(own.email(), place)) {
            return Change.OLD_ONE_WRONG;
        }
        if (!passwords.matches(before, hash)) {
            limits.failed(own.email(), place);
            return Change.OLD_ONE_WRONG;
        }
        if (after.length() < Invitations.SHORTEST) {
            return Change.TOO_SHORT;
        }
        people.setPassword(asker.person(), passwords.encode(after));
        record(asker, "person.password-changed");
        return Change.CHANGED;
    }

    @Transactional(readOnly = true)
    public People.Person own(Asker asker) {
        return people.byId(asker.person()).orElseThrow(Refused::notFound);
    }

    private void record(Asker asker, String action) {
        audit.append(AuditLog.SITE, asker.actor(), action, "person " + asker.person(), Map.of());
    }
}
