package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.corpus.Question;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The values that closed and about-you questions of a consultation have, as far as one can divide by them: two to
/// thirty different ones.
@Repository
public class ClosedValues {
    private static final int MOST_VALUES = 30;
    private static final int KEPT = 50;

    private final JdbcClient sql;
    private final AskedQuestions questions;
    private final Map<Long, Known> known = new LinkedHashMap<>(16, 0.75f, true);

    ClosedValues(JdbcClient sql, AskedQuestions questions) {
        this.sql = sql;
        this.questions = questions;
    }

    /// A question by which answers can be divided.
    ///
    /// @param values most frequent first
    /// @param isRespondentType whether it is the one that names the groups of respondents
    public record Divided(AskedQuestion question, List<String> values, boolean isRespondentType) {}

    private record Known(long stamp, List<Divided> divided) {}

    /// The questions by which one can divide, respondents' type first, then in the order of the form.
    @Transactional(readOnly = true)
    public List<Divided> of(long consultation) {
        // Values come and go with imported files only.
        long stamp = sql.sql("SELECT coalesce(max(id), 0) FROM response WHERE consultation_id = ?")
                .param(consultation)
                .query(Long.class)
                .single();
        synchronized (known) {
            Known before = known.get(consultation);
            if (before != null && before.stamp() == stamp) {
                return before.divided();
            }
        }
        List<Divided> divided = read(consultation);
        synchronized (known) {
            known.put(consultation, new Known(stamp, divided));
            if (known.size() > KEPT) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return divided;
    }

    private List<Divided> read(long consultation) {
        String type = sql.sql("SELECT coalesce(respondent_type_id, '') FROM consultation WHERE id = ?")
                .param(consultation)
                .query(String.class)
                .single();
        List<Divided> divided = new ArrayList<>();
        for (AskedQuestion question : questions.of(consultation)) {
            if (question.kind() != Question.Kind.OPEN) {
                List<String> values = values(consultation, question.id());
                if (values.size() >= 2 && values.size() <= MOST_VALUES) {
                    divided.add(new Divided(question, values, question.code().equals(type)));
                }
            }
        }
        divided.sort(Comparator.comparing(Divided::isRespondentType).reversed());
        return List.copyOf(divided);
    }

    private List<String> values(long consultation, long question) {
        return sql.sql("""
                        SELECT a.text FROM answer a
                        WHERE a.question_id = :question AND length(a.text) <= 200
                          AND a.response_id NOT IN (SELECT id FROM response
                              WHERE consultation_id = :consultation AND superseded_by IS NOT NULL)
                        GROUP BY a.text ORDER BY count(*) DESC, a.text LIMIT :most""")
                .param("question", question)
                .param("consultation", consultation)
                .param("most", MOST_VALUES + 1)
                .query(String.class)
                .list();
    }
}
