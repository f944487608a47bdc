package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Question;
import org.folkmoot.corpus.Response;
import org.folkmoot.corpus.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The answers to one open question as the engine takes them: those that stand and are not blank, by id, each with
/// what its respondent chose in the closed question that it explains.
@Repository
class QuestionAnswers {
    private final JdbcClient sql;
    private final AskedQuestions questions;

    QuestionAnswers(JdbcClient sql, AskedQuestions questions) {
        this.sql = sql;
        this.questions = questions;
    }

    /// @param ids answer id by the engine's response index, ascending
    /// @param open how many open questions the consultation has
    record Material(Consultation consultation, Question question, long[] ids, int open) {}

    private record Row(
            long id,
            String text,
            String respondent,
            String consent,
            long sourceRow,
            @Nullable String choice) {}

    @Transactional(readOnly = true)
    public Material of(long consultation, long question) {
        List<AskedQuestion> all = questions.of(consultation);
        AskedQuestion asked = questions.find(consultation, question);
        AskedQuestion paired = all.stream()
                .filter(q -> q.code().equals(asked.pairedWith()))
                .findFirst()
                .orElse(null);
        List<Row> rows = sql.sql("""
                        SELECT a.id, a.text, r.respondent, r.consent, r.source_row AS sourcerow, c.text AS choice
                        FROM answer a
                        JOIN response r ON r.id = a.response_id AND r.superseded_by IS NULL
                        LEFT JOIN answer c ON c.response_id = r.id AND c.question_id = ?
                        WHERE a.question_id = ? ORDER BY a.id""")
                .params(paired == null ? -1 : paired.id(), question)
                .query(Row.class)
                .list();
        List<Question> put = new ArrayList<>(List.of(asked.toQuestion()));
        if (paired != null) {
            put.add(paired.toQuestion());
        }
        List<Response> responses = new ArrayList<>(rows.size());
        for (Row row : rows) {
            String choice = row.choice() == null ? "" : row.choice();
            responses.add(new Response(
                    row.respondent(),
                    new Source("", "", (int) row.sourceRow()),
                    Response.Consent.valueOf(row.consent()),
                    paired == null ? List.of(row.text()) : List.of(row.text(), choice)));
        }
        int open =
                (int) all.stream().filter(q -> q.kind() == Question.Kind.OPEN).count();
        return new Material(
                new Consultation("", put, responses, List.of(), List.of()),
                put.getFirst(),
                rows.stream().mapToLong(Row::id).toArray(),
                open);
    }
}
