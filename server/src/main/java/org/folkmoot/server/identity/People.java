package org.folkmoot.server.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Everyone who may sign in, and the teams they belong to.
@Repository
class People {
    private final JdbcClient sql;
    private final InstantSource clock;

    People(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// @param password argon2id hash, null if none is set
    /// @param epoch counts what ends all their sessions
    record Person(
            long id,
            String email,
            String name,
            @Nullable String password,
            boolean siteAdmin,
            boolean disabled,
            int epoch) {}

    private static final String PERSON =
            "SELECT id, email, name, password, site_admin AS siteadmin, disabled, epoch FROM person ";

    @Transactional(readOnly = true)
    public Optional<Person> byEmail(String email) {
        return sql.sql(PERSON + "WHERE lower(email) = ?")
                .param(email.toLowerCase(Locale.ROOT))
                .query(Person.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Person> byId(long id) {
        return sql.sql(PERSON + "WHERE id = ?").param(id).query(Person.class).optional();
    }

    @Transactional(readOnly = true)
    public List<Person> all() {
        return sql.sql(PERSON + "ORDER BY lower(name), id").query(Person.class).list();
    }

    @Transactional(readOnly = true)
    public boolean hasAdministrator() {
        return sql.sql("""
                        SELECT exists (SELECT FROM person p WHERE site_admin AND (password IS NOT NULL
                            OR EXISTS (SELECT FROM person_identity i WHERE i.person_id = p.id)))""").query(Boolean.class).single();
    }

    @Transactional
    public long add(String email, String name, boolean siteAdmin) {
        return sql.sql("INSERT INTO person (email, name, site_admin, created_at) VALUES (?, ?, ?, ?) RETURNING id")
                .params(email.strip(), name.strip(), siteAdmin, Timestamp.from(now()))
                .query(Long.class)
                .single();
    }

    @Transactional
    public void set(long id, String email, String name, String password) {
        sql.sql("UPDATE person SET email = ?, name = ?, password = ? WHERE id = ?")
                .params(email.strip(), name.strip(), password, id)
                .update();
    }

    @Transactional
    public void rename(long id, String name) {
        sql.sql("UPDATE person SET name = ? WHERE id = ?")
                .params(name.strip(), id)
                .update();
    }

    @Transactional
    public void setPassword(long id, String hash) {
        sql.sql("UPDATE person SET password = ? WHERE id = ?").params(hash, id).update();
    }

    @Transactional
    public void setDisabled(long id, boolean disabled) {
        sql.sql("UPDATE person SET disabled = ?, epoch = epoch + 1 WHERE id = ?")
                .params(disabled, id)
                .update();
    }

    /// Ends all sessions of a person.
    @Transactional
    public void endSessions(long id) {
        sql.sql("UPDATE person SET epoch = epoch + 1 WHERE id = ?").param(id).update();
    }

    @Transactional
    public void setAdministrator(long id, boolean administrator) {
        sql.sql("UPDATE person SET site_admin = ? WHERE id = ?")
                .params(administrator, id)
                .update();
    }

    /// Those who administer the site and can sign in, held until the transaction ends.
    @Transactional
    public List<Long> administrators() {
        return sql.sql("SELECT id FROM person WHERE site_admin AND NOT disabled ORDER BY id FOR UPDATE")
                .query(Long.class)
                .list();
    }

    /// A new invitation; an older one of the same person stays good until it expires or is used.
    @Transactional
    public void invite(long person, byte[] tokenHash, Instant expires) {
        sql.sql("INSERT INTO invitation (token_hash, person_id, expires_at) VALUES (?, ?, ?)")
                .params(tokenHash, person, Timestamp.from(expires))
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Person> invited(byte[] tokenHash) {
        return sql.sql("""
                        SELECT p.id, p.email, p.name, p.password, p.site_admin AS siteadmin, p.disabled, p.epoch
                        FROM invitation i JOIN person p ON p.id = i.person_id
                        WHERE i.token_hash = ? AND i.used_at IS NULL AND i.expires_at > ? AND NOT p.disabled""")
                .params(tokenHash, Timestamp.from(now()))
                .query(Person.class)
                .optional();
    }

    /// Marks an invitation as used, and with it all others of the same person.
    ///
    /// @return whether it still was unused
    @Transactional
    public boolean use(byte[] tokenHash) {
        Timestamp now = Timestamp.from(now());
        boolean unused = sql.sql("UPDATE invitation SET used_at = ? WHERE token_hash = ? AND used_at IS NULL")
                        .params(now, tokenHash)
                        .update()
                == 1;
        sql.sql("""
                UPDATE invitation SET used_at = ? WHERE used_at IS NULL
                AND person_id = (SELECT person_id FROM invitation WHERE token_hash = ?)""").params(now, tokenHash).update();
        return unused;
    }

    /// Ends all invitations of a person.
    @Transactional
    public void endInvitations(long person) {
        sql.sql("UPDATE invitation SET used_at = ? WHERE used_at IS NULL AND person_id = ?")
                .params(Timestamp.from(now()), person)
                .update();
    }

    @Transactional(readOnly = true)
    public Map<Long, Role> roles(long person) {
        Map<Long, Role> roles = new HashMap<>();
        sql.sql("SELECT consultation_id, role FROM membership WHERE person_id = ?")
                .param(person)
                .query((row, _) -> roles.put(row.getLong(1), Role.valueOf(row.getString(2))))
                .list();
        return roles;
    }

    @Transactional(readOnly = true)
    public Map<Long, String> titles() {
        Map<Long, String> titles = new HashMap<>();
        sql.sql("SELECT id, title FROM consultation")
                .query((row, _) -> titles.put(row.getLong(1), row.getString(2)))
                .list();
        return titles;
    }

    private Instant now() {
        return clock.instant();
    }
}
