package org.folkmoot.server.identity;

import static org.folkmoot.server.identity.Role.ANALYST;
import static org.folkmoot.server.identity.Role.LEAD;
import static org.folkmoot.server.identity.Role.REVIEWER;
import static org.folkmoot.server.identity.Role.VIEWER;

import java.util.Set;

/// What a route needs of its asker. Those with roles are held in one consultation; those without are the site's.
public enum Right {
    /// To have signed in.
    SIGNED_IN,
    /// To administer people and settings; gives no sight of any content.
    ADMINISTER,

    /// To know that the consultation is there and what there is to do.
    VISIT(VIEWER, ANALYST, REVIEWER, LEAD),
    /// To see figures, themes and publishable texts.
    VIEW(VIEWER, ANALYST, LEAD),
    /// To see texts as received, personal data included.
    SEE_ORIGINAL(ANALYST, LEAD),
    IMPORT(ANALYST, LEAD),
    /// To start and stop the engine.
    RUN(ANALYST, LEAD),
    EDIT_THEMES(ANALYST, LEAD),
    SIGN_OFF(LEAD),
    /// To read answers with the machine's codes and decide on them.
    CODE(ANALYST, LEAD),
    DRAW_SAMPLE(ANALYST, LEAD),
    /// To read a blind sample one is a reader of.
    READ_BLIND(REVIEWER),
    ADJUDICATE(LEAD),
    REDACT(ANALYST, LEAD),
    WRITE_REPORT(ANALYST, LEAD),
    EXPORT(ANALYST, LEAD),
    PUBLISH(LEAD),
    SEE_HISTORY(ANALYST, LEAD),
    MANAGE_TEAM(LEAD);

    @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
    private final Set<Role> roles;

    Right(Role... roles) {
        this.roles = Set.of(roles);
    }

    /// Whether it is held in a consultation rather than on the site.
    public boolean isOfConsultation() {
        return !roles.isEmpty();
    }

    /// Whether a role of a consultation has it.
    public boolean isHeldBy(Role role) {
        return roles.contains(role);
    }
}
