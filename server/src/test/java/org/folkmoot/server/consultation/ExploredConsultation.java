package org.folkmoot.server.consultation;

import java.util.List;
import org.folkmoot.server.CodedConsultation;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.identity.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A coded consultation of which more is known: kinds of respondents, a campaign, personal data, a person's decision.
///
/// Of the answers, counted from 0: each seventh is of a "Charity", all others of an "Individual"; the first
/// four words of number 0 are taken for a name, those of number 1 for a postcode; number 2 belongs to the campaign
/// `C1`; number 3 was decided
/// on and flagged.
record ExploredConsultation(
        CodedConsultation coded, Person lead, Person viewer, long type, long name, List<String> secrets) {
    static ExploredConsultation in(TestWorkbench workbench, String title) {
        Person lead = workbench.person("Lena " + title);
        CodedConsultation coded = CodedConsultation.in(workbench, title, lead);
        Person viewer = workbench.member(coded.consultation(), "Vera " + title, Role.VIEWER);
        JdbcClient sql = workbench.owner();
        long type = sql.sql("""
                        INSERT INTO question (consultation_id, code, position, text, kind)
                        VALUES (?, 'A1', 0, 'Are you answering as …', 'ABOUT_YOU') RETURNING id""").param(coded.consultation()).query(Long.class).single();
        sql.sql("UPDATE consultation SET respondent_type_id = 'A1' WHERE id = ?")
                .param(coded.consultation())
                .update();
        List<Long> answers = coded.answers();
        for (int i = 0; i < answers.size(); i++) {
            sql.sql("""
                            INSERT INTO answer (consultation_id, question_id, response_id, text)
                            SELECT consultation_id, ?, response_id, ? FROM answer WHERE id = ?""")
                    .params(type, i % 7 == 0 ? "Charity" : "Individual", answers.get(i))
                    .update();
        }
        long name = hidden(sql, coded, answers.get(0), "NAME");
        hidden(sql, coded, answers.get(1), "POSTCODE");
        long campaign = sql.sql("""
                        INSERT INTO campaign (consultation_id, run_id, code, common_text, members, variants)
                        VALUES (?, ?, 'C1', 'common', 1, '[]') RETURNING id""")
                .params(coded.consultation(), coded.run())
                .query(Long.class)
                .single();
        sql.sql("UPDATE screened_answer SET campaign_id = ? WHERE answer_id = ?")
                .params(campaign, answers.get(2))
                .update();
        sql.sql("""
                        INSERT INTO decision (consultation_id, question_id, answer_id, person_id, choices, note, flagged, at)
                        VALUES (?, ?, ?, ?, '[]', 'a note of the lead', true, now())""")
                .params(coded.consultation(), coded.question(), answers.get(3), lead.id())
                .update();
        return new ExploredConsultation(
                coded, lead, viewer, type, name, List.of(words(sql, answers.get(0)), words(sql, answers.get(1))));
    }

    /// Flags the first four words of an answer.
    private static long hidden(JdbcClient sql, CodedConsultation coded, long answer, String kind) {
        return sql.sql("""
                        INSERT INTO personal_data (consultation_id, answer_id, span_start, span_end, kind, state)
                        VALUES (?, ?, 0, ?, ?, 'FLAGGED') RETURNING id""")
                .params(coded.consultation(), answer, words(sql, answer).length(), kind)
                .query(Long.class)
                .single();
    }

    private static String words(JdbcClient sql, long answer) {
        String text = sql.sql("SELECT text FROM answer WHERE id = ?")
                .param(answer)
                .query(String.class)
                .single();
        return text.replaceAll("(?s)^(\\s*(?:\\S+\\s+){3}\\S+).*$", "$1");
    }

    long consultation() {
        return coded.consultation();
    }

    String path(String rest) {
        return "/consultations/" + coded.consultation() + rest;
    }

    long answer(int number) {
        return coded.answers().get(number);
    }
}
