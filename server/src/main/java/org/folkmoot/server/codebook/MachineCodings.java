package org.folkmoot.server.codebook;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import javax.sql.DataSource;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.Codings;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The machine's codings, by run and source. Written once, never changed.
@Repository
public class MachineCodings {
    private static final int CHUNK = 1 << 16;

    private final JdbcClient sql;
    private final DataSource source;

    MachineCodings(JdbcClient sql, DataSource source) {
        this.sql = sql;
        this.source = source;
    }

    /// One coding.
    ///
    /// @param answer id
    public record Coding(int place, long answer, Span span, float confidence) {}

    /// Writes codings with COPY, in the transaction that runs.
    ///
    /// @param answers id by the response index of the codings
    /// @param place of the source by the theme index of the codings; negative to leave a theme out
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(long run, long consultation, Codings codings, long[] answers, IntUnaryOperator place) {
        StringBuilder rows = new StringBuilder(CHUNK + 200);
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            var copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY coding (run_id, consultation_id, source, answer_id, span_start, span_end, confidence)"
                            + " FROM STDIN");
            try {
                for (int i = 0; i < codings.size(); i++) {
                    int at = place.applyAsInt(codings.theme(i));
                    if (at >= 0) {
                        Span span = codings.span(i);
                        rows.append(run)
                                .append('\t')
                                .append(consultation)
                                .append('\t')
                                .append(at)
                                .append('\t');
                        rows.append(answers[codings.answer(i)])
                                .append('\t')
                                .append(span.start())
                                .append('\t');
                        rows.append(span.end())
                                .append('\t')
                                .append(codings.confidence(i))
                                .append('\n');
                    }
                    if (rows.length() > CHUNK || i == codings.size() - 1) {
                        byte[] bytes = rows.toString().getBytes(StandardCharsets.US_ASCII);
                        copy.writeToCopy(bytes, 0, bytes.length);
                        rows.setLength(0);
                    }
                }
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("cannot write codings", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    /// By place of the source the answers coded to it, as indices in `answers`.
    ///
    /// @param answers ids, ascending
    @Transactional(readOnly = true)
    public Map<Integer, BitSet> answersBySource(long run, long[] answers) {
        Map<Integer, BitSet> bySource = new HashMap<>();
        sql.sql("SELECT source, answer_id FROM coding WHERE run_id = ? ORDER BY source, answer_id")
                .param(run)
                .query(row -> {
                    int index = java.util.Arrays.binarySearch(answers, row.getLong(2));
                    if (index >= 0) {
                        bySource.computeIfAbsent(row.getInt(1), _ -> new BitSet())
                                .set(index);
                    }
                });
        return bySource;
    }

    /// The codings to some sources, best first.
    @Transactional(readOnly = true)
    public List<Coding> of(long run, List<Integer> places, int most) {
        return sql.sql("""
                        SELECT source, answer_id, span_start, span_end, confidence FROM coding
                        WHERE run_id = :run AND source IN (:places)
                        ORDER BY confidence DESC, answer_id LIMIT :most""")
                .param("run", run)
                .param("places", places.isEmpty() ? List.of(-1) : places)
                .param("most", most)
                .query(MachineCodings::coding)
                .list();
    }

    /// The codings of one answer.
    @Transactional(readOnly = true)
    public List<Coding> of(long run, long answer) {
        return sql.sql("""
                        SELECT source, answer_id, span_start, span_end, confidence FROM coding
                        WHERE run_id = ? AND answer_id = ? ORDER BY span_start, source""").params(run, answer).query(MachineCodings::coding).list();
    }

    private static Coding coding(java.sql.ResultSet row, int number) throws SQLException {
        return new Coding(row.getInt(1), row.getLong(2), new Span(row.getInt(3), row.getInt(4)), row.getFloat(5));
    }
}
