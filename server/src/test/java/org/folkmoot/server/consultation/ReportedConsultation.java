package org.folkmoot.server.consultation;

import java.util.List;
import org.folkmoot.server.CodedConsultation;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.TestWorkbench.Person;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A coded consultation with everything that a report tells of: a closed and an about-you question, an excluded row,
/// respondents who withhold consent, personal data, a campaign, decisions of people and a passage worth quoting.
///
/// @param withheld id of the answer whose respondent withheld consent
/// @param flagged id of the answer whose first eight characters are flagged as personal data
/// @param redacted id of the answer whose first eight characters are redacted
/// @param decided id of the answer that a person gave one theme and marked as worth quoting
/// @param theme that it was given
public record ReportedConsultation(
        CodedConsultation coded, long withheld, long flagged, long redacted, long decided, String theme) {
    /// A new one. Nobody has looked at its report yet.
    public static ReportedConsultation in(TestWorkbench workbench, String title, Person lead) {
        CodedConsultation coded = CodedConsultation.in(workbench, title, lead);
        JdbcClient sql = workbench.owner();
        long c = coded.consultation();
        sql.sql("UPDATE question SET paired_with = 'C1' WHERE id = ?")
                .param(coded.question())
                .update();
        answers(sql, c, "C1", "Do you agree with the use of AI?", "CLOSED", List.of("Agree", "Disagree"));
        answers(sql, c, "A1", "Are you responding as", "ABOUT_YOU", List.of("An individual", "An organisation"));
        answers(sql, c, "A2", "What is your e-mail address?", "ABOUT_YOU", List.of("a@example.org", "b@example.org"));
        sql.sql("""
                        INSERT INTO exclusion (consultation_id, file_id, source_row, source_sheet, respondent, reason)
                        SELECT consultation_id, id, 999, '', '', 'test row =1+1' FROM received_file
                        WHERE consultation_id = ?""").param(c).update();
        sql.sql("UPDATE response SET consent = 'YES' WHERE consultation_id = ?")
                .param(c)
                .update();
        List<Long> codedAnswers =
                sql.sql("""
                        SELECT answer_id FROM coding WHERE run_id = ? GROUP BY answer_id
                        ORDER BY max(confidence) DESC, answer_id LIMIT 6""").param(coded.run()).query(Long.class).list();
        long withheld = codedAnswers.get(0);
        sql.sql("""
                        UPDATE response SET consent = 'NO'
                        WHERE id = (SELECT response_id FROM answer WHERE id = ?)""").param(withheld).update();
        personal(sql, c, codedAnswers.get(1), "FLAGGED");
        personal(sql, c, codedAnswers.get(2), "REDACTED");
        long decided = codedAnswers.get(3);
        String theme = sql.sql("""
                        SELECT s.source FROM theme_source s JOIN codebook k ON k.id = s.codebook_id
                        WHERE k.question_id = ? ORDER BY s.place LIMIT 1""").param(coded.question()).query(String.class).single();
        decide(
                sql,
                coded,
                decided,
                lead,
                "[{\"theme\":\"" + theme + "\",\"start\":0,\"end\":30}]",
                "[{\"start\":0,\"end\":25}]");
        campaign(sql, coded, codedAnswers.get(4));
        return new ReportedConsultation(coded, withheld, codedAnswers.get(1), codedAnswers.get(2), decided, theme);
    }

    private static void answers(JdbcClient sql, long c, String code, String text, String kind, List<String> values) {
        long question =
                sql.sql("""
                        INSERT INTO question (consultation_id, code, position, text, kind)
                        VALUES (?, ?, 2, ?, ?) RETURNING id""").params(c, code, text, kind).query(Long.class).single();
        sql.sql("""
                        INSERT INTO answer (consultation_id, question_id, response_id, text)
                        SELECT consultation_id, ?, id, CASE WHEN id % 3 = 0 THEN ? ELSE ? END
                        FROM response WHERE consultation_id = ?""").params(question, values.get(0), values.get(1), c).update();
    }

    private static void personal(JdbcClient sql, long c, long answer, String state) {
        sql.sql("""
                        INSERT INTO personal_data (consultation_id, answer_id, span_start, span_end, kind, state)
                        VALUES (?, ?, 0, 8, 'NAME', ?)""").params(c, answer, state).update();
    }

    static void decide(
            JdbcClient sql, CodedConsultation coded, long answer, Person person, String choices, String quotable) {
        sql.sql("""
                        INSERT INTO decision (consultation_id, question_id, answer_id, person_id, choices, quotable, at)
                        VALUES (?, ?, ?, ?, ?, ?, now())""")
                .params(coded.consultation(), coded.question(), answer, person.id(), choices, quotable)
                .update();
    }

    private static void campaign(JdbcClient sql, CodedConsultation coded, long answer) {
        long campaign = sql.sql("""
                        INSERT INTO campaign (consultation_id, run_id, code, common_text, members, variants)
                        SELECT ?, ?, 'X-C1', text, 1, '[]' FROM answer WHERE id = ? RETURNING id""")
                .params(coded.consultation(), coded.run(), answer)
                .query(Long.class)
                .single();
        sql.sql("UPDATE screened_answer SET campaign_id = ? WHERE run_id = ? AND answer_id = ?")
                .params(campaign, coded.run(), answer)
                .update();
    }
}
