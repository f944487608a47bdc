package org.folkmoot.server.consultation;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Reads what reports say of how the work went: versions signed off, decisions, samples. Reads tables of the codebook
/// and review contexts: a read model for the report.
@Repository
class ReportAnnexes {
    private final JdbcClient sql;

    ReportAnnexes(JdbcClient sql) {
        this.sql = sql;
    }

    /// A version of a question's themes.
    record Version(int number, String state, String signedBy, Instant signedAt, String note) {}

    @Transactional(propagation = Propagation.MANDATORY)
    List<Version> versions(long codebook) {
        return sql.sql("""
                        SELECT v.number, v.state, p.name, v.signed_at, v.note
                        FROM codebook_version v JOIN person p ON p.id = v.signed_by
                        WHERE v.codebook_id = ? ORDER BY v.number""")
                .param(codebook)
                .query((row, _) -> new Version(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getString(5)))
                .list();
    }

    /// What a report depends on, as one short text: it changes with every recorded change of the consultation, not with
    /// what was only looked at or taken out.
    @Transactional(propagation = Propagation.MANDATORY)
    String stamp(long consultation) {
        return sql.sql("""
                        SELECT concat_ws('/',
                            (SELECT max(sequence) FROM audit_entry WHERE chain = :c
                             AND (action !~ '^(report|history)\\.|[.-](read|exported)$' OR action = 'sample.read')),
                            (SELECT max(id) FROM decision WHERE consultation_id = :c),
                            (SELECT max(id) FROM response WHERE consultation_id = :c),
                            (SELECT max(id) FROM run WHERE consultation_id = :c AND state = 'DONE'))""").param("c", consultation).query(String.class).single();
    }
}
