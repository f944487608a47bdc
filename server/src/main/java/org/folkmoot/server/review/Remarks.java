package org.folkmoot.server.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What people noted on answers without deciding on their themes. None is ever changed.
@Repository
public class Remarks {
    private final JdbcClient sql;

    Remarks(JdbcClient sql) {
        this.sql = sql;
    }

    /// A remark.
    public record Remark(String personName, String note, boolean flagged, Instant at) {}

    /// A remark to be made.
    ///
    /// @param flagged whether somebody should look at the answer again
    record Wish(String note, boolean flagged) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(long consultation, long question, long answer, Wish wish, long person, Instant at) {
        sql.sql("""
                        INSERT INTO remark (consultation_id, question_id, answer_id, person_id, note, flagged, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(consultation, question, answer, person, wish.note().strip(), wish.flagged(), Timestamp.from(at))
                .update();
    }

    /// All remarks on an answer, the latest first.
    @Transactional(readOnly = true)
    public List<Remark> on(long answer) {
        return sql.sql("""
                        SELECT p.name, r.note, r.flagged, r.at FROM remark r JOIN person p ON p.id = r.person_id
                        WHERE r.answer_id = ? ORDER BY r.id DESC""")
                .param(answer)
                .query((row, _) -> new Remark(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getTimestamp(4).toInstant()))
                .list();
    }
}
