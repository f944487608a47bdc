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
    private static final String SELECT = """
            SELECT u.id, u.headline, u.key_phrases, u.passages, u.state, u.reason, p.name, u.decided_at
            FROM uncovered u LEFT JOIN person p ON p.id = u.decided_by""";

    private final JdbcClient sql;

    UncoveredArguments(JdbcClient sql) {
        this.sql = sql;
    }

    /// One argument.
    ///
    /// @param passages by answer id, most typical first
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
        return sql.sql("SELECT count(*) FROM uncovered WHERE run_id = ? AND state = 'OPEN'")
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

    /// @param person null to take a decision back
    @Transactional(propagation = Propagation.MANDATORY)
    public void decide(long id, UncoveredState state, String reason, @Nullable Long person, Instant at) {
        sql.sql("UPDATE uncovered SET state = ?, reason = ?, decided_by = ?, decided_at = ? WHERE id = ?")
                .param(1, state.name())
                .param(2, reason)
                .param(3, person, Types.BIGINT)
                .param(4, person == null ? null : Timestamp.from(at), Types.TIMESTAMP)
                .param(5, id)
                .update();
    }

    private static Argument argument(ResultSet row, int number) throws SQLException {
        List<List<Long>> passages = JSON.readValue(row.getString(4), new TypeReference<>() {});
        Timestamp decided = row.getTimestamp(8);
        return new Argument(
                row.getLong(1),
                row.getString(2),
                JSON.readValue(row.getString(3), new TypeReference<List<String>>() {}),
                passages.stream()
                        .map(passage -> Map.entry(
                                passage.get(0),
                                new Span(Math.toIntExact(passage.get(1)), Math.toIntExact(passage.get(2)))))
                        .toList(),
                UncoveredState.valueOf(row.getString(5)),
                row.getString(6),
                row.getString(7),
                decided == null ? null : decided.toInstant());
    }
}
