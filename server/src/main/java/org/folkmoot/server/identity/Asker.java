package org.folkmoot.server.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.platform.Place;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.platform.Scope;
import org.jspecify.annotations.Nullable;

/// The person who makes the current request, and what they may do. Read anew for each request.
///
/// @param memberships role by consultation id
public record Asker(long person, String name, boolean siteAdmin, Map<Long, Membership> memberships) {
    /// A place in a team.
    public record Membership(Role role, String consultationTitle) {}

    public Asker {
        memberships = Map.copyOf(memberships);
    }

    /// Whether they have a right of the site.
    public boolean may(Right right) {
        return switch (right) {
            case SIGNED_IN -> true;
            case ADMINISTER -> siteAdmin;
            default -> throw new IllegalArgumentException("a right of a consultation: " + right);
        };
    }

    /// Whether they have a right in a consultation.
    public boolean may(Right right, long consultation) {
        Membership membership = memberships.get(consultation);
        return membership != null && right.isHeldBy(membership.role());
    }

    /// Their role in a consultation, null if they have none.
    public @Nullable Role role(long consultation) {
        Membership membership = memberships.get(consultation);
        return membership == null ? null : membership.role();
    }

    /// As the audit log records them.
    public AuditLog.Actor actor() {
        return new AuditLog.Actor(person, name);
    }

    Scope scope() {
        return new Scope(memberships.keySet());
    }

    /// The frame's menu for a page of a consultation: the sections this person may go to.
    public Place in(long consultation, String current) {
        Membership membership = memberships.get(consultation);
        if (membership == null) {
            throw Refused.notFound();
        }
        List<Place.Link> links = new ArrayList<>();
        for (Section section : Section.values()) {
            if (section.right().isHeldBy(membership.role())) {
                links.add(new Place.Link(section.key(), "/consultations/" + consultation + section.path()));
            }
        }
        return new Place(consultation, membership.consultationTitle(), links, current);
    }
}
