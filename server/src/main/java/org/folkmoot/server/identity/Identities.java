package org.folkmoot.server.identity;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who people are to identity providers.
@Repository
class Identities {
    private final JdbcClient sql;
    private final InstantSource clock;

    Identities(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Somebody to a provider, by which they stay the same when their name or e-mail address changes.
    record Identity(String issuer, String subject) {}

    /// Whose identity it is.
    @Transactional(readOnly = true)
    public Optional<Long> person(Identity identity) {
        return sql.sql("SELECT person_id FROM person_identity WHERE issuer = ? AND subject = ?")
                .params(identity.issuer(), identity.subject())
                .query(Long.class)
                .optional();
    }

    /// Whether a person has an identity at a provider.
    @Transactional(readOnly = true)
    public boolean isKnown(String issuer, long person) {
        return sql.sql("SELECT exists (SELECT FROM person_identity WHERE issuer = ? AND person_id = ?)")
                .params(issuer, person)
                .query(Boolean.class)
                .single();
    }

    /// Whether a person has an identity at any provider.
    @Transactional(readOnly = true)
    public boolean isKnown(long person) {
        return sql.sql("SELECT exists (SELECT FROM person_identity WHERE person_id = ?)")
                .param(person)
                .query(Boolean.class)
                .single();
    }

    /// Gives a person an identity, in place of one they had at the same provider.
    @Transactional(propagation = Propagation.MANDATORY)
    public void bind(Identity identity, long person) {
        sql.sql("""
                        INSERT INTO person_identity (issuer, subject, person_id, bound_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (issuer, person_id)
                            DO UPDATE SET subject = excluded.subject, bound_at = excluded.bound_at""")
                .params(identity.issuer(), identity.subject(), person, Timestamp.from(clock.instant()))
                .update();
    }
}
