package org.folkmoot.server.review;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// How far people have come with reading, question by question and person by person.
@Repository
public class ReviewProgress {
    private final JdbcClient sql;
    private final InstantSource clock;

    ReviewProgress(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// What people have done on one open question.
    ///
    /// @param decided answers that people decided on
    /// @param flagged answers that somebody should look at again
    /// @param sample the latest blind sample that was not withdrawn, null if there is none
    public record Of(int decided, int flagged, @Nullable Sample sample) {}

    /// A blind sample.
    ///
    /// @param read readings done
    /// @param toRead readings there are to be
    public record Sample(long id, SampleState state, int read, int toRead) {}

    /// What one person has done.
    ///
    /// @param now codes of the questions of which they are reading an answer now, empty if of none
    /// @param decided answers they decided on
    /// @param read answers of blind samples they read
    public record Work(String now, int decided, int read) {
        public static final Work NONE = new Work("", 0, 0);
    }

    /// By id of the open question.
    @Transactional(readOnly = true)
    public Map<Long, Of> of(long consultation) {
        Map<Long, Of> progress = new HashMap<>();
        sql.sql("""
                        SELECT q.id, (SELECT count(DISTINCT d.answer_id) FROM decision d WHERE d.question_id = q.id),
                            (SELECT count(*) FROM flagged_answer f WHERE f.question_id = q.id), s.id, s.state,
                            (SELECT count(*) FROM reading r WHERE r.sample_id = s.id),
                            (SELECT count(*) FROM sample_item i WHERE i.sample_id = s.id)
                                * (SELECT count(*) FROM sample_reader p WHERE p.sample_id = s.id)
                        FROM question q
                        LEFT JOIN LATERAL (
                            SELECT b.id, b.state FROM blind_sample b
                            WHERE b.question_id = q.id AND b.state <> 'WITHDRAWN' ORDER BY b.id DESC LIMIT 1) s ON true
                        WHERE q.consultation_id = ? AND q.kind = 'OPEN'""").param(consultation).query(row -> {
            String state = row.getString(5);
            Sample sample = state == null
                    ? null
                    : new Sample(row.getLong(4), SampleState.valueOf(state), row.getInt(6), row.getInt(7));
            progress.put(row.getLong(1), new Of(row.getInt(2), row.getInt(3), sample));
        });
        return progress;
    }

    /// By id of the person; those who have done nothing yet are left out.
    @Transactional(readOnly = true)
    public Map<Long, Work> people(long consultation) {
        Map<Long, Work> people = new HashMap<>();
        sql.sql("""
                        SELECT person_id, coalesce(string_agg(DISTINCT now, ', '), ''), sum(decided), sum(read)
                        FROM (
                            SELECT h.person_id, q.code AS now, 0 AS decided, 0 AS read
                            FROM hold h JOIN question q ON q.id = h.question_id
                            WHERE h.consultation_id = :consultation AND h.until > :now
                            UNION ALL
                            SELECT person_id, NULL, count(DISTINCT answer_id), 0
                            FROM decision WHERE consultation_id = :consultation GROUP BY person_id
                            UNION ALL
                            SELECT person_id, NULL, 0, count(*)
                            FROM reading WHERE consultation_id = :consultation GROUP BY person_id) work
                        GROUP BY person_id""")
                .param("consultation", consultation)
                .param("now", Timestamp.from(clock.instant()))
                .query(row -> {
                    people.put(row.getLong(1), new Work(row.getString(2), row.getInt(3), row.getInt(4)));
                });
        return people;
    }
}
