package org.folkmoot.server.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.folkmoot.server.codebook.CarriedThemes;
import org.folkmoot.server.codebook.PeoplesDecisions;
import org.folkmoot.server.codebook.ThemeId;
import org.folkmoot.text.Span;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What people decided on answers outside blind samples. The latest decision on an answer counts; none is
/// ever changed.
@Repository
public class Decisions implements PeoplesDecisions {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    Decisions(JdbcClient sql) {
        this.sql = sql;
    }

    /// A theme given to an answer, and the words that carry it.
    public record Choice(String theme, int start, int end) {}

    /// A person's decision: exactly these themes and no others, each carried by one passage or more.
    ///
    /// @param quotable spans worth quoting
    /// @param editSequence number of the last theme edit when it was made
    public record Decision(
            long id,
            long answer,
            long person,
            String personName,
            List<Choice> choices,
            String note,
            boolean flagged,
            List<Span> quotable,
            long editSequence,
            Instant at) {
        /// The themes given, each once.
        public List<String> themes() {
            return choices.stream().map(Choice::theme).distinct().toList();
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, CarriedThemes.Decision> of(long question) {
        return of(question, Long.MAX_VALUE);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, CarriedThemes.Decision> of(long question, long decision) {
        Map<Long, CarriedThemes.Decision> decisions = new HashMap<>();
        sql.sql("""
                        SELECT DISTINCT ON (answer_id) answer_id, choices, edit_sequence
                        FROM decision WHERE question_id = ? AND id <= ? ORDER BY answer_id, id DESC""").params(question, decision).query(row -> {
            TreeSet<ThemeId> themes = new TreeSet<>();
            choices(row.getString(2)).forEach(choice -> themes.add(new ThemeId(choice.theme())));
            decisions.put(row.getLong(1), new CarriedThemes.Decision(themes, row.getLong(3)));
        });
        return decisions;
    }

    /// The answers to a question that people decided on.
    @Transactional(readOnly = true)
    public Set<Long> answers(long question) {
        return new HashSet<>(sql.sql("SELECT DISTINCT answer_id FROM decision WHERE question_id = ?")
                .param(question)
                .query(Long.class)
                .list());
    }

    /// All decisions on an answer, the latest first.
    @Transactional(readOnly = true)
    public List<Decision> on(long answer) {
        return sql.sql("""
                        SELECT d.id, d.answer_id, d.person_id, p.name, d.choices, d.note, d.flagged, d.quotable,
                               d.edit_sequence, d.at
                        FROM decision d JOIN person p ON p.id = d.person_id
                        WHERE d.answer_id = ? ORDER BY d.id DESC""")
                .param(answer)
                .query((row, _) -> new Decision(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getString(4),
                        choices(row.getString(5)),
                        row.getString(6),
                        row.getBoolean(7),
                        JSON.readValue(row.getString(8), new TypeReference<List<Span>>() {}),
                        row.getLong(9),
                        row.getTimestamp(10).toInstant()))
                .list();
    }

    /// The answer that a person decided on before they came to one, the latest; empty if there is none.
    @Transactional(readOnly = true)
    public Optional<Long> before(long question, long answer, long person) {
        return sql.sql("""
                        SELECT answer_id FROM decision
                        WHERE question_id = :question AND person_id = :person AND answer_id <> :answer
                          AND id < coalesce((SELECT max(id) FROM decision WHERE question_id = :question
                              AND answer_id = :answer AND person_id = :person), 9223372036854775807)
                        ORDER BY id DESC LIMIT 1""")
                .param("question", question)
                .param("person", person)
                .param("answer", answer)
                .query(Long.class)
                .optional();
    }

    /// The latest decision on an answer.
    @Transactional(readOnly = true)
    public Optional<Decision> latest(long answer) {
        return on(answer).stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public String stamp(long question) {
        // Decisions are only ever added, but not always committed in the order of their numbers.
        return sql.sql("SELECT concat_ws('/', count(*), max(id)) FROM decision WHERE question_id = ?")
                .param(question)
                .query(String.class)
                .single();
    }

    /// Number of the last decision on a question, 0 if there is none: what a signed-off version remembers.
    @Override
    @Transactional(readOnly = true)
    public long last(long question) {
        return sql.sql("SELECT coalesce(max(id), 0) FROM decision WHERE question_id = ?")
                .param(question)
                .query(Long.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean any(long question) {
        return sql.sql("""
                        SELECT exists (SELECT FROM decision WHERE question_id = :question)
                            OR exists (SELECT FROM blind_sample WHERE question_id = :question AND state <> 'WITHDRAWN')""").param("question", question).query(Boolean.class).single();
    }

    /// Keeps a decision.
    @Transactional(propagation = Propagation.MANDATORY)
    void add(long consultation, long question, Decision decision) {
        sql.sql("""
                        INSERT INTO decision (consultation_id, question_id, answer_id, person_id, choices, note, flagged,
                                              quotable, edit_sequence, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        consultation,
                        question,
                        decision.answer(),
                        decision.person(),
                        JSON.writeValueAsString(decision.choices()),
                        decision.note(),
                        decision.flagged(),
                        JSON.writeValueAsString(decision.quotable()),
                        decision.editSequence(),
                        Timestamp.from(decision.at()))
                .update();
    }

    static List<Choice> choices(String json) {
        return JSON.readValue(json, new TypeReference<List<Choice>>() {});
    }
}
