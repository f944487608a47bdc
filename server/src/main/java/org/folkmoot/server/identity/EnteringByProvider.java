package org.folkmoot.server.identity;

import java.util.Map;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.identity.Identities.Identity;
import org.folkmoot.server.identity.NotAdmitted.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds the person whom an identity provider names, and binds the two the first time.
///
/// Nobody comes in who was not invited. An identity is bound by an invitation link, by someone signed in with their
/// password, or by a verified e-mail address of a person who has no password: were there one, whoever set it might be
/// somebody else, waiting for the owner of the address.
@Component
class EnteringByProvider {
    private final People people;
    private final Identities identities;
    private final Invitations invitations;
    private final AuditLog audit;

    EnteringByProvider(People people, Identities identities, Invitations invitations, AuditLog audit) {
        this.people = people;
        this.identities = identities;
        this.invitations = invitations;
        this.audit = audit;
    }

    /// What a provider says of somebody.
    ///
    /// @param email null if it gave none
    record Claim(Identity identity, @Nullable String email, boolean verified) {}

    /// What somebody said in this browser before they went to the provider.
    sealed interface Errand extends java.io.Serializable {
        /// They accept an invitation.
        record Accepting(String token) implements Errand {}

        /// They are signed in and connect their account.
        record Connecting(long person) implements Errand {}
    }

    /// The person who may come in.
    ///
    /// @param errand null if they only want to sign in
    /// @throws NotAdmitted if nobody may
    @Transactional(noRollbackFor = NotAdmitted.class)
    public People.Person admit(Claim claim, @Nullable Errand errand) {
        Long bound = identities.person(claim.identity()).orElse(null);
        People.Person person = switch (errand) {
            case null -> bound == null ? byEmail(claim) : known(bound);
            case Errand.Accepting accepting -> invited(accepting.token());
            case Errand.Connecting connecting -> known(connecting.person());
        };
        if (person.disabled()) {
            throw new NotAdmitted(Reason.PERSON_DISABLED, person.id());
        }
        if (bound == null || errand != null) {
            bind(claim.identity(), bound, person);
        }
        return known(person.id());
    }

    private People.Person byEmail(Claim claim) {
        String email = claim.email();
        if (email == null || !claim.verified()) {
            throw new NotAdmitted(Reason.EMAIL_UNVERIFIED, null);
        }
        People.Person person = people.byEmail(email).orElseThrow(() -> new NotAdmitted(Reason.UNKNOWN_PERSON, null));
        if (identities.isKnown(claim.identity().issuer(), person.id())) {
            throw new NotAdmitted(Reason.BOUND_ELSEWHERE, person.id());
        }
        if (person.password() != null && !person.disabled()) {
            throw new NotAdmitted(Reason.PASSWORD_FIRST, person.id());
        }
        return person;
    }

    private People.Person invited(String token) {
        return invitations.open(token).orElseThrow(() -> new NotAdmitted(Reason.INVITATION_EXPIRED, null));
    }

    private People.Person known(long id) {
        return people.byId(id).orElseThrow(() -> new NotAdmitted(Reason.UNKNOWN_PERSON, null));
    }

    /// Links that were made before are used up: whoever has one could set a password beside the provider.
    private void bind(Identity identity, @Nullable Long bound, People.Person person) {
        if (bound != null && bound != person.id()) {
            throw new NotAdmitted(Reason.BOUND_ELSEWHERE, bound);
        }
        people.endInvitations(person.id());
        if (bound == null) {
            identities.bind(identity, person.id());
            people.endSessions(person.id());
            audit.append(
                    AuditLog.SITE,
                    new AuditLog.Actor(person.id(), person.name()),
                    "person.identity-bound",
                    "person " + person.id(),
                    Map.of("issuer", identity.issuer(), "subject", identity.subject()));
        }
    }
}
