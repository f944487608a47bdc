package org.folkmoot.server.consultation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.folkmoot.server.platform.Remembered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The figures of the overview, kept until an import or a run changes them. Reads tables of codebooks and the audit log
/// beside its own.
@Repository
public class OverviewFigures {
    /// Why a response that a later version took the place of no longer counts.
    static final String REPLACED = "replaced by a later version";

    /// Why a response that a later delivery lacks no longer counts.
    static final String WITHDRAWN = "not in a later delivery";

    private static final int KEPT = 50;

    private final JdbcClient sql;
    private final Remembered<Long, All> known = new Remembered<>(KEPT);

    OverviewFigures(JdbcClient sql) {
        this.sql = sql;
    }

    /// What became of every received row.
    ///
    /// @param places different rows of files among those received; as many as `received` where
    ///     each row is accounted for exactly once
    /// @param excluded rows by reason
    /// @param standing responses that count
    record Rows(long received, long places, SortedMap<String, Long> excluded, long standing) {}

    private record All(Rows rows, Map<Long, Map<String, Long>> statuses, Map<Long, List<Option>> chosen) {}

    /// Imports of a consultation follow one another, so that the highest numbers say which there were.
    private All all(long consultation) {
        String stamp = sql.sql("""
                        SELECT concat_ws('/',
                            (SELECT max(id) FROM response WHERE consultation_id = :c),
                            (SELECT count(*) FROM response WHERE consultation_id = :c AND superseded_by IS NOT NULL),
                            (SELECT max(id) FROM exclusion WHERE consultation_id = :c),
                            (SELECT string_agg(question_id || ' ' || coded_by_run, ',' ORDER BY question_id)
                             FROM codebook WHERE consultation_id = :c))""").param("c", consultation).query(String.class).single();
        return known.of(
                consultation,
                stamp,
                () -> new All(readRows(consultation), readStatuses(consultation), readChosen(consultation)));
    }

    @Transactional(readOnly = true)
    public Rows rows(long consultation) {
        return all(consultation).rows();
    }

    private Rows readRows(long consultation) {
        SortedMap<String, Long> excluded = new TreeMap<>();
        sql.sql("SELECT reason, count(*) FROM exclusion WHERE consultation_id = ? GROUP BY reason")
                .param(consultation)
                .query(row -> {
                    excluded.put(row.getString(1), row.getLong(2));
                });
        return sql.sql("""
                        SELECT count(*), count(DISTINCT (file_id, source_sheet, source_row)),
                            count(*) FILTER (WHERE stands), count(*) FILTER (WHERE replaced),
                            count(*) FILTER (WHERE withdrawn)
                        FROM (
                            SELECT file_id, source_sheet, source_row, superseded_by IS NULL AS stands,
                                superseded_by IS NOT NULL AND withdrawn_by IS NULL AS replaced,
                                withdrawn_by IS NOT NULL AS withdrawn
                            FROM response WHERE consultation_id = :consultation
                            UNION ALL
                            SELECT file_id, source_sheet, source_row, false, false, false
                            FROM exclusion WHERE consultation_id = :consultation) AS r""")
                .param("consultation", consultation)
                .query((row, _) -> {
                    if (row.getLong(4) > 0) {
                        excluded.merge(REPLACED, row.getLong(4), Long::sum);
                    }
                    if (row.getLong(5) > 0) {
                        excluded.merge(WITHDRAWN, row.getLong(5), Long::sum);
                    }
                    return new Rows(row.getLong(1), row.getLong(2), excluded, row.getLong(3));
                })
                .single();
    }

    /// By open question how many answers have each status; WAITING those that the run which counts has not seen.
    @Transactional(readOnly = true)
    public Map<Long, Map<String, Long>> statuses(long consultation) {
        return all(consultation).statuses();
    }

    private Map<Long, Map<String, Long>> readStatuses(long consultation) {
        Map<Long, Map<String, Long>> statuses = new LinkedHashMap<>();
        sql.sql("""
                        SELECT q.id, coalesce(s.status, 'WAITING'), count(*)
                        FROM question q
                        JOIN answer a ON a.question_id = q.id
                        JOIN response r ON r.id = a.response_id AND r.superseded_by IS NULL
                        LEFT JOIN codebook c ON c.question_id = q.id
                        LEFT JOIN screened_answer s ON s.run_id = c.coded_by_run AND s.answer_id = a.id
                        WHERE q.consultation_id = ? AND q.kind = 'OPEN'
                        GROUP BY q.id, 2 ORDER BY q.id""").param(consultation).query(row -> {
            statuses.computeIfAbsent(row.getLong(1), _ -> new TreeMap<>()).put(row.getString(2), row.getLong(3));
        });
        return statuses;
    }

    /// One option of a closed question.
    public record Option(String text, long count) {}

    /// By closed and about-you question what was chosen, most frequent first.
    @Transactional(readOnly = true)
    public Map<Long, List<Option>> chosen(long consultation) {
        return all(consultation).chosen();
    }

    private Map<Long, List<Option>> readChosen(long consultation) {
        Map<Long, List<Option>> chosen = new LinkedHashMap<>();
        sql.sql("""
                        SELECT q.id, a.text, count(*) AS n
                        FROM question q
                        JOIN answer a ON a.question_id = q.id
                        JOIN response r ON r.id = a.response_id AND r.superseded_by IS NULL
                        WHERE q.consultation_id = ? AND q.kind <> 'OPEN'
                        GROUP BY q.id, a.text ORDER BY q.id, n DESC, a.text""").param(consultation).query(row -> {
            chosen.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                    .add(new Option(row.getString(2), row.getLong(3)));
        });
        return chosen;
    }

    /// The code of the question that names groups of respondents, empty if none does.
    @Transactional(readOnly = true)
    public String groups(long consultation) {
        return sql.sql("SELECT coalesce(respondent_type_id, '') FROM consultation WHERE id = ?")
                .param(consultation)
                .query(String.class)
                .single();
    }

    /// Something somebody did.
    public record Deed(Instant at, String who, String action, String subject) {}

    @Transactional(readOnly = true)
    public List<Deed> lately(long consultation, int most) {
        return sql.sql("""
                        SELECT at, who, action, subject FROM audit_entry
                        WHERE chain = ? ORDER BY sequence DESC LIMIT ?""")
                .params(consultation, most)
                .query((row, _) ->
                        new Deed(row.getTimestamp(1).toInstant(), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }
}
