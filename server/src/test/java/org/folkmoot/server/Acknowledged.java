package org.folkmoot.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.folkmoot.server.audit.ChainCheck;
import org.folkmoot.server.audit.KeptChains;
import org.folkmoot.server.platform.DatabaseAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// What the workbench acknowledged to people, each with a mark of its own, and whether a database still has it: all of
/// it, nothing twice, nothing half, each change with its entry in an unbroken audit log.
final class Acknowledged {
    /// Something a person can do, and where its mark must then stand.
    enum Deed {
        OPENED("SELECT title FROM consultation"),
        RECEIVED("SELECT name FROM received_file"),
        IMPORTED("SELECT name FROM received_file WHERE state = 'IMPORTED'"),
        WITHDRAWN("SELECT name FROM received_file WHERE state = 'WITHDRAWN'"),
        DECIDED("SELECT note || '|' || (choices::json -> 0 ->> 'theme') FROM decision"),
        RENAMED("SELECT edit::json -> 'edit' ->> 'headline' FROM theme_edit"),
        SIGNED_OFF("SELECT note FROM codebook_version"),
        DRAWN("SELECT 'sample ' || id FROM blind_sample"),
        READ("SELECT note || '|' || (choices::json ->> 0) FROM reading"),
        ADJUDICATED("SELECT reason || '|' || (choices::json ->> 0) FROM adjudication");

        private final String query;

        Deed(String query) {
            this.query = query;
        }
    }

    /// Rows of tables, and entries of the audit log: as many of the one as of the other.
    private static final String UNRECORDED = """
            WITH changed (action, rows) AS (VALUES
                ('consultation.opened', (SELECT count(*) FROM consultation)),
                ('file.received', (SELECT count(*) FROM received_file)),
                ('file.imported', (SELECT count(*) FROM received_file WHERE state = 'IMPORTED')),
                ('file.withdrawn', (SELECT count(*) FROM received_file WHERE state = 'WITHDRAWN')),
                ('run.requested', (SELECT count(*) FROM run)),
                ('run.done', (SELECT count(*) FROM run WHERE state = 'DONE')),
                ('answer.decided', (SELECT count(*) FROM decision)),
                ('theme.renamed', (SELECT count(*) FROM theme_edit)),
                ('themes.signed-off', (SELECT count(*) FROM codebook_version)),
                ('sample.drawn', (SELECT count(*) FROM blind_sample)),
                ('sample.answer-read', (SELECT count(*) FROM reading)),
                ('sample.adjudicated', (SELECT count(*) FROM adjudication)),
                ('sample.closed', (SELECT count(*) FROM blind_sample WHERE state = 'CLOSED')),
                ('theme.undone', (SELECT count(*) FROM theme_edit WHERE undone_at IS NOT NULL)
                    + (SELECT count(*) FROM audit_entry WHERE action = 'theme.redone')))
            SELECT action || ': ' || rows || ' rows, '
                || (SELECT count(*) FROM audit_entry e WHERE e.action = changed.action) || ' entries'
            FROM changed WHERE rows <> (SELECT count(*) FROM audit_entry e WHERE e.action = changed.action)""";

    /// What no state of the database between two transactions can be, and how it is seen.
    private static final Map<String, String> HALF_WRITTEN = Map.of(
            "files whose answers are not all there, or there too early",
            """
            SELECT f.name || ' ' || f.state FROM received_file f
            WHERE (SELECT count(*) FROM response r WHERE r.file_id = f.id)
                    <> CASE f.state WHEN 'IMPORTED' THEN substring(f.name FROM '-(\\d+)r')::int ELSE 0 END
               OR (SELECT count(*) FROM answer a JOIN response r ON r.id = a.response_id WHERE r.file_id = f.id)
                    <> CASE f.state WHEN 'IMPORTED' THEN substring(f.name FROM 'r(\\d+)\\.csv')::int ELSE 0 END""",
            "answers doubled",
            """
            SELECT consultation_id || ' ' || respondent FROM response
            GROUP BY consultation_id, respondent HAVING count(*) > 1""",
            "runs with something written before their end",
            """
            SELECT id || ' ' || state FROM run r WHERE state <> 'DONE' AND (bench IS NOT NULL
                OR EXISTS (SELECT FROM screened_answer s WHERE s.run_id = r.id)
                OR EXISTS (SELECT FROM coding c WHERE c.run_id = r.id))""",
            "runs that are done without all they found",
            """
            SELECT r.id::text FROM run r LEFT JOIN audit_entry e
                ON e.action = 'run.done' AND (e.detail::json ->> 'run')::bigint = r.id
            WHERE r.state = 'DONE' AND (r.bench IS NULL OR e.sequence IS NULL OR (e.detail::json ->> 'answers')::int
                <> (SELECT count(*) FROM screened_answer s WHERE s.run_id = r.id))""",
            "runs that failed",
            """
            SELECT id || ' ' || failure FROM run WHERE state = 'FAILED'""",
            "runs that nothing takes up again",
            """
            SELECT id || ' ' || state FROM run r WHERE state IN ('WAITING', 'RUNNING') AND NOT EXISTS (
                SELECT FROM scheduled_tasks t WHERE t.task_instance = r.consultation_id || '/' || r.id)""",
            "codebooks whose codings are not there",
            """
            SELECT k.id::text FROM codebook k JOIN run r ON r.id = k.coded_by_run WHERE r.state <> 'DONE'""",
            "samples without their answers or readers",
            """
            SELECT id::text FROM blind_sample b
            WHERE substring(plan FROM ':(\\d+)')::int <> (SELECT count(*) FROM sample_item i WHERE i.sample_id = b.id)
               OR readers <> (SELECT count(*) FROM sample_reader s WHERE s.sample_id = b.id)""",
            "samples whose state is not that of their readings",
            """
            SELECT b.id || ' ' || b.state FROM blind_sample b, LATERAL (
                SELECT count(*) AS read FROM reading r WHERE r.sample_id = b.id) given
            WHERE (state = 'READING') <> (given.read < readers * substring(plan FROM ':(\\d+)')::int)
               OR (state = 'CLOSED') <> (closed_at IS NOT NULL)""",
            "versions in force beside one another",
            """
            SELECT codebook_id::text FROM codebook_version WHERE state = 'SIGNED_OFF'
            GROUP BY codebook_id HAVING count(*) > 1""");

    private final Map<Deed, Set<String>> marks = new EnumMap<>(Deed.class);
    private final Map<Long, Boolean> undone = new ConcurrentSkipListMap<>();
    private final Map<Long, ChainCheck.Anchor> heads = new TreeMap<>();

    Acknowledged() {
        for (Deed deed : Deed.values()) {
            marks.put(deed, ConcurrentHashMap.newKeySet());
        }
    }

    void add(Deed deed, String mark) {
        of(deed).add(mark);
    }

    private Set<String> of(Deed deed) {
        return marks.getOrDefault(deed, Set.of());
    }

    /// Notes that an edit of themes is about to be undone or redone: until the answer comes, either may be.
    void trying(long edit) {
        undone.remove(edit);
    }

    void undone(long edit, boolean is) {
        undone.put(edit, is);
    }

    /// How much of each was acknowledged.
    Map<Deed, Integer> counts() {
        Map<Deed, Integer> counts = new EnumMap<>(Deed.class);
        marks.forEach((deed, of) -> counts.put(deed, of.size()));
        return counts;
    }

    /// Entries of all chains when they were last verified.
    long entries() {
        return heads.values().stream().mapToLong(ChainCheck.Anchor::sequence).sum();
    }

    /// Requires that a database has all of it, as of one moment, and that its chains go on from where they were.
    void require(DatabaseAddress database, String when) {
        try (Connection connection = database.open()) {
            KeptChains chains = new KeptChains(connection);
            JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            for (Deed deed : Deed.values()) {
                List<String> kept = sql.sql(deed.query).query(String.class).list();
                List<String> lost = new ArrayList<>(of(deed));
                lost.removeAll(new HashSet<>(kept));
                assertThat(lost).as("%s but gone %s", deed, when).isEmpty();
                assertThat(kept).as("%s %s", deed, when).doesNotHaveDuplicates();
            }
            Map<Long, Boolean> edits = new TreeMap<>();
            sql.sql("SELECT sequence, undone_at IS NOT NULL FROM theme_edit").query(row -> {
                edits.put(row.getLong(1), row.getBoolean(2));
            });
            assertThat(edits).as("edits and what was undone %s", when).containsAllEntriesOf(undone);
            HALF_WRITTEN.forEach((what, query) -> assertThat(
                            sql.sql(query).query(String.class).list())
                    .as("%s %s", what, when)
                    .isEmpty());
            assertThat(sql.sql(UNRECORDED).query(String.class).list())
                    .as("changes without entry or entries without change %s", when)
                    .isEmpty();
            for (long chain : chains.all()) {
                ChainCheck.Verdict verdict = chains.check(chain, heads.get(chain));
                assertThat(verdict).as("audit chain %s", when).isInstanceOf(ChainCheck.Sound.class);
                heads.put(
                        chain,
                        ChainCheck.Anchor.parse(((ChainCheck.Sound) verdict).head())
                                .orElseThrow());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Requires that nothing lies about below a home that a killed program wrote in passing.
    static void requireNoTemporaryFiles(Path home, String when) {
        try (Stream<Path> left = Files.walk(home.resolve("temporary"))) {
            assertThat(left.filter(Files::isRegularFile))
                    .as("temporary files %s", when)
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
