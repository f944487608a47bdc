package org.folkmoot.server.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The record of every decision, edit, read of sensitive material and export.
///
/// Append-only: the pool's role can insert and read, nothing else. Each consultation has a chain of its own, so that
/// its extract can be verified alone; chain 0 is the site's. An entry is written in the transaction of the change it
/// records, last of all, since it holds the chain until the transaction ends.
@Component
public class AuditLog {
    /// The chain of what belongs to no consultation.
    public static final long SITE = 0;

    /// What the first entry of a chain follows.
    static final byte[] START = new byte[32];

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;
    private final InstantSource clock;

    AuditLog(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Who did it.
    ///
    /// @param person id, null for the program itself
    /// @param name as recorded
    public record Actor(@Nullable Long person, String name) {
        /// The program itself, in a job.
        public static final Actor PROGRAM = new Actor(null, "Folkmoot");
    }

    /// Appends one entry.
    ///
    /// @param chain the consultation's id, or `SITE`
    /// @param action what was done, e.g. `theme.merged`
    /// @param subject what it was done to, e.g. `question 12`
    /// @param detail anything else to know, never the words of a respondent
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(long chain, Actor actor, String action, String subject, Map<String, ?> detail) {
        sql.sql("INSERT INTO audit_head (chain, sequence, hash) VALUES (?, 0, ?) ON CONFLICT DO NOTHING")
                .params(chain, START)
                .update();
        Head head = sql.sql("SELECT sequence, hash FROM audit_head WHERE chain = ? FOR UPDATE")
                .param(chain)
                .query((row, _) -> new Head(row.getLong(1), row.getBytes(2)))
                .single();
        Entry entry = new Entry(
                chain,
                head.sequence() + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor,
                action,
                subject,
                JSON.writeValueAsString(new TreeMap<>(detail)));
        byte[] hash = entry.hash(head.hash());
        sql.sql("""
                INSERT INTO audit_entry (chain, sequence, at, person_id, who, action, subject, detail, hash)
                VALUES (:chain, :sequence, :at, :person, :who, :action, :subject, :detail, :hash)""")
                .param("chain", chain)
                .param("sequence", entry.sequence())
                .param("at", java.sql.Timestamp.from(entry.at()))
                .param("person", actor.person(), java.sql.Types.BIGINT)
                .param("who", actor.name())
                .param("action", action)
                .param("subject", subject)
                .param("detail", entry.detail())
                .param("hash", hash)
                .update();
        sql.sql("UPDATE audit_head SET sequence = ?, hash = ? WHERE chain = ?")
                .params(entry.sequence(), hash, chain)
                .update();
    }

    /// Last entry of a chain.
    record Head(long sequence, byte[] hash) {}

    /// One entry as hashed.
    ///
    /// @param detail canonical JSON, keys in order
    record Entry(long chain, long sequence, Instant at, Actor actor, String action, String subject, String detail) {
        /// SHA-256 over the previous hash and this entry's fields, each with its length before it.
        byte[] hash(byte[] previous) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update(previous);
                for (String field : new String[] {
                    Long.toString(chain),
                    Long.toString(sequence),
                    at.toString(),
                    actor.person() == null ? "" : Long.toString(actor.person()),
                    actor.name(),
                    action,
                    subject,
                    detail
                }) {
                    byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                    digest.update(bytes);
                }
                return digest.digest();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }

    /// The end of a chain, to be kept somewhere else as an anchor.
    ///
    /// @return `SEQUENCE:HASH` in hexadecimal; `0:…` for an empty chain
    @Transactional(readOnly = true)
    public String head(long chain) {
        return sql.sql("SELECT sequence, hash FROM audit_head WHERE chain = ?")
                .param(chain)
                .query((row, _) -> row.getLong(1) + ":" + HexFormat.of().formatHex(row.getBytes(2)))
                .optional()
                .orElse("0:" + HexFormat.of().formatHex(START));
    }
}
