package org.folkmoot.server.codebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.text.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The arguments that a run found no theme for.
@Repository
class UncoveredArguments {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String UNDONE = """
            exists (SELECT FROM run r JOIN codebook c ON c.question_id = r.question_id
                    JOIN theme_edit e ON e.codebook_id = c.id
                    WHERE r.id = u.run_id AND e.sequence = u.entry AND e.undone_by IS NOT NULL)""";
    private static final String SELECT =
            "SELECT u.id, u.headline, u.key_phrases, u.passages, u.state, u.reason, p.name, " + "u.decided_at, "
                    + UNDONE + " FROM uncovered u LEFT JOIN person p ON p.id = u.decided_by";

    private final JdbcClient sql;

    UncoveredArguments(JdbcClient sql) {
        this.sql = sql;
    }

    /// One argument.
    ///
    /// @param passages by answer id, most typical first
    /// @param state open again while the edit made of it is undone
    /// @param decidedBy null while nobody has decided
    record Argument(
            long id,
            String headline,
            List<String> keyPhrases,
            List<Map.Entry<Long, Span>> passages,
            UncoveredState state,
            String reason,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {}

    /// Those of a run, the largest first as the run left them.
    @Transactional(readOnly = true)
    public List<Argument> of(long run) {
        return sql.sql(SELECT + " WHERE u.run_id = ? ORDER BY u.id")
                .param(run)
                .query(UncoveredArguments::argument)
                .list();
    }

    /// How many of a run await a decision.
    @Transactional(readOnly = true)
    public long open(long run) {
        return sql.sql("SELECT count(*) FROM uncovered u WHERE u.run_id = ? AND (u.state = 'OPEN' OR " + UNDONE + ")")
                .param(run)
                .query(Long.class)
                .single();
    }

    /// One of a run, locked until the transaction ends.
    ///
    /// @throws Refused if the run has none of that id
    @Transactional(propagation = Propagation.MANDATORY)
    public Argument locked(long run, long id) {
        return sql.sql(SELECT + " WHERE u.run_id = ? AND u.id = ? FOR UPDATE OF u")
                .params(run, id)
                .query(UncoveredArguments::argument)
                .optional()
                .orElseThrow(Refused::notFound);
    }

    /// What a person decides on an argument.
    ///
    /// @param entry number of the edit made of it, null if none was
    /// @param person null to take a decision back
    record Decided(
            UncoveredState state,
            String reason,
            @Nullable Long entry,
            @Nullable Long person,
            Instant at) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void decide(long id, Decided decided) {
        Long person = decided.person();
        sql.sql("UPDATE uncovered SET state = ?, reason = ?, decided_by = ?, decided_at = ?, entry = ? WHERE id = ?")
                .param(1, decided.state().name())
                .param(2, decided.reason())
                .param(3, person, Types.BIGINT)
                .param(4, person == null ? null : Timestamp.from(decided.at()), Types.TIMESTAMP)
                .param(5, decided.entry(), Types.BIGINT)
                .param(6, id)
                .update();
    }

    private static Argument argument(ResultSet row, int number) throws SQLException {
        List<List<Long>> passages = JSON.readValue(row.getString(4), new TypeReference<>() {});
        boolean undone = row.getBoolean(9);
        Timestamp decided = undone ? null : row.getTimestamp(8);
        return new Argument(
                row.getLong(1),
                row.getString(2),
                JSON.readValue(row.getString(3), new TypeReference<List<String>>() {}),
                passages.stream()
                        .map(passage -> Map.entry(
                                passage.get(0),
                                new Span(Math.toIntExact(passage.get(1)), Math.toIntExact(passage.get(2)))))
                        .toList(),
                undone ? UncoveredState.OPEN : UncoveredState.valueOf(row.getString(5)),
                row.getString(6),
                undone ? null : row.getString(7),
                decided == null ? null : decided.toInstant());
    }
}
