package org.folkmoot.server.codebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.folkmoot.server.CodedConsultation;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.platform.Scope;
import org.folkmoot.text.Passage;
import tools.jackson.databind.json.JsonMapper;

/// The open question of a coded consultation, and what tests of its themes do to it.
///
/// @param answers ids, ascending
record ThemedQuestion(TestWorkbench workbench, long consultation, long id, String code, List<Long> answers, long run) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static ThemedQuestion of(TestWorkbench workbench, String title, Person lead) {
        CodedConsultation coded = CodedConsultation.in(workbench, title, lead);
        return new ThemedQuestion(
                workbench, coded.consultation(), coded.question(), coded.code(), coded.answers(), coded.run());
    }

    /// Leaves a group of passages that no theme covers.
    ///
    /// @param passages by index of the answer
    /// @return its id
    long addUncovered(String headline, List<String> keyPhrases, List<Passage> passages) {
        List<List<Long>> rows = new ArrayList<>();
        for (Passage passage : passages) {
            rows.add(
                    List.of(answers.get(passage.answer()), (long) passage.span().start(), (long)
                            passage.span().end()));
        }
        return workbench
                .owner()
                .sql("""
                        INSERT INTO uncovered (consultation_id, run_id, headline, key_phrases, passages)
                        VALUES (?, ?, ?, ?, ?) RETURNING id""")
                .params(consultation, run, headline, JSON.writeValueAsString(keyPhrases), JSON.writeValueAsString(rows))
                .query(Long.class)
                .single();
    }

    /// A person's decision on an answer: exactly these themes.
    ///
    /// @param answer index
    void decide(Person by, int answer, long editSequence, String... themes) {
        List<Map<String, Object>> choices = new ArrayList<>();
        for (String theme : themes) {
            choices.add(Map.of("theme", theme, "start", 0, "end", 1));
        }
        workbench
                .owner()
                .sql("""
                        INSERT INTO decision (consultation_id, question_id, answer_id, person_id, choices, edit_sequence,
                                              at)
                        VALUES (?, ?, ?, ?, ?, ?, now())""")
                .params(consultation, id, answers.get(answer), by.id(), JSON.writeValueAsString(choices), editSequence)
                .update();
    }

    /// Marks words of an answer as personal data.
    void flag(int answer, int start, int end, String state) {
        workbench
                .owner()
                .sql("""
                        INSERT INTO personal_data (consultation_id, answer_id, span_start, span_end, kind, state)
                        VALUES (?, ?, ?, ?, 'NAME', ?)""")
                .params(consultation, answers.get(answer), start, end, state)
                .update();
    }

    /// Asks inside the consultation's scope.
    <T> T ask(Supplier<T> question) {
        return Scope.of(consultation).call(question);
    }

    CodedQuestion coded() {
        return ask(() -> workbench.bean(Counting.class).of(id).orElseThrow());
    }

    String path() {
        return "/consultations/" + consultation + "/themes/" + code;
    }
}
