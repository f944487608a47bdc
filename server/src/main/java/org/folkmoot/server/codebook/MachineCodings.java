package org.folkmoot.server.codebook;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The machine's codings, by run and source. Written once, never changed; those of the last runs asked for are kept
/// in memory.
@Repository
public class MachineCodings {
    private static final int CHUNK = 1 << 16;
    private static final int MOST_KEPT = 5_000_000;

    private final JdbcClient sql;
    private final Map<Long, RunCodings> known = new LinkedHashMap<>(16, 0.75f, true);

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

    /// By place of each of a codebook's sources the answers that a run coded to it, as indices in `answers`.
    ///
    /// @param answers ids, ascending
    @Transactional(readOnly = true)
    public Map<Integer, BitSet> answersBySource(Kept kept, long run, long[] answers) {
        RunCodings codings = of(kept, run);
        Map<Integer, BitSet> bySource = new HashMap<>();
        for (int place : kept.places().values()) {
            bySource.put(place, codings.answers(place, answers));
        }
        return bySource;
    }

    /// The current codings to some of a codebook's sources, most confident first.
    @Transactional(readOnly = true)
    public List<Coding> of(Kept kept, List<Integer> places, int most) {
        List<Coding> codings = of(kept, kept.codedBy()).of(places);
        return codings.size() <= most ? codings : List.copyOf(codings.subList(0, most));
    }

    /// Takes codings, one after another.
    public interface Taker {
        /// @param answer id
        void take(long answer, Span span, float confidence);
    }

    /// Tells of the current codings to one of a codebook's sources, in the order of their answers.
    @Transactional(readOnly = true)
    public void each(Kept kept, int place, Taker taker) {
        of(kept, kept.codedBy()).each(place, taker);
    }

    /// The current codings of one answer to a codebook's sources, in the order of its words.
    @Transactional(readOnly = true)
    public List<Coding> ofAnswer(Kept kept, long answer) {
        return of(kept, kept.codedBy()).of(answer);
    }

    /// A run's codings to all sources that a codebook has. They never change, so only those of sources that came since
    /// they were last read are read.
    ///
    /// @param kept as this transaction sees it: one transaction writes a source and its codings
    private RunCodings of(Kept kept, long run) {
        int places = kept.places().size();
        RunCodings before;
        synchronized (known) {
            before = known.getOrDefault(run, RunCodings.NONE);
        }
        if (before.places() == places) {
            return before;
        }
        RunCodings start = before.places() < places ? before : RunCodings.NONE;
        RunCodings all = start.with(places, read(run, start.places()));
        // What a transaction has not committed yet must not be remembered.
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            remember(run, all);
        }
        return all;
    }

    private void remember(long run, RunCodings codings) {
        synchronized (known) {
            known.put(run, codings);
            int held = known.values().stream().mapToInt(RunCodings::size).sum();
            var oldest = known.entrySet().iterator();
            while (held > MOST_KEPT && known.size() > 1) {
                held -= oldest.next().getValue().size();
                oldest.remove();
            }
        }
    }

    private List<Coding> read(long run, int from) {
        return sql.sql("""
                        SELECT source, answer_id, span_start, span_end, confidence FROM coding
                        WHERE run_id = ? AND source >= ? ORDER BY source, answer_id""")
                .params(run, from)
                .query((row, _) -> new Coding(
                        row.getInt(1), row.getLong(2), new Span(row.getInt(3), row.getInt(4)), row.getFloat(5)))
                .list();
    }
}
