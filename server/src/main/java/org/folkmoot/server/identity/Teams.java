package org.folkmoot.server.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who belongs to which consultation, as what.
@Repository
public class Teams {
    private final JdbcClient sql;

    Teams(JdbcClient sql) {
        this.sql = sql;
    }

    /// One member of a team.
    public record Member(long person, String name, String email, Role role) {}

    @Transactional(readOnly = true)
    public List<Member> of(long consultation) {
        return sql.sql("""
                        SELECT p.id, p.name, p.email, m.role FROM membership m JOIN person p ON p.id = m.person_id
                        WHERE m.consultation_id = ? ORDER BY lower(p.name), p.id""")
                .param(consultation)
                .query((row, _) ->
                        new Member(row.getLong(1), row.getString(2), row.getString(3), Role.valueOf(row.getString(4))))
                .list();
    }

    /// A member's role, null for somebody who is none.
    @Transactional(readOnly = true)
    public @Nullable Role role(long consultation, long person) {
        return sql.sql("SELECT role FROM membership WHERE consultation_id = ? AND person_id = ?")
                .params(consultation, person)
                .query(String.class)
                .optional()
                .map(Role::valueOf)
                .orElse(null);
    }

    /// The leads who can sign in, held until the transaction ends.
    @Transactional
    public List<Long> leads(long consultation) {
        return sql.sql("""
                        SELECT p.id FROM membership m JOIN person p ON p.id = m.person_id
                        WHERE m.consultation_id = ? AND m.role = 'LEAD' AND NOT p.disabled
                        ORDER BY p.id FOR UPDATE OF m""").param(consultation).query(Long.class).list();
    }

    /// Gives a person a role, in place of any they had.
    @Transactional
    public void put(long consultation, long person, Role role) {
        sql.sql("""
                        INSERT INTO membership (person_id, consultation_id, role) VALUES (?, ?, ?)
                        ON CONFLICT (person_id, consultation_id) DO UPDATE SET role = excluded.role""").params(person, consultation, role.name()).update();
    }

    /// Takes a person out of a team.
    @Transactional
    public void remove(long consultation, long person) {
        sql.sql("DELETE FROM membership WHERE consultation_id = ? AND person_id = ?")
                .params(consultation, person)
                .update();
    }
}
