package org.folkmoot.server.identity;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.folkmoot.server.audit.AuditEntry;
import org.folkmoot.server.audit.AuditExtract;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.audit.AuditTrail;
import org.folkmoot.server.audit.EntryWords;
import org.folkmoot.server.platform.Pages;
import org.folkmoot.server.platform.Place;
import org.folkmoot.server.platform.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/// What was done, by whom and when: of a consultation for its team, of the site for its administrators.
@RestController
public final class HistoryPages {
    private static final String CONSULTATION = "/consultations/{consultation}/history";
    private static final String SITE = "/people/history";

    private final Pages pages;
    private final AuditTrail trail;
    private final AuditLog log;
    private final AuditExtract extract;
    private final EntryWords said;
    private final TransactionTemplate transactions;

    HistoryPages(
            Pages pages,
            AuditTrail trail,
            AuditLog log,
            AuditExtract extract,
            EntryWords said,
            TransactionTemplate transactions) {
        this.pages = pages;
        this.trail = trail;
        this.log = log;
        this.extract = extract;
        this.said = said;
        this.transactions = transactions;
    }

    /// The filter as it stands in the address.
    ///
    /// @param from first day, as `2026-05-01`
    /// @param to last day
    /// @param before the page begins below this number
    public record Query(
            @Nullable Long person,
            @Nullable String action,
            @Nullable String subject,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Long before) {
        AuditTrail.Filter filter() {
            ZoneId zone = ZoneId.systemDefault();
            return new AuditTrail.Filter(
                    person,
                    action == null ? "" : action,
                    subject == null ? "" : subject.strip(),
                    from == null ? Instant.EPOCH : from.atStartOfDay(zone).toInstant(),
                    (to == null ? LocalDate.of(9999, 1, 1) : to.plusDays(1))
                            .atStartOfDay(zone)
                            .toInstant(),
                    before == null ? Long.MAX_VALUE : before);
        }
    }

    /// @param path of this page
    /// @param only what the entries shown were done to, empty for anything
    /// @param older address of the next page, null on the last
    /// @param head of the chain, to be noted elsewhere
    public record Model(
            String path,
            Query query,
            String only,
            List<EntryWords.Said> entries,
            List<AuditTrail.Person> people,
            List<String> actions,
            @Nullable String older,
            String head,
            long chain) {}

    /// Where all that was done to something stands.
    public static String only(String path, String subject) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("subject", "{subject}")
                .encode()
                .buildAndExpand(subject)
                .toUriString();
    }

    /// What an entry's action is called in words; its name in the log where it has no other.
    public static String called(Words words, String action) {
        if (words.has("action." + action)) {
            return words.t("action." + action);
        }
        return words.has("deed." + action) ? words.t("deed." + action).replaceFirst(":$", "") : action;
    }

    @Needs(Right.SEE_HISTORY)
    @GetMapping(CONSULTATION)
    ResponseEntity<String> ofConsultation(Asker asker, @PathVariable long consultation, @ModelAttribute Query query) {
        return show(
                consultation,
                asker.in(consultation, Section.HISTORY.key()),
                CONSULTATION.replace("{consultation}", Long.toString(consultation)),
                query);
    }

    @Needs(Right.ADMINISTER)
    @GetMapping(SITE)
    ResponseEntity<String> ofSite(@ModelAttribute Query query) {
        return show(AuditLog.SITE, Place.outside("history"), SITE, query);
    }

    private ResponseEntity<String> show(long chain, Place place, String path, Query query) {
        List<AuditEntry> found = trail.entries(chain, query.filter());
        boolean more = found.size() > AuditTrail.PAGE;
        List<AuditEntry> entries = more ? found.subList(0, AuditTrail.PAGE) : found;
        return pages.show(
                "identity/history.jte",
                place,
                new Model(
                        path,
                        query,
                        subject(chain, query.subject(), entries),
                        said.of(entries),
                        trail.people(chain),
                        trail.actions(chain),
                        more ? older(path, query, entries.getLast().sequence()) : null,
                        log.head(chain),
                        chain));
    }

    /// What an entry was done to; whoever asks for what is in no entry here gets their own words back.
    private String subject(long chain, @Nullable String subject, List<AuditEntry> entries) {
        if (subject == null || subject.isEmpty()) {
            return "";
        }
        return entries.isEmpty() ? subject : said.subject(chain, subject);
    }

    private static String older(String path, Query query, long before) {
        UriComponentsBuilder older = UriComponentsBuilder.fromPath(path).queryParam("before", before);
        put(older, "person", query.person());
        put(older, "action", query.action());
        put(older, "subject", query.subject());
        put(older, "from", query.from());
        put(older, "to", query.to());
        return older.encode().build().toUriString();
    }

    private static void put(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            address.queryParam(name, value);
        }
    }

    @Needs(Right.SEE_HISTORY)
    @PostMapping(CONSULTATION + "/extract")
    ResponseEntity<byte[]> extractOfConsultation(Asker asker, @PathVariable long consultation) throws IOException {
        return extract(consultation, asker, "consultation " + consultation);
    }

    @Needs(Right.ADMINISTER)
    @PostMapping(SITE + "/extract")
    ResponseEntity<byte[]> extractOfSite(Asker asker) throws IOException {
        return extract(AuditLog.SITE, asker, "site");
    }

    private ResponseEntity<byte[]> extract(long chain, Asker asker, String subject) throws IOException {
        transactions.executeWithoutResult(
                _ -> log.append(chain, asker.actor(), "history.extracted", subject, Map.of()));
        var bytes = new java.io.ByteArrayOutputStream();
        try (Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            extract.write(chain, out);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/jsonl"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-" + chain + ".jsonl\"")
                .body(bytes.toByteArray());
    }
}
