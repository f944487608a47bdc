package org.folkmoot.server.identity;

import java.util.Map;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.platform.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Says who may sign in and who administers the site. Gives no sight of any content.
@Component
class AdministeringPeople {
    private final People people;
    private final Invitations invitations;
    private final AuditLog audit;

    AdministeringPeople(People people, Invitations invitations, AuditLog audit) {
        this.people = people;
        this.invitations = invitations;
        this.audit = audit;
    }

    /// Adds a person.
    ///
    /// @return the path of the link by which they set their password
    @Transactional
    public String invite(String name, String email, boolean administrator, Asker by) {
        if (people.byEmail(email).isPresent()) {
            throw Refused.conflict("email-known");
        }
        long person = people.add(email, name, administrator);
        if (administrator) {
            record(by, "person.made-administrator", person);
        }
        return invitations.invite(person, by.actor());
    }

    /// @return the path of a new link for somebody who lost password or link
    @Transactional
    public String link(long person, Asker by) {
        if (known(person).disabled()) {
            throw Refused.conflict("person-disabled");
        }
        return invitations.invite(person, by.actor());
    }

    /// Shuts a person out, at once, or lets them in again.
    @Transactional
    public void setDisabled(long person, boolean disabled, Asker by) {
        known(person);
        if (disabled) {
            requireAnotherAdministrator(person);
        }
        people.setDisabled(person, disabled);
        record(by, disabled ? "person.disabled" : "person.enabled", person);
    }

    @Transactional
    public void setAdministrator(long person, boolean administrator, Asker by) {
        known(person);
        if (!administrator) {
            requireAnotherAdministrator(person);
        }
        people.setAdministrator(person, administrator);
        record(by, administrator ? "person.made-administrator" : "person.administration-ended", person);
    }

    private void requireAnotherAdministrator(long person) {
        if (people.administrators().equals(java.util.List.of(person))) {
            throw Refused.conflict("last-administrator");
        }
    }

    private People.Person known(long person) {
        return people.byId(person).orElseThrow(Refused::notFound);
    }

    private void record(Asker by, String action, long person) {
        audit.append(AuditLog.SITE, by.actor(), action, "person " + person, Map.of());
    }
}
