package org.folkmoot.server.audit;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What the log says, for those who may read it.
@Repository
public class AuditTrail {
    /// How many entries a page has.
    public static final int PAGE = 50;

    static final String ENTRY =
            "SELECT chain, sequence, at, person_id, who, action, subject, detail, hash FROM audit_entry ";

    private final JdbcClient sql;

    AuditTrail(JdbcClient sql) {
        this.sql = sql;
    }

    /// Which entries to show.
    ///
    /// @param person null for everyone
    /// @param action its beginning, such as `theme.`; empty for all
    /// @param subject exactly; empty for all
    /// @param from not before it
    /// @param to before it
    /// @param before only entries with a lower number
    public record Filter(@Nullable Long person, String action, String subject, Instant from, Instant to, long before) {}

    /// Who appears in a chain.
    public record Person(long id, String name) {}

    /// Entries of one chain, the latest first; one more than a page if there are more.
    @Transactional(readOnly = true)
    public List<AuditEntry> entries(long chain, Filter filter) {
        return sql.sql(ENTRY + """
                        WHERE chain = :chain AND sequence < :before AND at >= :from AND at < :to
                          AND (CAST(:person AS bigint) IS NULL OR person_id = :person)
                          AND starts_with(action, :action) AND (:subject = '' OR subject = :subject)
                        ORDER BY sequence DESC LIMIT :most""")
                .param("chain", chain)
                .param("before", filter.before())
                .param("from", Timestamp.from(filter.from()))
                .param("to", Timestamp.from(filter.to()))
                .param("person", filter.person(), Types.BIGINT)
                .param("action", filter.action())
                .param("subject", filter.subject())
                .param("most", PAGE + 1)
                .query((row, _) -> KeptChains.entry(row))
                .list();
    }

    /// Hands over the entries after a number, in their order, as many as `most`.
    @Transactional(readOnly = true)
    public void after(long chain, long sequence, int most, Consumer<AuditEntry> reader) {
        sql.sql(ENTRY + "WHERE chain = ? AND sequence > ? ORDER BY sequence LIMIT ?")
                .params(chain, sequence, most)
                .query((row, _) -> KeptChains.entry(row))
                .list()
                .forEach(reader);
    }

    /// The last entry of each of some people; those who have none are left out.
    @Transactional(readOnly = true)
    public List<AuditEntry> lastOf(long chain, List<Long> people) {
        return sql.sql("""
                        SELECT e.chain, e.sequence, e.at, e.person_id, e.who, e.action, e.subject, e.detail, e.hash
                        FROM unnest(:people) p (id) CROSS JOIN LATERAL (
                            SELECT * FROM audit_entry WHERE chain = :chain AND person_id = p.id
                            ORDER BY sequence DESC LIMIT 1) e""")
                .param("people", people.toArray(Long[]::new))
                .param("chain", chain)
                .query((row, _) -> KeptChains.entry(row))
                .list();
    }

    @Transactional(readOnly = true)
    public List<String> actions(long chain) {
        return sql.sql("SELECT DISTINCT action FROM audit_entry WHERE chain = ? ORDER BY 1")
                .param(chain)
                .query(String.class)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Person> people(long chain) {
        return sql.sql("""
                        SELECT person_id, max(who) FROM audit_entry WHERE chain = ? AND person_id IS NOT NULL
                        GROUP BY person_id ORDER BY 2""")
                .param(chain)
                .query((row, _) -> new Person(row.getLong(1), row.getString(2)))
                .list();
    }
}
