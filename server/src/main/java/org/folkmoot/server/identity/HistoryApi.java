package org.folkmoot.server.identity;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.server.audit.AuditEntry;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.audit.AuditTrail;
import org.folkmoot.server.platform.Summary;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The audit log and the team of a consultation, for programs.
@RestController
class HistoryApi {
    private static final int MOST = 1000;

    private final AuditTrail trail;
    private final AuditLog log;
    private final Teams teams;

    HistoryApi(AuditTrail trail, AuditLog log, Teams teams) {
        this.trail = trail;
        this.log = log;
        this.teams = teams;
    }

    /// @param head of the chain, to be noted elsewhere
    record Part(String head, List<AuditEntry> entries) {}

    @Needs(Right.SEE_HISTORY)
    @Summary("Entries of the audit log after a number, at most 1000, in their order, with the head of the chain.")
    @GetMapping("/api/v1/consultations/{consultation}/audit")
    Part audit(@PathVariable long consultation, @RequestParam(defaultValue = "0") long after) {
        List<AuditEntry> entries = new ArrayList<>();
        trail.after(consultation, after, MOST, entries::add);
        return new Part(log.head(consultation), entries);
    }

    @Needs(Right.MANAGE_TEAM)
    @Summary("Who belongs to the consultation, as what.")
    @GetMapping("/api/v1/consultations/{consultation}/team")
    List<Teams.Member> team(@PathVariable long consultation) {
        return teams.of(consultation);
    }
}
