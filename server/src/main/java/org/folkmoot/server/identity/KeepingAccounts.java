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
    private final AuditLog audit;

    KeepingAccounts(People people, PasswordEncoder passwords, AuditLog audit) {
        this.people = people;
        this.passwords = passwords;
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
        String hash = own(asker).password();
        if (hash == null || !passwords.matches(before, hash)) {
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
