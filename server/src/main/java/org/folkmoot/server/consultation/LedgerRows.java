package org.folkmoot.server.consultation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The rows behind the figures of the ledger. Reads the table of codebooks, which names the runs that count.
@Repository
public class LedgerRows {
    /// How many rows a page has.
    static final int PAGE = 100;

    private final JdbcClient sql;

    LedgerRows(JdbcClient sql) {
        this.sql = sql;
    }

    /// A row of a received file.
    ///
    /// @param sheet empty for a file without sheets
    /// @param answer id of the answer that it brought to the question asked for, 0 if none was
    public record Row(String file, String sheet, long row, String respondent, long answer) {
        Row unnamed() {
            return new Row(file, sheet, row, "", answer);
        }
    }

    /// Rows set aside for a reason, in the order received.
    ///
    /// @param page from 1
    @Transactional(readOnly = true)
    public List<Row> excluded(long consultation, String reason, int page) {
        return rows("""
                SELECT f.name, e.source_sheet, e.source_row, e.respondent, 0
                FROM (
                    SELECT file_id, source_sheet, source_row, respondent FROM exclusion
                    WHERE consultation_id = :consultation AND reason = :reason
                    UNION ALL
                    SELECT file_id, source_sheet, source_row, respondent FROM response
                    WHERE consultation_id = :consultation AND superseded_by IS NOT NULL
                      AND :reason = CASE WHEN withdrawn_by IS NULL THEN :replaced ELSE :withdrawn END) e
                JOIN received_file f ON f.id = e.file_id""", consultation, reason, null, page);
    }

    /// Rows whose answers to an open question wait: the run that counts has not seen them. These are found before their
    /// rows, else all answers are looked up one by one in the order of the rows.
    @Transactional(readOnly = true)
    public List<Row> waiting(long consultation, long question, int page) {
        return rows("""
                WITH waiting AS MATERIALIZED (
                    SELECT a.id, a.response_id FROM answer a
                    WHERE a.consultation_id = :consultation AND a.question_id = :question AND NOT EXISTS (
                        SELECT FROM codebook c JOIN screened_answer s ON s.run_id = c.coded_by_run
                        WHERE c.question_id = a.question_id AND s.answer_id = a.id))
                SELECT f.name, r.source_sheet, r.source_row, r.respondent, a.id
                FROM waiting a
                JOIN response r ON r.id = a.response_id AND r.superseded_by IS NULL
                JOIN received_file f ON f.id = r.file_id""", consultation, "", question, page);
    }

    private List<Row> rows(String select, long consultation, String reason, @Nullable Long question, int page) {
        return sql.sql(select + " ORDER BY f.id, 2, 3 LIMIT :most OFFSET :from")
                .param("consultation", consultation)
                .param("reason", reason)
                .param("replaced", OverviewFigures.REPLACED)
                .param("withdrawn", OverviewFigures.WITHDRAWN)
                .param("question", question, java.sql.Types.BIGINT)
                .param("most", PAGE)
                .param("from", (page - 1) * PAGE)
                .query((row, _) ->
                        new Row(row.getString(1), row.getString(2), row.getLong(3), row.getString(4), row.getLong(5)))
                .list();
    }
}
