package org.folkmoot.server.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.folkmoot.server.SampleReasons;
import org.folkmoot.server.TestClient;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.codebook.Benches;
import org.folkmoot.server.codebook.CodedQuestion;
import org.folkmoot.server.codebook.Counting;
import org.folkmoot.server.codebook.ThemeId;
import org.folkmoot.server.codebook.WorkingTheme;
import org.folkmoot.server.platform.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// From a file to themes, by the real engine in the background.
class RunsTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start();
    private static final Person LEAD = WORKBENCH.person("Rosa Lead");

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    private static String table() {
        StringBuilder csv = new StringBuilder("id,Q1. Should buses run at night?,Q2. Why do you say so?\n");
        for (int i = 0; i < 48; i++) {
            String reason = SampleReasons.of(i);
            String more = List.of(
                            "I have thought so for years.",
                            "My neighbours agree with me.",
                            "Ring me on 07700 900" + (100 + i) + " to hear more.",
                            "Please think again.",
                            "That is all.")
                    .get(i % 5);
            csv.append("r%d,%s,\"%s %s\"\n".formatted(i, i % 8 < 2 || i % 8 > 5 ? "Yes" : "No", reason, more));
        }
        return csv.append("r90,Yes,n/a\nr91,No,\n").toString();
    }

    private static long imported(TestClient client, String title) {
        long consultation = WORKBENCH.consultation(title, LEAD);
        TestClient.Answer answer = client.upload(
                "/consultations/" + consultation + "/files",
                "files",
                "buses.csv",
                table().getBytes(StandardCharsets.UTF_8));
        assertThat(client.post(answer.location() + "/import").status()).isEqualTo(303);
        return consultation;
    }

    private static void awaitNoOpenRun(long consultation) {
        Instant end = Instant.now().plus(Duration.ofMinutes(3));
        while (number(
                        "SELECT count(*) FROM run WHERE consultation_id = ? AND state IN ('WAITING', 'RUNNING')",
                        consultation)
                > 0) {
            assertThat(Instant.now()).as("the run ends in time").isBefore(end);
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
    }

    private static long number(String sql, long parameter) {
        return WORKBENCH.owner().sql(sql).param(parameter).query(Long.class).single();
    }

    @Test
    void importIsFollowedByARunThatAccountsForEveryAnswer() {
        TestClient client = WORKBENCH.signIn(LEAD);
        long consultation = imported(client, "Night buses");
        awaitNoOpenRun(consultation);
        assertThat(WORKBENCH
                        .owner()
                        .sql("SELECT state || coalesce(failure, '') FROM run WHERE consultation_id = ?")
                        .param(consultation)
                        .query(String.class)
                        .list())
                .containsExactly("DONE");
        assertThat(number(
                        "SELECT count(*) FROM screened_answer WHERE consultation_id = ? AND status = 'ANALYSED'",
                        consultation))
                .isEqualTo(48);
        assertThat(number(
                        "SELECT count(*) FROM screened_answer WHERE consultation_id = ? AND status = 'NO_VIEW'",
                        consultation))
                .isEqualTo(1);
        assertThat(number("SELECT count(*) FROM coding WHERE consultation_id = ?", consultation))
                .isGreaterThan(20);
        assertThat(number("SELECT count(*) FROM codebook WHERE consultation_id = ?", consultation))
                .isEqualTo(1);
        assertThat(number(
                        "SELECT count(*) FROM personal_data WHERE consultation_id = ? AND kind = 'PHONE'",
                        consultation))
                .isGreaterThan(5);
        long run = number("SELECT id FROM run WHERE consultation_id = ?", consultation);
        Benches.Loaded bench =
                Scope.of(consultation).call(() -> WORKBENCH.bean(Benches.class).of(run));
        assertThat(bench.bench().responses()).isEqualTo(49);
        assertThat(bench.bench().passages(0)).isNotEmpty();
        decisionHoldsForTheSameWords(client, consultation);
    }

    /// Every fortieth row of the table has the same words.
    private static void decisionHoldsForTheSameWords(TestClient client, long consultation) {
        long question = number("SELECT id FROM question WHERE kind = 'OPEN' AND consultation_id = ?", consultation);
        List<Long> twins =
                WORKBENCH.owner().sql("""
                        SELECT a.id FROM answer a JOIN response r ON r.id = a.response_id
                        WHERE a.question_id = ? AND r.respondent IN ('r0', 'r40') ORDER BY a.id""").param(question).query(Long.class).list();
        String code = "/consultations/" + consultation + "/code/" + question + "/";
        assertThat(client.get(code + twins.get(0)).body()).contains("the other open answer with exactly these words");
        assertThat(client.submit(code + twins.get(0), "action", "accept", "alike", "yes")
                        .body())
                .contains("Your decision is kept for 2 answers");
        List<String> choices = WORKBENCH
                .owner()
                .sql("SELECT choices FROM decision WHERE consultation_id = ? ORDER BY answer_id")
                .param(consultation)
                .query(String.class)
                .list();
        assertThat(choices).hasSize(2);
        assertThat(choices.get(1)).isEqualTo(choices.get(0));
        assertThat(number(
                        "SELECT count(*) FROM audit_entry WHERE action = 'answer.decided' AND chain = ?", consultation))
                .isEqualTo(2);
        assertThat(client.get(code + twins.get(1)).body()).doesNotContain("exactly these words");
    }

    @Test
    void lateAnswersAreTakenUpAndWhatPeopleDecidedStays() {
        TestClient client = WORKBENCH.signIn(LEAD);
        long consultation = imported(client, "Late buses");
        awaitNoOpenRun(consultation);
        WORKBENCH
                .owner()
                .sql("UPDATE personal_data SET state = 'KEPT', reason = 'an office' WHERE consultation_id = ?")
                .param(consultation)
                .update();
        long question = number("SELECT id FROM question WHERE kind = 'OPEN' AND consultation_id = ?", consultation);
        long decided = number("SELECT min(answer_id) FROM screened_answer WHERE consultation_id = ?", consultation);
        String code = "/consultations/" + consultation + "/code/" + question + "/";
        client.post(code + decided, "action", "accept");
        long dismissed = dismissedArgument(consultation, decided);
        Set<ThemeId> given = given(consultation, question, decided);
        assertThat(given).isNotEmpty();
        arrive(client, consultation, "late.csv", "r200");
        assertThat(number("SELECT count(*) FROM run WHERE consultation_id = ?", consultation))
                .isEqualTo(2);
        awaitNoOpenRun(consultation);
        assertThat(given(consultation, question, decided))
                .as("nobody edited the themes, but somebody decided by them")
                .isEqualTo(given);
        carriedOver(consultation, question, dismissed, decided);
        editAndSignOff(client, consultation);
        List<String> log = entries(consultation);
        Set<ThemeId> shaped = given(consultation, question, decided);
        arrive(client, consultation, "later.csv", "r201");
        awaitNoOpenRun(consultation);
        assertThat(entries(consultation)).isEqualTo(log);
        assertThat(given(consultation, question, decided)).isEqualTo(shaped);
        assertThat(client.get("/consultations/" + consultation + "/themes/Q2/versions/1")
                        .status())
                .isEqualTo(200);
        assertThat(number(
                        "SELECT count(*) FROM screened_answer s JOIN codebook c ON c.coded_by_run = s.run_id "
                                + "WHERE s.consultation_id = ?",
                        consultation))
                .isEqualTo(51);
        withdrawOne(client, consultation);
        awaitNoOpenRun(consultation);
        assertThat(number(
                        "SELECT count(*) FROM screened_answer s JOIN codebook c ON c.coded_by_run = s.run_id "
                                + "WHERE s.consultation_id = ?",
                        consultation))
                .as("what a later delivery lacks counts in no theme")
                .isEqualTo(50);
        assertThat(number(
                        "SELECT count(*) FROM personal_data WHERE consultation_id = ? AND state <> 'KEPT'",
                        consultation))
                .isZero();
    }

    private static void arrive(TestClient client, long consultation, String file, String id) {
        String late = """
                id,Q1. Should buses run at night?,Q2. Why do you say so?
                %s,Yes,My late shift ends when no bus runs and walking home is not safe (%s).
                """.formatted(id, id);
        TestClient.Answer answer = client.upload(
                "/consultations/" + consultation + "/files", "files", file, late.getBytes(StandardCharsets.UTF_8));
        client.post(answer.location() + "/import");
    }

    /// Hands in the first file again, without one of its rows.
    private static void withdrawOne(TestClient client, long consultation) {
        String without = table().lines().filter(line -> !line.startsWith("r7,")).collect(Collectors.joining("\n"));
        TestClient.Answer answer = client.upload(
                "/consultations/" + consultation + "/files",
                "files",
                "corrected.csv",
                without.getBytes(StandardCharsets.UTF_8));
        long first = number("SELECT min(id) FROM received_file WHERE consultation_id = ?", consultation);
        client.post(answer.location() + "/import", "replaces", Long.toString(first));
    }

    /// Dismisses an argument of three passages, the first of them an answer's.
    private static long dismissedArgument(long consultation, long answer) {
        return WORKBENCH
                .owner()
                .sql("""
                        INSERT INTO uncovered (consultation_id, run_id, headline, key_phrases, passages, state, reason)
                        SELECT consultation_id, id, 'Aside', '[]', '[[%d, 0, 9], [%d, 0, 9], [%d, 0, 9]]', 'DISMISSED', 'a jest'
                        FROM run WHERE consultation_id = ? RETURNING id""".formatted(answer, answer + 1, answer + 2))
                .param(consultation)
                .query(Long.class)
                .single();
    }

    /// Has a run find an argument that was dismissed again, grown by one passage, and one that shares little with it.
    private static void carriedOver(long consultation, long question, long dismissed, long answer) {
        JdbcClient sql = WORKBENCH.owner();
        sql.sql("UPDATE uncovered SET run_id = (SELECT coded_by_run FROM codebook WHERE question_id = ?) WHERE id = ?")
                .params(question, dismissed)
                .update();
        long run = sql.sql("""
                        INSERT INTO run (consultation_id, question_id, kind, state, requested_at)
                        VALUES (?, ?, 'CODE', 'RUNNING', now()) RETURNING id""").params(consultation, question).query(Long.class).single();
        for (String passages : List.of(
                "[[%d, 0, 9], [%d, 0, 9], [%d, 0, 9]]".formatted(answer + 1, answer + 2, answer + 3),
                "[[%d, 0, 9], [%d, 0, 9], [%d, 0, 9]]".formatted(answer, answer + 4, answer + 5))) {
            sql.sql("""
                            INSERT INTO uncovered (consultation_id, run_id, headline, key_phrases, passages)
                            VALUES (?, ?, 'Found', '[]', ?)""").params(consultation, run, passages).update();
        }
        Scope.of(consultation)
                .run(() -> WORKBENCH
                        .bean(TransactionTemplate.class)
                        .executeWithoutResult(
                                _ -> WORKBENCH.bean(Findings.class).carryDecisions(run, question)));
        assertThat(sql.sql("SELECT state || ' ' || coalesce(reason, '') FROM uncovered WHERE run_id = ? ORDER BY id")
                        .param(run)
                        .query(String.class)
                        .list())
                .containsExactly("DISMISSED a jest", "OPEN ");
        sql.sql("UPDATE run SET state = 'CANCELLED' WHERE id = ?").param(run).update();
    }

    private static void editAndSignOff(TestClient client, long consultation) {
        String themes = "/consultations/" + consultation + "/themes/Q2";
        List<String> ids = Pattern.compile("name=\"themes\" id=\"tick-([^\"]+)\"")
                .matcher(client.get(themes).body())
                .results()
                .map(hit -> hit.group(1))
                .toList();
        client.post(themes + "/edits", "edit", "rename", "theme", ids.getFirst(), "headline", "Getting home");
        client.post(themes + "/edits", "edit", "note", "theme", ids.getLast(), "text", "Ask the drivers");
        client.post(themes + "/undo", "entry", "2");
        assertThat(client.post(themes + "/sign-off", "mark", "").status()).isEqualTo(303);
    }

    private static List<String> entries(long consultation) {
        return WORKBENCH
                .owner()
                .sql(
                        "SELECT edit || coalesce(undone_by, '') FROM theme_edit WHERE consultation_id = ? ORDER BY sequence")
                .param(consultation)
                .query(String.class)
                .list();
    }

    /// The themes that an answer carries now.
    private static Set<ThemeId> given(long consultation, long question, long answer) {
        return Scope.of(consultation).call(() -> {
            CodedQuestion coded = WORKBENCH.bean(Counting.class).of(question).orElseThrow();
            int index = Arrays.binarySearch(coded.answers(), answer);
            assertThat(coded.isDecided(index)).isTrue();
            return coded.themesOf(index).stream().map(WorkingTheme::id).collect(Collectors.toSet());
        });
    }

    @Test
    void oneRunAtATimeAndOneCancelledLeavesNothing() {
        TestClient client = WORKBENCH.signIn(LEAD);
        TestClient stranger = WORKBENCH.signIn(WORKBENCH.person("Rosa Stranger"));
        long consultation = imported(client, "Cancelled buses");
        long run = number("SELECT id FROM run WHERE consultation_id = ?", consultation);
        long question = number("SELECT id FROM question WHERE kind = 'OPEN' AND consultation_id = ?", consultation);
        String start = "/consultations/" + consultation + "/questions/" + question + "/runs";
        assertThat(client.post(start).status()).isEqualTo(409);
        String cancel = "/consultations/" + consultation + "/runs/" + run + "/cancel";
        assertThat(stranger.post(cancel).status()).isEqualTo(404);
        assertThat(client.post(cancel).status()).isEqualTo(303);
        assertThat(client.post(cancel).status()).isEqualTo(409);
        assertThat(client.post(start).status()).isEqualTo(303);
        awaitNoOpenRun(consultation);
        assertThat(WORKBENCH
                        .owner()
                        .sql("SELECT state FROM run WHERE consultation_id = ? ORDER BY id")
                        .param(consultation)
                        .query(String.class)
                        .list())
                .containsExactly("CANCELLED", "DONE");
        assertThat(number("SELECT count(*) FROM screened_answer WHERE run_id = ?", run))
                .isZero();
    }

    @Test
    void runThatEndsLeavesOtherQuestionsAlone() {
        TestClient client = WORKBENCH.signIn(LEAD);
        long consultation = WORKBENCH.consultation("Two questions", LEAD);
        String[] lines = table().split("\n", -1);
        for (int i = 0; i < lines.length - 1; i++) {
            lines[i] += i == 0
                    ? ",Q3. What else should we know?"
                    : ",\"%s I waited %d times.\"".formatted(SampleReasons.of(i + 1), i);
        }
        String table = String.join("\n", lines);
        TestClient.Answer answer = client.upload(
                "/consultations/" + consultation + "/files",
                "files",
                "buses.csv",
                table.getBytes(StandardCharsets.UTF_8));
        client.post(answer.location() + "/import");
        List<Long> questions = WORKBENCH
                .owner()
                .sql("SELECT id FROM question WHERE kind = 'OPEN' AND consultation_id = ? ORDER BY position")
                .param(consultation)
                .query(Long.class)
                .list();
        assertThat(questions).hasSize(2);
        WORKBENCH
                .owner()
                .sql("SELECT id FROM run WHERE consultation_id = ?")
                .param(consultation)
                .query(Long.class)
                .list()
                .forEach(run -> client.post("/consultations/" + consultation + "/runs/" + run + "/cancel"));
        // Answers of both wait; the run of the first has just ended.
        Scope.of(consultation)
                .run(() -> WORKBENCH
                        .bean(TransactionTemplate.class)
                        .executeWithoutResult(_ -> WORKBENCH
                                .bean(RequestingRuns.class)
                                .onDone(new RunDone(consultation, questions.getFirst(), 0))));
        assertThat(WORKBENCH
                        .owner()
                        .sql("SELECT question_id FROM run WHERE consultation_id = ? ORDER BY id")
                        .param(consultation)
                        .query(Long.class)
                        .list()
                        .subList(2, 3))
                .containsExactly(questions.getFirst());
        assertThat(number("SELECT count(*) FROM run WHERE question_id = ?", questions.getLast()))
                .isEqualTo(1);
        awaitNoOpenRun(consultation);
    }

    @Test
    void runOfAKilledProgramIsTakenUpAgain() {
        TestClient client = WORKBENCH.signIn(LEAD);
        long consultation = imported(client, "Killed buses");
        awaitNoOpenRun(consultation);
        long question = number("SELECT id FROM question WHERE kind = 'OPEN' AND consultation_id = ?", consultation);
        long run = WORKBENCH
                .owner()
                .sql("""
                        INSERT INTO run (consultation_id, question_id, kind, state, stage, requested_at, started_at)
                        VALUES (?, ?, 'DISCOVER', 'RUNNING', 'reading', now(), now()) RETURNING id""")
                .params(consultation, question)
                .query(Long.class)
                .single();
        WORKBENCH.owner().sql("""
                        INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
                            last_heartbeat, version)
                        VALUES ('question-run', ?, now(), true, 'killed', now() - interval '1 minute', 1)""").param(consultation + "/" + run).update();
        awaitNoOpenRun(consultation);
        assertThat(number("SELECT count(*) FROM run WHERE state = 'DONE' AND id = ?", run))
                .isEqualTo(1);
    }
}
