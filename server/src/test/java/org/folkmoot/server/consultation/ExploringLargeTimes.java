package org.folkmoot.server.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.platform.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Finding answers among 50,000 of 20,000 respondents: made-up words, many of them rare.
class ExploringLargeTimes {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start();
    private static final Person LEAD = WORKBENCH.person("Lou Large");
    private static final long CONSULTATION = WORKBENCH.consultation("Large", LEAD);

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    private static long[] fill() {
        var sql = WORKBENCH.owner();
        long file =
                sql.sql("""
                        INSERT INTO received_file (consultation_id, name, size, sha256, content, state, uploaded_by, uploaded_at)
                        VALUES (?, 'large.csv', 0, 'large', '', 'IMPORTED', ?, now()) RETURNING id""").params(CONSULTATION, LEAD.id()).query(Long.class).single();
        sql.sql("""
                        INSERT INTO question (consultation_id, code, position, text, kind) VALUES
                        (:c, 'Q1', 1, 'What?', 'OPEN'), (:c, 'Q2', 2, 'Why?', 'OPEN'), (:c, 'Q3', 3, 'How?', 'OPEN'),
                        (:c, 'A1', 4, 'Who?', 'ABOUT_YOU'), (:c, 'A2', 5, 'Do you agree?', 'CLOSED')""").param("c", CONSULTATION).update();
        sql.sql("""
                        INSERT INTO response (consultation_id, file_id, source_row, source_sheet, respondent, consent,
                                              fingerprint)
                        SELECT ?, ?, i, '', 'R' || i, 'YES', sha256(i::text::bytea) FROM generate_series(1, 20000) i""").params(CONSULTATION, file).update();
        sql.sql("""
                        INSERT INTO answer (consultation_id, question_id, response_id, text)
                        SELECT r.consultation_id, q.id, r.id, CASE q.kind
                            WHEN 'OPEN' THEN (SELECT string_agg('word' || (power(20000, ((r.id * 31 + q.id * 17 + n * 7919)
                                % 10007) / 10007.0))::int, ' ') FROM generate_series(1, 60) n)
                            ELSE 'value ' || r.id % 5 END
                        FROM response r JOIN question q ON q.consultation_id = r.consultation_id
                        WHERE r.consultation_id = ? AND (q.code <> 'Q3' OR r.id % 2 = 0)""").param(CONSULTATION).update();
        sql.sql("""
                        INSERT INTO personal_data (consultation_id, answer_id, span_start, span_end, kind, state)
                        SELECT a.consultation_id, a.id, 0, 5, 'NAME', 'FLAGGED' FROM answer a
                        WHERE a.consultation_id = ? AND a.id % 50 = 0 AND length(a.text) > 100""").param(CONSULTATION).update();
        sql.sql("ANALYZE").update();
        return sql
                .sql("SELECT id FROM question WHERE consultation_id = ? ORDER BY position")
                .param(CONSULTATION)
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    @Test
    void everyFilterIsQuick() {
        long[] questions = fill();
        Map<String, Map<String, String>> filters = new LinkedHashMap<>();
        filters.put("all", Map.of());
        filters.put("question", Map.of("question", "" + questions[0]));
        filters.put("value", Map.of("c" + questions[3], "value 2"));
        filters.put("two values", Map.of("c" + questions[3], "value 2", "c" + questions[4], "value 2"));
        filters.put("rare word", Map.of("words", "word17011"));
        filters.put("common word", Map.of("words", "word3"));
        filters.put("phrase", Map.of("words", "\"word1 word2\""));
        filters.put("without", Map.of("words", "-word3"));
        filters.put("personal data", Map.of("flag", "UNDECIDED_DATA"));
        filters.put("unread", Map.of("reader", "UNDECIDED"));
        filters.put("no campaign", Map.of("campaign", "none", "question", "" + questions[0]));
        FindingAnswers finding = WORKBENCH.bean(FindingAnswers.class);
        StringBuilder slow = new StringBuilder();
        filters.forEach((name, parameters) -> {
            AnswerFilter filter = AnswerFilter.of(parameters);
            for (boolean original : List.of(true, false)) {
                long[] times = new long[15];
                int found = 0;
                for (int i = 0; i < times.length; i++) {
                    long start = System.nanoTime();
                    found = Scope.of(CONSULTATION).call(() -> finding.find(CONSULTATION, filter, original)).length;
                    times[i] = (System.nanoTime() - start) / 1_000_000;
                }
                Arrays.sort(times);
                System.out.printf(
                        "explore %-13s %-9s %6d answers, median %d ms, worst %d ms%n",
                        name, original ? "original" : "published", found, times[7], times[14]);
                // The median of a machine that does nothing else is far below; the bound only catches a lost index.
                if (times[7] > 1000) {
                    slow.append(name).append(' ').append(times[7]).append(" ms; ");
                }
            }
        });
        assertThat(slow.toString()).isEmpty();
    }
}
