package org.folkmoot.server.codebook;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import org.folkmoot.corpus.run.Bench;
import org.folkmoot.server.platform.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The benches of runs, those last asked for kept in memory.
///
/// The answers of a run, and so the response indices of its bench and of everything the engine says, are those in
/// `screened_answer` in the order of their ids: the answers to the question that were not blank.
@Component
public class Benches {
    private final JdbcClient sql;
    private final BenchMemory<Loaded> memory =
            new BenchMemory<>(Runtime.getRuntime().maxMemory() / 4, Loaded::bytes);

    Benches(JdbcClient sql) {
        this.sql = sql;
    }

    /// A bench with what its indices mean.
    ///
    /// @param answers ids, ascending; the response index of the bench counts in it
    /// @param texts of these answers, as received
    /// @param languages of these answers, as BCP 47 tags; `und` or empty if unknown
    /// @param group per answer, equal for (nearly) the same text; -1 where not analysed
    public record Loaded(
            long run, Bench bench, long[] answers, List<String> texts, List<String> languages, long[] group) {
        private static final int OF_PASSAGE = 500;
        private static final int OF_ANSWER = 100;

        /// About how many bytes of memory it takes.
        long bytes() {
            long characters = texts.stream().mapToLong(String::length).sum();
            return characters + (long) OF_ANSWER * answers.length + (long) OF_PASSAGE * bench.size();
        }

        /// The bench's index of an answer.
        ///
        /// @throws Refused if the run did not see that answer
        public int indexOf(long answer) {
            int index = Arrays.binarySearch(answers, answer);
            if (index < 0) {
                throw Refused.notFound();
            }
            return index;
        }
    }

    /// The bench of a run that is done. Reads tables of the consultation context.
    @Transactional(readOnly = true)
    public Loaded of(long run) {
        // Row-level security decides who may see it, also when it is in memory already.
        boolean visible = sql.sql("SELECT exists (SELECT FROM run WHERE id = ? AND state = 'DONE')")
                .param(run)
                .query(Boolean.class)
                .single();
        if (!visible) {
            throw Refused.notFound();
        }
        return memory.of(run, this::read);
    }

    private record Screened(long answer, String text, String language, long group) {}

    private Loaded read(long run) {
        List<Screened> rows = sql.sql("""
                        SELECT s.answer_id, a.text, coalesce(s.language, ''), s.text_group
                        FROM screened_answer s JOIN answer a ON a.id = s.answer_id
                        WHERE s.run_id = ? ORDER BY s.answer_id""")
                .param(run)
                .query((row, _) -> new Screened(
                        row.getLong(1), row.getString(2), row.getString(3).intern(), row.getLong(4)))
                .list();
        List<String> texts = rows.stream().map(Screened::text).toList();
        byte[] bytes = sql.sql("SELECT bench FROM run WHERE id = ?")
                .param(run)
                .query(byte[].class)
                .single();
        return new Loaded(
                run,
                Bench.read(new ByteArrayInputStream(bytes), texts),
                rows.stream().mapToLong(Screened::answer).toArray(),
                texts,
                rows.stream().map(Screened::language).toList(),
                rows.stream().mapToLong(Screened::group).toArray());
    }
}
