package org.folkmoot.server.identity;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Tokens by which programs act as a person through the REST interface. Only their hashes are kept.
@Repository
class ApiTokens {
    /// Longest time a token may be good for.
    static final int MOST_DAYS = 365;

    private final JdbcClient sql;
    private final AuditLog audit;
    private final InstantSource clock;

    ApiTokens(JdbcClient sql, AuditLog audit, InstantSource clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<ApiToken> of(long person) {
        Instant now = clock.instant();
        return sql.sql("""
                        SELECT id, name, created_at, expires_at, revoked_at IS NOT NULL, allows, only_in FROM api_token
                        WHERE person_id = ? ORDER BY id DESC""")
                .param(person)
                .query((row, _) -> {
                    Instant expires = row.getTimestamp(4).toInstant();
                    return new ApiToken(
                            row.getLong(1),
                            row.getString(2),
                            Extent.valueOf(row.getString(6)),
                            row.getObject(7, Long.class),
                            row.getTimestamp(3).toInstant(),
                            expires,
                            row.getBoolean(5),
                            !now.isBefore(expires));
                })
                .list();
    }

    /// What somebody wants of a token.
    ///
    /// @param onlyIn the one consultation it is to be good in, null for all of its person's
    record Wish(
            String name, int days, Extent allows, @Nullable Long onlyIn) {}

    /// A token that was made.
    ///
    /// @param token to be shown this once
    record Made(long id, String token, Instant expires) {}

    /// Makes a token for the asker.
    ///
    /// @throws Refused if it would allow more than the asker may, or last longer than the token they ask with
    @Transactional
    public Made create(Wish wish, Asker by) {
        Instant now = clock.instant();
        if (wish.name().isBlank() || wish.days() < 1 || wish.days() > MOST_DAYS) {
            throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "token-incomplete");
        }
        Instant expires = by.granted(now.plus(Duration.ofDays(wish.days())));
        if (!by.mayGrant(wish.allows(), wish.onlyIn(), expires)) {
            throw new Refused(HttpStatus.FORBIDDEN, "token-too-little");
        }
        String token = "fm_" + Tokens.random();
        long id = sql.sql("""
                        INSERT INTO api_token (person_id, name, token_hash, created_at, expires_at, allows, only_in)
                        VALUES (:person, :name, :hash, :created, :expires, :allows, :in) RETURNING id""")
                .param("person", by.person())
                .param("name", wish.name().strip())
                .param("hash", Tokens.hash(token))
                .param("created", Timestamp.from(now))
                .param("expires", Timestamp.from(expires))
                .param("allows", wish.allows().name())
                .param("in", wish.onlyIn(), Types.BIGINT)
                .query(Long.class)
                .single();
        audit.append(
                AuditLog.SITE,
                by.actor(),
                "token.created",
                "token " + id,
                Map.of("days", wish.days(), "allows", wish.allows().name()));
        return new Made(id, token, expires);
    }

    /// Ends one of the asker's own tokens.
    @Transactional
    public void revoke(long token, Asker by) {
        int ended = sql.sql("UPDATE api_token SET revoked_at = ? WHERE id = ? AND person_id = ? AND revoked_at IS NULL")
                .params(Timestamp.from(clock.instant()), token, by.person())
                .update();
        if (ended == 0) {
            throw Refused.notFound();
        }
        audit.append(AuditLog.SITE, by.actor(), "token.revoked", "token " + token, Map.of());
    }

    /// A token that was shown.
    ///
    /// @param person whose it is
    record Shown(long person, Asker.Bounds bounds) {}

    /// What a token is good for; empty if it is unknown, revoked or too old.
    @Transactional(readOnly = true)
    public Optional<Shown> find(String token) {
        return sql.sql("""
                        SELECT person_id, allows, only_in, expires_at FROM api_token
                        WHERE token_hash = ? AND revoked_at IS NULL AND expires_at > ?""")
                .params(Tokens.hash(token), Timestamp.from(clock.instant()))
                .query((row, _) -> new Shown(
                        row.getLong(1),
                        new Asker.Bounds(
                                Extent.valueOf(row.getString(2)),
                                row.getObject(3, Long.class),
                                row.getTimestamp(4).toInstant())))
                .optional();
    }
}
