package org.folkmoot.server.identity;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.platform.Refused;
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
                        SELECT id, name, created_at, expires_at, revoked_at IS NOT NULL FROM api_token
                        WHERE person_id = ? ORDER BY id DESC""")
                .param(person)
                .query((row, _) -> {
                    Instant expires = row.getTimestamp(4).toInstant();
                    return new ApiToken(
                            row.getLong(1),
                            row.getString(2),
                            row.getTimestamp(3).toInstant(),
                            expires,
                            row.getBoolean(5),
                            !now.isBefore(expires));
                })
                .list();
    }

    /// Makes a token.
    ///
    /// @return the token itself, to be shown this once
    @Transactional
    public String create(String name, int days, Asker by) {
        String token = "fm_" + Tokens.random();
        Instant now = clock.instant();
        long id = sql.sql("""
                        INSERT INTO api_token (person_id, name, token_hash, created_at, expires_at)
                        VALUES (?, ?, ?, ?, ?) RETURNING id""")
                .params(
                        by.person(),
                        name,
                        Tokens.hash(token),
                        Timestamp.from(now),
                        Timestamp.from(now.plus(Duration.ofDays(days))))
                .query(Long.class)
                .single();
        audit.append(AuditLog.SITE, by.actor(), "token.created", "token " + id, Map.of("days", days));
        return token;
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

    /// Whose token it is; empty if it is unknown, revoked or too old.
    @Transactional(readOnly = true)
    public Optional<Long> person(String token) {
        return sql.sql("SELECT person_id FROM api_token WHERE token_hash = ? AND revoked_at IS NULL AND expires_at > ?")
                .params(Tokens.hash(token), Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional();
    }
}
