package org.folkmoot.server.consultation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.server.audit.AuditEntry;
import org.folkmoot.server.audit.AuditTrail;
import org.folkmoot.server.audit.EntryWords;
import org.folkmoot.server.identity.Role;
import org.folkmoot.server.identity.Teams;
import org.folkmoot.server.review.ReviewProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who is doing what in a consultation.
@Component
public class TeamAtWork {
    private final Teams teams;
    private final ReviewProgress review;
    private final AuditTrail trail;
    private final OverviewFigures figures;
    private final EntryWords words;

    TeamAtWork(Teams teams, ReviewProgress review, AuditTrail trail, OverviewFigures figures, EntryWords words) {
        this.figures = figures;
        this.words = words;
        this.teams = teams;
        this.review = review;
        this.trail = trail;
    }

    /// One member of the team.
    ///
    /// @param last what they did last, null if nothing yet
    public record Member(String name, Role role, ReviewProgress.Work work, OverviewFigures.@Nullable Deed last) {}

    @Transactional(readOnly = true)
    public List<Member> of(long consultation) {
        List<Teams.Member> members = teams.of(consultation);
        Map<Long, ReviewProgress.Work> work = review.people(consultation);
        Map<Long, OverviewFigures.Deed> last = new HashMap<>();
        for (AuditEntry entry : trail.lastOf(
                consultation, members.stream().map(Teams.Member::person).toList())) {
            Long person = entry.person();
            if (person != null) {
                last.put(
                        person,
                        new OverviewFigures.Deed(
                                entry.at(), entry.who(), entry.action(), named(consultation, entry.subject())));
            }
        }
        return members.stream()
                .map(member -> new Member(
                        member.name(),
                        member.role(),
                        work.getOrDefault(member.person(), ReviewProgress.Work.NONE),
                        last.get(member.person())))
                .toList();
    }

    /// What was done last.
    @Transactional(readOnly = true)
    public List<OverviewFigures.Deed> lately(long consultation, int most) {
        return figures.lately(consultation, most).stream()
                .map(deed -> new OverviewFigures.Deed(
                        deed.at(), deed.who(), deed.action(), named(consultation, deed.subject())))
                .toList();
    }

    /// What a deed was done to, in words, unless everybody knows.
    private String named(long consultation, String subject) {
        return Overview.isClear(subject) ? subject : words.subject(consultation, subject);
    }
}
