package org.folkmoot.server.consultation;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What programs read of a consultation. Joins tables of the codebook and of people, for reading only.
@Repository
class ReadModels {
    private final JdbcClient sql;

    ReadModels(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param kind OPEN, CLOSED or ABOUT_YOU
    /// @param answers how many responses that count have a value
    record Question(long id, String code, int position, String text, String kind, long answers) {}

    /// A version of a question's themes that was signed off.
    record Version(int number, String state, String signedBy, Instant signedAt, String note) {}

    /// @param received rows of all files taken
    /// @param counted responses that are analysed or wait to be
    /// @param superseded responses that a later one replaced
    record Ledger(long received, long excluded, long superseded, long counted, List<Excluded> reasons) {}

    /// How many rows were excluded for a reason.
    record Excluded(String reason, long rows) {}

    @Transactional(readOnly = true)
    public List<Question> questions(long consultation) {
        return sql.sql("""
                        SELECT q.id, q.code, q.position, q.text, q.kind,
                            (SELECT count(*) FROM answer a JOIN response r ON r.id = a.response_id
                             WHERE a.question_id = q.id AND r.superseded_by IS NULL) AS answers
                        FROM question q WHERE q.consultation_id = ? ORDER BY q.position, q.id""").param(consultation).query(Question.class).list();
    }

    @Transactional(readOnly = true)
    public boolean has(long consultation, long question) {
        return sql.sql("SELECT exists (SELECT FROM question WHERE consultation_id = ? AND id = ?)")
                .params(consultation, question)
                .query(Boolean.class)
                .single();
    }

    @Transactional(readOnly = true)
    public List<Version> versions(long consultation, long question) {
        return sql.sql("""
                        SELECT v.number, v.state, p.name, v.signed_at, v.note
                        FROM codebook_version v
                        JOIN codebook b ON b.id = v.codebook_id
                        JOIN person p ON p.id = v.signed_by
                        WHERE b.consultation_id = ? AND b.question_id = ? ORDER BY v.number""")
                .params(consultation, question)
                .query((row, _) -> new Version(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getString(5)))
                .list();
    }

    @Transactional(readOnly = true)
    public Ledger ledger(long consultation) {
        List<Excluded> reasons =
                sql.sql("""
                        SELECT reason, count(*) AS rows FROM exclusion WHERE consultation_id = ?
                        GROUP BY reason ORDER BY 2 DESC, 1""").param(consultation).query(Excluded.class).list();
        long excluded = reasons.stream().mapToLong(Excluded::rows).sum();
        return sql.sql("""
                        SELECT count(*), count(superseded_by) FROM response WHERE consultation_id = ?""")
                .param(consultation)
                .query((row, _) -> new Ledger(
                        row.getLong(1) + excluded, excluded, row.getLong(2), row.getLong(1) - row.getLong(2), reasons))
                .single();
    }
}
