package org.folkmoot.server.codebook;

import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.folkmoot.text.Span;
import org.folkmoot.text.code.Codings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The machine's codings, by run and source. Written once, never changed.
@Repository
public class MachineCodings {
    private static final int CHUNK = 1 << 16;

    private final JdbcClient sql;

    MachineCodings(JdbcClient sql) {
        this.sql = sql;
    }

    /// One coding.
    ///
    /// @param answer id
    public record Coding(int place, long answer, Span span, float confidence) {}

    /// Writes codings in chunks: a table under row-level security takes no COPY.
    ///
    /// @param answers id by the response index of the codings
    /// @param place of the source by the theme index of the codings; negative to leave a theme out
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(long run, long consultation, Codings codings, long[] answers, IntUnaryOperator place) {
        for (int from = 0; from < codings.size(); from += CHUNK) {
            int[] kept = IntStream.range(from, Math.min(codings.size(), from + CHUNK))
                    .filter(i -> place.applyAsInt(codings.theme(i)) >= 0)
                    .toArray();
            sql.sql("""
                            INSERT INTO coding (run_id, consultation_id, source, answer_id, span_start, span_end, confidence)
                            SELECT ?, ?, rows.* FROM unnest(?::int[], ?::bigint[], ?::int[], ?::int[], ?::real[]) rows""")
                    .params(
                            run,
                            consultation,
                            array(kept, i -> place.applyAsInt(codings.theme(i))),
                            array(kept, i -> answers[codings.answer(i)]),
                            array(kept, i -> codings.span(i).start()),
                            array(kept, i -> codings.span(i).end()),
                            array(kept, codings::confidence))
                    .update();
        }
    }

    /// As PostgreSQL writes an array.
    private static String array(int[] rows, IntFunction<? extends Number> value) {
        return IntStream.of(rows)
                .mapToObj(row -> value.apply(row).toString())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /// By place of the source the answers coded to it, as indices in `answers`.
    ///
    /// @param from the first place that is asked for
    /// @param answers ids, ascending
    @Transactional(readOnly = true)
    public Map<Integer, BitSet> answersBySource(long run, int from, long[] answers) {
        Map<Integer, BitSet> bySource = new HashMap<>();
        sql.sql("SELECT source, answer_id FROM coding WHERE run_id = ? AND source >= ?")
                .params(run, from)
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
