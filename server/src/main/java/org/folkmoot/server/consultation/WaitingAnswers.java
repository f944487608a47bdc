package org.folkmoot.server.consultation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Answers to open questions that the run which counts has not seen. Reads the table of codebooks, which names that
/// run.
@Repository
class WaitingAnswers {
    private final JdbcClient sql;

    WaitingAnswers(JdbcClient sql) {
        this.sql = sql;
    }

    /// How many answers wait, by question; those with none are left out.
    @Transactional(readOnly = true)
    public Map<Long, Long> byQuestion(long consultation) {
        Map<Long, Long> waiting = new HashMap<>();
        sql.sql("""
                        SELECT a.question_id, count(*)
                        FROM answer a
                        JOIN question q ON q.id = a.question_id AND q.kind = 'OPEN'
                        JOIN response r ON r.id = a.response_id AND r.superseded_by IS NULL
                        LEFT JOIN codebook c ON c.question_id = q.id
                        LEFT JOIN screened_answer s ON s.run_id = c.coded_by_run AND s.answer_id = a.id
                        WHERE q.consultation_id = ? AND s.answer_id IS NULL
                        GROUP BY a.question_id""").param(consultation).query(row -> {
            waiting.put(row.getLong(1), row.getLong(2));
        });
        return waiting;
    }

    /// Open questions whose run that counts has seen answers that no longer stand: only another run leaves them out.
    @Transactional(readOnly = true)
    public Set<Long> seenButGone(long consultation) {
        return Set.copyOf(sql.sql("""
                        SELECT DISTINCT c.question_id
                        FROM response r
                        JOIN answer a ON a.response_id = r.id
                        JOIN codebook c ON c.question_id = a.question_id
                        JOIN screened_answer s ON s.run_id = c.coded_by_run AND s.answer_id = a.id
                        WHERE r.consultation_id = ? AND r.superseded_by IS NOT NULL""").param(consultation).query(Long.class).list());
    }
}
