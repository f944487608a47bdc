package org.folkmoot.server.identity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.server.audit.AuditEntry;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.audit.AuditTrail;
import org.folkmoot.server.audit.ChainCheck;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.platform.Summary;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The audit logs, for programs.
@RestController
class HistoryApi {
    private static final int MOST = 1000;

    private final AuditTrail trail;
    private final AuditLog log;
    private final HistoryPages pages;

    HistoryApi(AuditTrail trail, AuditLog log, HistoryPages pages) {
        this.trail = trail;
        this.log = log;
        this.pages = pages;
    }

    /// @param head of the chain, to be noted elsewhere
    record Part(String head, List<AuditEntry> entries) {}

    @Needs(Right.SEE_HISTORY)
    @Summary("Entries of the audit log after a number, at most 1000, in their order, with the head of the chain.")
    @GetMapping("/api/v1/consultations/{consultation}/audit")
    Part audit(@PathVariable long consultation, @RequestParam(defaultValue = "0") long after) {
        return new Part(log.head(consultation), after(consultation, after));
    }

    /// @param sound whether no entry was changed, removed or added behind the program's back
    /// @param head of the chain as it was verified, empty if it is not sound
    /// @param fault what is wrong, empty if nothing is
    record Verified(boolean sound, String head, String fault) {}

    @Needs(Right.SEE_HISTORY)
    @Summary("Verifies the chain of the audit log, against a head noted elsewhere if one is given.")
    @GetMapping("/api/v1/consultations/{consultation}/audit/verification")
    Verified verify(@PathVariable long consultation, @RequestParam(defaultValue = "") String head) {
        return verified(consultation, head);
    }

    @Needs(Right.ADMINISTER)
    @Summary(
            "Entries of the site's audit log after a number, at most 1000, in their order, with the head of the chain.")
    @GetMapping("/api/v1/audit")
    Part site(@RequestParam(defaultValue = "0") long after) {
        return audit(AuditLog.SITE, after);
    }

    @Needs(Right.ADMINISTER)
    @Summary("Verifies the chain of the site's audit log.")
    @GetMapping("/api/v1/audit/verification")
    Verified verifySite(@RequestParam(defaultValue = "") String head) {
        return verified(AuditLog.SITE, head);
    }

    private Verified verified(long chain, String head) {
        ChainCheck.Anchor anchor = head.isEmpty()
                ? null
                : ChainCheck.Anchor.parse(head).orElseThrow(() -> new Refused(HttpStatus.BAD_REQUEST, "bad-request"));
        ChainCheck check = new ChainCheck(chain, anchor);
        for (List<AuditEntry> entries = after(chain, 0); !entries.isEmpty(); ) {
            entries.forEach(check::next);
            entries = after(chain, entries.getLast().sequence());
        }
        return switch (check.end()) {
            case ChainCheck.Sound sound -> new Verified(true, sound.head(), "");
            case ChainCheck.Broken broken -> new Verified(false, "", broken.sequence() + ": " + broken.reason());
        };
    }

    private List<AuditEntry> after(long chain, long sequence) {
        List<AuditEntry> entries = new ArrayList<>();
        trail.after(chain, sequence, MOST, entries::add);
        return entries;
    }

    @Needs(Right.SEE_HISTORY)
    @Summary("The whole audit log as JSON Lines, verifiable without the database. Taking it out goes on record.")
    @PostMapping("/api/v1/consultations/{consultation}/audit/extract")
    ResponseEntity<byte[]> extract(Asker asker, @PathVariable long consultation) throws IOException {
        return pages.extractOfConsultation(asker, consultation);
    }
}
