package org.folkmoot.server.codebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.platform.Remembered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The open questions of consultations, which have themes. Reads tables of the consultation context.
@Repository
class OpenQuestions {
    private static final String ASKED = """
            SELECT q.id, q.code, q.text, (SELECT max(a.id) FROM answer a WHERE a.question_id = q.id)
            FROM question q WHERE q.consultation_id = ? AND q.kind = 'OPEN'
            """;
    private static final int KEPT = 1000;

    private final JdbcClient sql;
    private final Remembered<Long, Long> counted = new Remembered<>(KEPT);

    OpenQuestions(JdbcClient sql) {
        this.sql = sql;
    }

    @Transactional(readOnly = true)
    public List<OpenQuestion> of(long consultation) {
        return sql.sql(ASKED + "ORDER BY q.position, q.id")
                .param(consultation)
                .query((row, _) -> read(row))
                .list();
    }

    /// @throws Refused if the consultation has no such open question
    @Transactional(readOnly = true)
    public OpenQuestion find(long consultation, String code) {
        return sql.sql(ASKED + "AND q.code = ?")
                .params(consultation, code)
                .query((row, _) -> read(row))
                .optional()
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

    private OpenQuestion read(ResultSet row) throws SQLException {
        long question = row.getLong(1);
        // Answers come by imports, one of a consultation at a time, and never go.
        long answers = counted.of(question, row.getLong(4), () -> count(question));
        return new OpenQuestion(question, row.getString(2), row.getString(3), answers);
    }

    private long count(long question) {
        return sql.sql("SELECT count(*) FROM answer WHERE question_id = ?")
                .param(question)
                .query(Long.class)
                .single();
    }
}
