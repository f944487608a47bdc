package org.folkmoot.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.folkmoot.server.platform.DatabaseAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The whole process group killed at random moments, again and again: what was acknowledged is there afterwards.
///
/// Once in the normal run; `-Dcrash.rounds=25` for the full test.
class CrashTest {
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 1);
    private static final long SEED = Long.getLong("crash.seed", 20260101);
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    Path home;

    private final List<String> opened = new CopyOnWriteArrayList<>();
    private final AtomicInteger examples = new AtomicInteger();

    @Test
    void whatWasAcknowledgedSurvivesBeingKilled() throws InterruptedException {
        Random random = new Random(SEED);
        KilledServer first = KilledServer.start(home);
        first.client().submit(first.invitation(), "name", "Ada Lead", "email", "ada@example.org", "password", PASSWORD);
        first.kill();
        for (int round = 1; round <= ROUNDS; round++) {
            KilledServer server = KilledServer.start(home);
            inspect(server.database(), "before round " + round + " of seed " + SEED);
            Thread people = Thread.ofVirtual().start(() -> work(server.client(), random.nextLong()));
            Thread.sleep(500 + random.nextInt(9000));
            server.kill();
            people.join();
        }
        KilledServer last = KilledServer.start(home);
        inspect(last.database(), "after the last round of seed " + SEED);
        last.stop();
        assertThat(KilledServer.run(home, "audit", "verify"))
                .as("exit of audit verify")
                .isZero();
    }

    /// Works until the server is gone, and remembers what it acknowledged.
    private void work(TestClient browser, long seed) {
        Random random = new Random(seed);
        try {
            browser.signIn("ada@example.org", PASSWORD);
            while (true) {
                if (random.nextInt(8) == 0) {
                    if (browser.post("/example").status() == 303) {
                        examples.incrementAndGet();
                    }
                } else {
                    String title = "Consultation " + Long.toHexString(random.nextLong());
                    if (browser.post("/consultations", "title", title).status() == 303) {
                        opened.add(title);
                    }
                }
            }
        } catch (RuntimeException | AssertionError _) {
            // The server was killed in the middle of an answer.
        }
    }

    private void inspect(DatabaseAddress address, String when) {
        JdbcClient sql =
                JdbcClient.create(new DriverManagerDataSource(address.url(), address.user(), address.password()));
        List<String> titles = sql.sql("SELECT title FROM consultation WHERE title LIKE 'Consultation %'")
                .query(String.class)
                .list();
        assertThat(titles).as("consultations %s", when).doesNotHaveDuplicates();
        List<String> lost = new ArrayList<>(opened);
        lost.removeAll(titles);
        assertThat(lost).as("acknowledged but gone %s", when).isEmpty();
        int imported = sql.sql("SELECT count(*) FROM received_file WHERE state = 'IMPORTED'")
                .query(Integer.class)
                .single();
        assertThat(imported).as("imports %s", when).isBetween(examples.get(), examples.get() + ROUNDS);
        assertThat(sql.sql("""
                        SELECT count(*) FROM (
                            SELECT consultation_id FROM response GROUP BY consultation_id
                            HAVING count(*) <> 407 OR count(DISTINCT fingerprint) <> 407) wrong""").query(Integer.class).single())
                .as("imports with answers doubled or lost %s", when)
                .isZero();
        assertThat(sql.sql("""
                        SELECT count(*) FROM run r WHERE r.state = 'DONE' AND
                            (SELECT count(*) FROM screened_answer s WHERE s.run_id = r.id)
                            <> (SELECT count(*) FROM answer a WHERE a.question_id = r.question_id)""").query(Integer.class).single())
                .as("runs whose ledger does not balance %s", when)
                .isZero();
        assertThat(sql.sql("""
                        SELECT count(*) FROM run r WHERE r.state <> 'DONE' AND
                            (exists (SELECT FROM screened_answer s WHERE s.run_id = r.id)
                             OR exists (SELECT FROM coding c WHERE c.run_id = r.id))""").query(Integer.class).single())
                .as("runs half-written %s", when)
                .isZero();
    }
}
