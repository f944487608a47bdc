package org.folkmoot.server.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.platform.Place;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.platform.Scope;
import org.jspecify.annotations.Nullable;

/// The person who makes the current request, and what they may do. Read anew for each request.
///
/// @param memberships role by consultation id
/// @param bounds of the token they ask with, null for a person in a browser
public record Asker(
        long person,
        String name,
        boolean siteAdmin,
        Map<Long, Membership> memberships,
        @Nullable Bounds bounds) {
    /// What a token allows at most.
    ///
    /// @param onlyIn the one consultation it is good in, null for all of its person's
    record Bounds(Extent allows, @Nullable Long onlyIn, Instant expires) {}

    /// A place in a team.
    public record Membership(Role role, String consultationTitle) {}

    public Asker {
        memberships = Map.copyOf(memberships);
    }

    /// A person in a browser.
    public Asker(long person, String name, boolean siteAdmin, Map<Long, Membership> memberships) {
        this(person, name, siteAdmin, memberships, null);
    }

    /// Whether they may change anything, or only ask; a token for one consultation changes nothing outside it.
    boolean mayChange(Right right) {
        return bounds == null
                || (bounds.allows() != Extent.READ && (bounds.onlyIn() == null || right.isOfConsultation()));
    }

    /// Whether they may make a token of that extent.
    boolean mayGrant(Extent extent, @Nullable Long onlyIn, Instant expires) {
        return (extent != Extent.ADMINISTER || may(Right.ADMINISTER))
                && (onlyIn == null || memberships.containsKey(onlyIn))
                && (bounds == null
                        || (extent.compareTo(bounds.allows()) <= 0
                                && (bounds.onlyIn() == null || bounds.onlyIn().equals(onlyIn))
                                && !expires.isAfter(bounds.expires())));
    }

    /// When a token ends that is to last until `wished`: with the token it is made with, if that ends less than a day
    /// earlier, since tokens are asked for by whole days.
    Instant granted(Instant wished) {
        return bounds != null
                        && wished.isAfter(bounds.expires())
                        && wished.minus(Duration.ofDays(1)).isBefore(bounds.expires())
                ? bounds.expires()
                : wished;
    }

    /// Whether they have a right of the site.
    public boolean may(Right right) {
        return switch (right) {
            case SIGNED_IN -> true;
            case ADMINISTER -> siteAdmin && (bounds == null || bounds.allows() == Extent.ADMINISTER);
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

    /// What the database shows them: of a consultation's pages, that consultation alone.
    ///
    /// @param consultation whose page they ask for, null if it is none's
    Scope scope(@Nullable Long consultation) {
        if (consultation == null) {
            return new Scope(memberships.keySet());
        }
        return memberships.containsKey(consultation) ? Scope.of(consultation) : new Scope(Set.of());
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
