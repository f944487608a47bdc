package org.folkmoot.server.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.folkmoot.server.TestClient;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.codebook.Benches;
import org.folkmoot.server.identity.Role;
import org.folkmoot.server.platform.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/// From a file to themes, by the real engine in the background.
class RunsTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start();
    private static final Person LEAD = WORKBENCH.person("Rosa Lead");
    private static final List<String> REASONS = List.of(
            "Night workers have no way home once the last bus has gone.",
            "A late bus would let nurses get home safely after their shift.",
            "The noise of engines under my window keeps my children awake.",
            "Buses at night are loud and the street needs some quiet.",
            "Who pays for this? The fares are too high already.",
            "Running empty buses wastes money that schools need.",
            "Young people could get home without begging their parents for a lift.",
            "Taxis cost a fortune and a bus would be far cheaper at night.");

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    private static String table() {
        StringBuilder csv = new StringBuilder("id,Q1. Should buses run at night?,Q2. Why do you say so?\n");
        for (int i = 0; i < 48; i++) {
            String reason = REASONS.get(i % REASONS.size());
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
    }

    @Test
    void lateAnswersAreTakenUpAndDecisionsOnPersonalDataStay() {
        TestClient client = WORKBENCH.signIn(LEAD);
        long consultation = imported(client, "Late buses");
        awaitNoOpenRun(consultation);
        WORKBENCH
                .owner()
                .sql("UPDATE personal_data SET state = 'KEPT', reason = 'an office' WHERE consultation_id = ?")
                .param(consultation)
                .update();
        String late = """
                id,Q1. Should buses run at night?,Q2. Why do you say so?
                r200,Yes,My late shift ends when no bus runs and walking home is not safe.
                """;
        TestClient.Answer answer = client.upload(
                "/consultations/" + consultation + "/files",
                "files",
                "late.csv",
                late.getBytes(StandardCharsets.UTF_8));
        client.post(answer.location() + "/import");
        assertThat(number("SELECT count(*) FROM run WHERE consultation_id = ?", consultation))
                .isEqualTo(2);
        awaitNoOpenRun(consultation);
        assertThat(number(
                        "SELECT count(*) FROM screened_answer s JOIN codebook c ON c.coded_by_run = s.run_id "
                                + "WHERE s.consultation_id = ?",
                        consultation))
                .isEqualTo(50);
        assertThat(number(
                        "SELECT count(*) FROM personal_data WHERE consultation_id = ? AND state <> 'KEPT'",
                        consultation))
                .isZero();
    }

    @Test
    void oneRunAtATimeAndOneCancelledLeavesNothing() {
        TestClient client = WORKBENCH.signIn(LEAD);
        long consultation = imported(client, "Cancelled buses");
        long run = number("SELECT id FROM run WHERE consultation_id = ?", consultation);
        long question = number("SELECT id FROM question WHERE kind = 'OPEN' AND consultation_id = ?", consultation);
        String start = "/consultations/" + consultation + "/questions/" + question + "/runs";
        assertThat(client.post(start).status()).isEqualTo(409);
        String cancel = "/consultations/" + consultation + "/runs/" + run + "/cancel";
        Person viewer = WORKBENCH.member(consultation, "Rosa Viewer", Role.VIEWER);
        assertThat(WORKBENCH.signIn(viewer).post(cancel).status()).isEqualTo(403);
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
                    : ",\"%s I waited %d times.\"".formatted(REASONS.get((i + 1) % REASONS.size()), i);
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
