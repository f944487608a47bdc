package org.folkmoot.server.codebook;

import java.util.List;
import org.folkmoot.server.platform.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The open questions of consultations, which have themes. Reads tables of the consultation context.
@Repository
class OpenQuestions {
    private final JdbcClient sql;

    OpenQuestions(JdbcClient sql) {
        this.sql = sql;
    }

    @Transactional(readOnly = true)
    public List<OpenQuestion> of(long consultation) {
        return sql.sql("""
                        SELECT q.id, q.code, q.text, (SELECT count(*) FROM answer a WHERE a.question_id = q.id) AS answers
                        FROM question q WHERE q.consultation_id = ? AND q.kind = 'OPEN' ORDER BY q.position, q.id""").param(consultation).query(OpenQuestion.class).list();
    }

    /// @throws Refused if the consultation has no such open question
    @Transactional(readOnly = true)
    public OpenQuestion find(long consultation, String code) {
        return of(consultation).stream()
                .filter(question -> question.code().equals(code))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    /// @throws Refused if the consultation has no such open question
    @Transactional(readOnly = true)
    public OpenQuestion find(long consultation, long id) {
        return of(consultation).stream()
                .filter(question -> question.id() == id)
                .findFirst()
                .orElseThrow(Refused::notFound);
    }
}
