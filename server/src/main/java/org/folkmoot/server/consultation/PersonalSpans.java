package org.folkmoot.server.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.text.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The spans of answers that may hold personal data, and what was decided on them.
@Repository
public class PersonalSpans {
    private static final String SELECT = """
            SELECT p.id, p.answer_id, p.span_start, p.span_end, p.kind, f.name, p.state, p.reason, d.name, p.decided_at,
                   a.text, q.code, coalesce(s.language, '')
            FROM personal_data p
            JOIN answer a ON a.id = p.answer_id JOIN question q ON q.id = a.question_id
            LEFT JOIN codebook c ON c.question_id = q.id
            LEFT JOIN screened_answer s ON s.run_id = c.coded_by_run AND s.answer_id = a.id
            LEFT JOIN person f ON f.id = p.found_by LEFT JOIN person d ON d.id = p.decided_by
            """;
    private static final int CONTEXT = 60;

    private final JdbcClient sql;

    PersonalSpans(JdbcClient sql) {
        this.sql = sql;
    }

    /// A span with what stands around it. Only for eyes that may see originals.
    ///
    /// @param language of the answer, as a BCP 47 tag; `und` or empty if unknown
    /// @param foundBy name of the person who marked it, null for the machine
    public record Found(
            long id,
            long answer,
            String questionCode,
            Span span,
            String kind,
            @Nullable String foundBy,
            PersonalDataState state,
            String reason,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            String language,
            String before,
            String words,
            String after) {}

    /// How many spans there are of a kind in a state.
    public record Count(String kind, PersonalDataState state, int spans) {}

    @Transactional(readOnly = true)
    public List<Count> counts(long consultation) {
        return sql.sql("""
                        SELECT kind, state, count(*) FROM personal_data WHERE consultation_id = ?
                        GROUP BY kind, state ORDER BY kind, state""")
                .param(consultation)
                .query((row, _) ->
                        new Count(row.getString(1), PersonalDataState.valueOf(row.getString(2)), row.getInt(3)))
                .list();
    }

    /// Spans in a state, by id.
    ///
    /// @param kind empty for all
    /// @param after id of the last one seen, 0 to begin
    @Transactional(readOnly = true)
    public List<Found> in(long consultation, PersonalDataState state, String kind, long after, int most) {
        return sql.sql(SELECT + """
                        WHERE p.consultation_id = :consultation AND p.state = :state AND p.id > :after
                          AND (:kind = '' OR p.kind = :kind)
                        ORDER BY p.id LIMIT :most""")
                .param("consultation", consultation)
                .param("state", state.name())
                .param("kind", kind)
                .param("after", after)
                .param("most", most)
                .query(PersonalSpans::found)
                .list();
    }

    /// The spans of an answer, in the order of its words.
    @Transactional(readOnly = true)
    public List<Found> of(long answer) {
        return sql.sql(SELECT + "WHERE p.answer_id = ? ORDER BY p.span_start, p.span_end, p.id")
                .param(answer)
                .query(PersonalSpans::found)
                .list();
    }

    /// A span of a consultation, locked until the transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Found> locked(long consultation, long id) {
        return sql.sql(SELECT + "WHERE p.consultation_id = ? AND p.id = ? FOR UPDATE OF p")
                .params(consultation, id)
                .query(PersonalSpans::found)
                .optional();
    }

    /// What somebody decided.
    record Decision(PersonalDataState to, String reason, long person, Instant at) {}

    @Transactional(propagation = Propagation.MANDATORY)
    void decide(long id, Decision decision) {
        sql.sql("UPDATE personal_data SET state = ?, reason = ?, decided_by = ?, decided_at = ? WHERE id = ?")
                .params(decision.to().name(), decision.reason(), decision.person(), Timestamp.from(decision.at()), id)
                .update();
    }

    /// Decides on all spans of a kind that await it.
    ///
    /// @return how many there were
    @Transactional(propagation = Propagation.MANDATORY)
    int decideAll(long consultation, String kind, Decision decision) {
        return sql.sql("""
                        UPDATE personal_data SET state = ?, reason = ?, decided_by = ?, decided_at = ?
                        WHERE consultation_id = ? AND kind = ? AND state = 'FLAGGED'""")
                .params(
                        decision.to().name(),
                        decision.reason(),
                        decision.person(),
                        Timestamp.from(decision.at()),
                        consultation,
                        kind)
                .update();
    }

    /// Keeps a span that a person marked; one that is there already takes the decision.
    @Transactional(propagation = Propagation.MANDATORY)
    void mark(long consultation, long answer, Span span, String kind, Decision decision) {
        sql.sql("""
                        INSERT INTO personal_data (consultation_id, answer_id, span_start, span_end, kind, found_by, state,
                                                   reason, decided_by, decided_at)
                        VALUES (:consultation, :answer, :start, :end, :kind, :person, :state, :reason, :person, :at)
                        ON CONFLICT (answer_id, span_start, span_end, kind) DO UPDATE
                        SET state = excluded.state, reason = excluded.reason, decided_by = excluded.decided_by,
                            decided_at = excluded.decided_at""")
                .param("consultation", consultation)
                .param("answer", answer)
                .param("start", span.start())
                .param("end", span.end())
                .param("kind", kind)
                .param("person", decision.person())
                .param("state", decision.to().name())
                .param("reason", decision.reason())
                .param("at", Timestamp.from(decision.at()))
                .update();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        String text = row.getString(11);
        int start = Math.min(row.getInt(3), text.length());
        int end = Math.clamp(row.getInt(4), start, text.length());
        int from = start <= CONTEXT ? 0 : start - CONTEXT;
        int to = Math.min(text.length(), end + CONTEXT);
        Timestamp at = row.getTimestamp(10);
        return new Found(
                row.getLong(1),
                row.getLong(2),
                row.getString(12),
                new Span(start, end),
                row.getString(5),
                row.getString(6),
                PersonalDataState.valueOf(row.getString(7)),
                row.getString(8),
                row.getString(9),
                at == null ? null : at.toInstant(),
                row.getString(13),
                (from == 0 ? "" : "…") + text.substring(from, start),
                text.substring(start, end),
                text.substring(end, to) + (to == text.length() ? "" : "…"));
    }
}
