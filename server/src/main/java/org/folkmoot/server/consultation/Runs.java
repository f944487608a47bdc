package org.folkmoot.server.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The runs of the engine over questions.
@Repository
class Runs {
    private static final String COLUMNS = """
            SELECT id, consultation_id, question_id, kind, state, stage, done, total, failure, requested_at, ended_at
            FROM run\s""";

    private final JdbcClient sql;

    Runs(JdbcClient sql) {
        this.sql = sql;
    }

    /// A new run that waits; none if one of the question is open already.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Run> add(long consultation, long question, Run.Kind kind, @Nullable Long person, Instant at) {
        return sql.sql("""
                        INSERT INTO run (consultation_id, question_id, kind, state, requested_by, requested_at)
                        VALUES (:consultation, :question, :kind, 'WAITING', :person, :at)
                        ON CONFLICT DO NOTHING RETURNING id""")
                .param("consultation", consultation)
                .param("question", question)
                .param("kind", kind.name())
                .param("person", person, Types.BIGINT)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional()
                .flatMap(this::find);
    }

    @Transactional(readOnly = true)
    public Optional<Run> find(long run) {
        return sql.sql(COLUMNS + "WHERE id = ?").param(run).query(Runs::run).optional();
    }

    /// A run as it is, locked until the transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Run> locked(long run) {
        return sql.sql(COLUMNS + "WHERE id = ? FOR UPDATE")
                .param(run)
                .query(Runs::run)
                .optional();
    }

    /// The last run of each question.
    @Transactional(readOnly = true)
    public List<Run> latest(long consultation) {
        return sql.sql(COLUMNS + """
                        WHERE id IN (SELECT max(id) FROM run WHERE consultation_id = ? GROUP BY question_id)
                        ORDER BY question_id""").param(consultation).query(Runs::run).list();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        Timestamp ended = row.getTimestamp(11);
        return new Run(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                Run.Kind.valueOf(row.getString(4)),
                RunState.valueOf(row.getString(5)),
                row.getString(6),
                row.getLong(7),
                row.getLong(8),
                row.getString(9),
                row.getTimestamp(10).toInstant(),
                ended == null ? null : ended.toInstant());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(long run, Run.Kind kind, String options, Instant at) {
        sql.sql("""
                        UPDATE run SET state = 'RUNNING', kind = ?, options = ?, stage = '', done = 0, total = 0,
                            started_at = ? WHERE id = ?""").params(kind.name(), options, Timestamp.from(at), run).update();
    }

    /// Notes how far a run is.
    ///
    /// @return whether it is still to go on
    @Transactional
    public boolean advance(long run, String stage, long done, long total) {
        return sql.sql("UPDATE run SET stage = ?, done = ?, total = ? WHERE id = ? AND state = 'RUNNING'")
                        .params(stage, done, total, run)
                        .update()
                == 1;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void end(long run, RunState state, @Nullable String failure, Instant at) {
        sql.sql("UPDATE run SET state = :state, failure = :failure, ended_at = :at WHERE id = :run")
                .param("state", state.name())
                .param("failure", failure, Types.VARCHAR)
                .param("at", Timestamp.from(at))
                .param("run", run)
                .update();
    }

    /// Keeps what a run measured of itself, and its bench.
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(long run, String measures, byte[] bench) {
        sql.sql("UPDATE run SET measures = ?, bench = ? WHERE id = ?")
                .params(measures, bench, run)
                .update();
    }
}
