package org.folkmoot.server.identity;

import java.util.Map;
import java.util.Optional;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Says who belongs to a consultation, as what. A consultation never loses its last lead by it.
@Component
class FormingTeams {
    private final People people;
    private final Teams teams;
    private final Invitations invitations;
    private final AuditLog audit;

    FormingTeams(People people, Teams teams, Invitations invitations, AuditLog audit) {
        this.people = people;
        this.teams = teams;
        this.invitations = invitations;
        this.audit = audit;
    }

    /// Adds whoever has the e-mail address, who is invited if nobody has it yet.
    ///
    /// @return the path of the link for somebody new
    @Transactional
    public Optional<String> add(long consultation, String email, String name, Role role, Asker by) {
        Optional<People.Person> known = people.byEmail(email);
        if (known.filter(People.Person::disabled).isPresent()) {
            throw Refused.conflict("person-disabled");
        }
        if (known.isPresent() && teams.role(consultation, known.get().id()) != null) {
            throw Refused.conflict("member-known");
        }
        long person = known.map(People.Person::id).orElseGet(() -> people.add(email, nameOr(name, email), false));
        Optional<String> link =
                known.isPresent() ? Optional.empty() : Optional.of(invitations.invite(person, by.actor()));
        teams.put(consultation, person, role);
        record(consultation, by, "member.added", person, Map.of("role", role.name()));
        return link;
    }

    private static String nameOr(String name, String email) {
        return name.isBlank() ? email : name;
    }

    @Transactional
    public void change(long consultation, long person, Role role, Asker by) {
        Role before = held(consultation, person, role);
        if (before != role) {
            teams.put(consultation, person, role);
            record(consultation, by, "member.role-changed", person, Map.of("from", before.name(), "to", role.name()));
        }
    }

    @Transactional
    public void remove(long consultation, long person, Asker by) {
        Role before = held(consultation, person, null);
        teams.remove(consultation, person);
        record(consultation, by, "member.removed", person, Map.of("role", before.name()));
    }

    /// @param after what the role is to become, null for none
    private Role held(long consultation, long person, @Nullable Role after) {
        var leads = teams.leads(consultation);
        Role before = teams.role(consultation, person);
        if (before == null) {
            throw Refused.notFound();
        }
        if (before == Role.LEAD && after != Role.LEAD && leads.equals(java.util.List.of(person))) {
            throw Refused.conflict("last-lead");
        }
        return before;
    }

    private void record(long consultation, Asker by, String action, long person, Map<String, ?> detail) {
        audit.append(consultation, by.actor(), action, "person " + person, detail);
    }
}
