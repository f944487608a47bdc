package org.folkmoot.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.folkmoot.server.CrashedPeople.Phase;
import org.folkmoot.server.CrashedPeople.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The whole process group killed at random moments of import, run, review and sign-off, again and again: what was
/// acknowledged is there after each restart, and nothing else but what may be.
///
/// Twice in the normal run; `-Dcrash.rounds=25` for the full test. What was done is told in `target/crash.txt`.
class CrashTest {
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 2);
    private static final long SEED = Long.getLong("crash.seed", 20260101);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final List<Phase> ORDER = List.of(Phase.SIGN_OFF, Phase.RUN, Phase.IMPORT, Phase.REVIEW);
    private static final String OPEN_RUNS = "SELECT count(*) FROM run WHERE state IN ('WAITING', 'RUNNING')";

    @TempDir
    Path home;

    private final Random random = new Random(SEED);
    private final Acknowledged acknowledged = new Acknowledged();
    private final CrashedPeople people = new CrashedPeople(acknowledged);
    private final Map<Phase, Integer> kills = new EnumMap<>(Phase.class);

    @Test
    void whatWasAcknowledgedSurvivesBeingKilled() throws IOException, InterruptedException {
        KilledServer server = KilledServer.start(home);
        Place place = begin(server);
        for (int round = 0; round < ROUNDS; round++) {
            Phase phase = ORDER.get(round % ORDER.size());
            workUntilKilled(server, place, phase);
            kills.merge(phase, 1, Integer::sum);
            String when = "after kill " + (round + 1) + " of seed " + SEED + ", in " + phase;
            assertThat(people.faults()).as("answers %s", when).isEmpty();
            server = KilledServer.start(home);
            Acknowledged.requireNoTemporaryFiles(home, when);
            acknowledged.require(server.database(), when);
        }
        awaitRuns(owner(server));
        acknowledged.require(server.database(), "when all runs are over");
        requireNothingWaits(owner(server), place);
        tell();
        server.stop();
        assertThat(KilledServer.run(home, "audit", "verify"))
                .as("exit of audit verify")
                .isZero();
    }

    /// People, a consultation, and the first run of its question.
    private Place begin(KilledServer server) {
        server.client()
                .submit(
                        server.invitation(),
                        "name",
                        "ada",
                        "email",
                        "ada@example.org",
                        "password",
                        CrashedPeople.PASSWORD);
        TestClient ada = server.client();
        ada.signIn("ada@example.org", CrashedPeople.PASSWORD);
        String opened =
                ada.post("/consultations", "title", "The one that all work on").location();
        String name = "first-60r120.csv";
        String file = ada.upload(opened.replaceAll("/files$", "") + "/files", "files", name, people.table(name, 60))
                .location();
        assertThat(ada.post(file + "/import").status()).isEqualTo(303);
        JdbcClient sql = owner(server);
        long consultation = Long.parseLong(opened.replaceAll("\\D", ""));
        CrashedPeople.ROLES.forEach((person, role) -> {
            sql.sql("""
                            INSERT INTO person (email, name, password, site_admin, created_at)
                            SELECT ?, ?, password, false, now() FROM person WHERE name = 'ada'""").params(person + "@example.org", person).update();
            sql.sql(
                            "INSERT INTO membership (person_id, consultation_id, role) SELECT id, ?, ? FROM person WHERE name = ?")
                    .params(consultation, role, person)
                    .update();
        });
        awaitRuns(sql);
        return new Place(
                consultation,
                sql.sql("SELECT id FROM question WHERE code = 'Q2' AND kind = 'OPEN'")
                        .query(Long.class)
                        .single(),
                sql.sql("SELECT person_id FROM membership WHERE role = 'REVIEWER' ORDER BY 1")
                        .query(Long.class)
                        .list());
    }

    private void workUntilKilled(KilledServer server, Place place, Phase phase) throws InterruptedException {
        AtomicBoolean dying = new AtomicBoolean();
        List<String> names = new ArrayList<>(CrashedPeople.ROLES.keySet());
        names.add("ada");
        names.sort(null);
        List<Thread> working = new ArrayList<>();
        Semaphore begun = people.begun(phase);
        for (String name : names) {
            working.add(Thread.ofVirtual()
                    .start(people.new Worker(name, server.client(), place, random.nextLong(), dying::get)));
        }
        switch (phase) {
            case RUN -> moment(awaitStage(owner(server)) ? 300 : 3000);
            case IMPORT -> after(begun, 1 + random.nextInt(12), 150);
            case REVIEW -> after(begun, 20 + random.nextInt(100), 150);
            case SIGN_OFF -> after(begun, 1 + random.nextInt(5), 150);
        }
        dying.set(true);
        server.kill();
        for (Thread thread : working) {
            thread.join();
        }
    }

    private void after(Semaphore begun, int times, int most) throws InterruptedException {
        assertThat(begun.tryAcquire(times, PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("people are at work")
                .isTrue();
        moment(most);
    }

    private void moment(int most) {
        LockSupport.parkNanos(random.nextLong(1_000_000L * most));
    }

    /// Waits for a run at work, every other time for one that is about to write what it found.
    ///
    /// @return whether it is about to write
    private boolean awaitStage(JdbcClient sql) {
        boolean writing = random.nextBoolean();
        await(
                sql,
                "SELECT count(*) FROM run WHERE state = 'RUNNING'" + (writing ? " AND stage LIKE 'writing%'" : ""),
                1);
        return writing;
    }

    private static void awaitRuns(JdbcClient sql) {
        await(sql, OPEN_RUNS + " HAVING count(*) = 0", 0);
    }

    private static void await(JdbcClient sql, String query, long least) {
        Instant end = Instant.now().plus(PATIENCE);
        while (sql.sql(query).query(Long.class).optional().orElse(-1L) < least) {
            assertThat(Instant.now()).as("in time: %s", query).isBefore(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static JdbcClient owner(KilledServer server) {
        var address = server.database();
        return JdbcClient.create(new DriverManagerDataSource(address.url(), address.user(), address.password()));
    }

    /// Every answer is in the run whose codings are shown, and no work is left over.
    private static void requireNothingWaits(JdbcClient sql, Place place) {
        assertThat(sql.sql("""
                        SELECT count(*) FROM answer a WHERE a.question_id = :question AND NOT EXISTS (
                            SELECT FROM codebook k JOIN screened_answer s ON s.run_id = k.coded_by_run
                            WHERE k.question_id = :question AND s.answer_id = a.id)""")
                        .param("question", place.question())
                        .query(Long.class)
                        .single())
                .as("answers that no run took up")
                .isZero();
        assertThat(sql.sql("SELECT task_instance FROM scheduled_tasks")
                        .query(String.class)
                        .list())
                .as("work that is left over")
                .isEmpty();
    }

    private void tell() throws IOException {
        Files.writeString(
                Path.of("target", "crash.txt"),
                "killed: " + kills + "\nacknowledged: " + acknowledged.counts() + "\naudit entries verified: "
                        + acknowledged.entries() + "\n");
    }
}
