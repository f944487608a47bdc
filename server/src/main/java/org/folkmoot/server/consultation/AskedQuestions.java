package org.folkmoot.server.consultation;

import java.util.List;
import org.folkmoot.corpus.Question;
import org.folkmoot.server.platform.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The questions of a consultation, in the order of the form.
@Repository
class AskedQuestions {
    private final JdbcClient sql;

    AskedQuestions(JdbcClient sql) {
        this.sql = sql;
    }

    @Transactional(readOnly = true)
    public List<AskedQuestion> of(long consultation) {
        return sql.sql("""
                        SELECT id, code, position, text, kind, paired_with FROM question
                        WHERE consultation_id = ? ORDER BY position, id""")
                .param(consultation)
                .query((row, _) -> new AskedQuestion(
                        row.getLong(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        Question.Kind.valueOf(row.getString(5)),
                        row.getString(6)))
                .list();
    }

    /// @throws Refused if the consultation has no such question
    @Transactional(readOnly = true)
    public AskedQuestion find(long consultation, long question) {
        return of(consultation).stream()
                .filter(q -> q.id() == question)
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    @Transactional
    public AskedQuestion add(long consultation, int position, Question question) {
        long id = sql.sql("""
                        INSERT INTO question (consultation_id, code, position, text, kind, paired_with)
                        VALUES (:consultation, :code, :position, :text, :kind, :paired) RETURNING id""")
                .param("consultation", consultation)
                .param("code", question.id())
                .param("position", position)
                .param("text", question.text())
                .param("kind", question.kind().name())
                .param("paired", question.pairedWith(), java.sql.Types.VARCHAR)
                .query(Long.class)
                .single();
        return new AskedQuestion(id, question.id(), position, question.text(), question.kind(), question.pairedWith());
    }
}
