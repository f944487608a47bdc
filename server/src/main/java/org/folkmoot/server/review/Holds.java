package org.folkmoot.server.review;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who is reading what, so that two people never get the same answer. A hold ends by itself.
@Repository
class Holds {
    static final Duration LASTS = Duration.ofMinutes(15);

    private final JdbcClient sql;
    private final InstantSource clock;

    Holds(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Who holds an answer.
    record Holder(long person, String name, Instant until) {}

    /// Takes the first of some answers that nobody else holds, and lets go of all others of this person.
    ///
    /// One statement takes an answer: who comes second finds it taken, also when both come at once, and tries
    /// the next.
    @Transactional
    public Optional<Long> takeFirst(long consultation, long question, List<Long> answers, long person) {
        sql.sql("DELETE FROM hold WHERE question_id = ? AND person_id = ?")
                .params(question, person)
                .update();
        for (int attempt = 0; attempt < answers.size(); attempt++) {
            Optional<Long> taken = take(consultation, question, answers, person);
            if (taken.isPresent() || !anyFree(question, answers)) {
                return taken;
            }
        }
        return Optional.empty();
    }

    /// Takes one answer, or takes it for longer.
    ///
    /// @return whether this person holds it now
    @Transactional
    public boolean take(long consultation, long question, long answer, long person) {
        return take(consultation, question, List.of(answer), person).isPresent();
    }

    private Optional<Long> take(long consultation, long question, List<Long> answers, long person) {
        return sql.sql("""
                        INSERT INTO hold (question_id, answer_id, consultation_id, person_id, until)
                        SELECT :question, wanted.id, :consultation, :person, :until
                        FROM unnest(:answers) WITH ORDINALITY wanted (id, place)
                        WHERE NOT EXISTS (
                            SELECT FROM hold h WHERE h.question_id = :question AND h.answer_id = wanted.id
                              AND h.person_id <> :person AND h.until > :now)
                        ORDER BY wanted.place LIMIT 1
                        ON CONFLICT (question_id, answer_id) DO UPDATE
                            SET person_id = excluded.person_id, until = excluded.until
                            WHERE hold.person_id = excluded.person_id OR hold.until <= :now
                        RETURNING answer_id""")
                .param("question", question)
                .param("consultation", consultation)
                .param("person", person)
                .param("answers", answers.toArray(Long[]::new))
                .param("until", Timestamp.from(clock.instant().plus(LASTS)))
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional();
    }

    private boolean anyFree(long question, List<Long> answers) {
        return sql.sql("""
                        SELECT exists (SELECT FROM unnest(:answers) wanted (id) WHERE NOT EXISTS (
                            SELECT FROM hold h WHERE h.question_id = :question AND h.answer_id = wanted.id
                              AND h.until > :now))""")
                .param("question", question)
                .param("answers", answers.toArray(Long[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /// Lets go of an answer.
    @Transactional
    public void release(long question, long answer, long person) {
        sql.sql("DELETE FROM hold WHERE question_id = ? AND answer_id = ? AND person_id = ?")
                .params(question, answer, person)
                .update();
    }

    /// Who holds an answer now.
    @Transactional(readOnly = true)
    public Optional<Holder> holder(long question, long answer) {
        return sql.sql("""
                        SELECT h.person_id, p.name, h.until FROM hold h JOIN person p ON p.id = h.person_id
                        WHERE h.question_id = ? AND h.answer_id = ? AND h.until > ?""")
                .params(question, answer, Timestamp.from(clock.instant()))
                .query((row, _) -> new Holder(
                        row.getLong(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .optional();
    }
}
