package org.folkmoot.server.review;

import java.util.List;
import java.util.Optional;
import org.folkmoot.corpus.Question;
import org.folkmoot.server.platform.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The open questions and their answers, as the review desk reads them from the consultation's tables.
@Repository
class QuestionsToCode {
    private final JdbcClient sql;

    QuestionsToCode(JdbcClient sql) {
        this.sql = sql;
    }

    /// An open question.
    ///
    /// @param text without the number that stands beside it as the code
    /// @param decided how many of its answers people decided on
    /// @param flagged how many answers are flagged
    /// @param isLearning whether a run of it waits or works
    record Asked(long id, String code, String text, boolean hasCodebook, int decided, int flagged, boolean isLearning) {
        Asked {
            text = unnumbered(code, text);
        }
    }

    static String unnumbered(String code, String text) {
        return new Question(code, text, Question.Kind.OPEN, null).unnumbered();
    }

    private static final String ASKED = """
            SELECT q.id, q.code, q.text, exists (SELECT FROM codebook c WHERE c.question_id = q.id) hascodebook,
                   (SELECT count(DISTINCT answer_id) FROM decision d WHERE d.question_id = q.id) decided,
                   (SELECT count(*) FROM flagged_answer f WHERE f.question_id = q.id) flagged,
                   exists (SELECT FROM run r WHERE r.question_id = q.id AND r.state IN ('WAITING', 'RUNNING')) islearning
            FROM question q WHERE q.consultation_id = ? AND q.kind = 'OPEN'
            """;

    /// The open questions of a consultation, in order.
    @Transactional(readOnly = true)
    public List<Asked> of(long consultation) {
        return sql.sql(ASKED + "ORDER BY q.position, q.id")
                .param(consultation)
                .query(Asked.class)
                .list();
    }

    /// One of them.
    ///
    /// @throws Refused if it is not of this consultation
    @Transactional(readOnly = true)
    public Asked one(long consultation, long question) {
        return sql.sql(ASKED + "AND q.id = ?")
                .params(consultation, question)
                .query(Asked.class)
                .optional()
                .orElseThrow(Refused::notFound);
    }

    /// An answer's words as received.
    ///
    /// @throws Refused if it is not of this question
    @Transactional(readOnly = true)
    public String words(long question, long answer) {
        return sql.sql("SELECT text FROM answer WHERE id = ? AND question_id = ?")
                .params(answer, question)
                .query(String.class)
                .optional()
                .orElseThrow(Refused::notFound);
    }

    /// The language a run found an answer to be in, `und` if none.
    @Transactional(readOnly = true)
    public String language(long run, long answer) {
        return sql.sql("SELECT language FROM screened_answer WHERE run_id = ? AND answer_id = ?")
                .params(run, answer)
                .query(String.class)
                .optional()
                .orElse("und");
    }

    /// Somebody's name, empty if there is none.
    @Transactional(readOnly = true)
    public Optional<String> nameOf(long person) {
        return sql.sql("SELECT name FROM person WHERE id = ?")
                .param(person)
                .query(String.class)
                .optional();
    }
}
