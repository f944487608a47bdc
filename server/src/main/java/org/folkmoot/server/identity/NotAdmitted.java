package org.folkmoot.server.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/// The provider knows somebody whom the workbench does not let in.
final class NotAdmitted extends OAuth2AuthenticationException {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final @Nullable Long person;

    /// Why; its name in small letters is the key below `sign-in.not-admitted.` of what they are told.
    enum Reason {
        /// The provider does not vouch for the e-mail address.
        EMAIL_UNVERIFIED,
        /// Nobody invited this address.
        UNKNOWN_PERSON,
        PERSON_DISABLED,
        /// They have a password already, and are to connect the two while signed in with it.
        PASSWORD_FIRST,
        /// The person has another identity at the provider, or the identity belongs to somebody else.
        BOUND_ELSEWHERE,
        /// The invitation they came with is used or too old.
        INVITATION_EXPIRED;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /// @param person whom it concerns, null if nobody known
    NotAdmitted(Reason reason, @Nullable Long person) {
        super(new OAuth2Error(reason.key()));
        this.reason = reason;
        this.person = person;
    }

    Reason reason() {
        return reason;
    }

    @Nullable
    Long person() {
        return person;
    }
}
