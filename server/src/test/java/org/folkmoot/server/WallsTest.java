package org.folkmoot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.platform.DatabaseAddress;
import org.folkmoot.server.platform.Migrations;
import org.folkmoot.server.platform.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/// What the database itself prevents, whatever the program forgets.
class WallsTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start();
    private static final JdbcClient POOL = WORKBENCH.bean(JdbcClient.class);
    private static final TransactionTemplate TRANSACTIONS = WORKBENCH.bean(TransactionTemplate.class);
    private static final Person LEAD = WORKBENCH.person("Lea Walls");
    private static final long OWN = WORKBENCH.consultation("Own", LEAD);
    private static final long OTHER = WORKBENCH.consultation("Other", LEAD);

    static {
        for (long consultation : List.of(OWN, OTHER)) {
            WORKBENCH
                    .owner()
                    .sql(
                            "INSERT INTO question (consultation_id, code, position, text, kind) VALUES (?, 'Q1', 1, 'W', 'OPEN')")
                    .param(consultation)
                    .update();
            Scope.of(consultation)
                    .run(() -> TRANSACTIONS.executeWithoutResult(_ -> WORKBENCH
                            .bean(AuditLog.class)
                            .append(consultation, AuditLog.Actor.PROGRAM, "test.done", "nothing", Map.of())));
        }
    }

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    @Test
    void queryThatForgetsItsFilterSeesOwnConsultationsOnly() {
        Scope.of(OWN).run(() -> {
            assertThat(longs("SELECT consultation_id FROM question")).containsExactly(OWN);
            assertThat(longs("SELECT id FROM consultation")).containsExactly(OWN);
            assertThat(longs("SELECT DISTINCT chain FROM audit_entry WHERE chain > 0"))
                    .containsExactly(OWN);
        });
    }

    @Test
    void outsideAnyScopeNothingIsSeen() {
        assertThat(longs("SELECT consultation_id FROM question")).isEmpty();
        assertThat(longs("SELECT id FROM consultation")).isEmpty();
        assertThat(POOL.sql("SELECT count(*) FROM question").query(Long.class).single())
                .as("without a transaction, in which no scope is told")
                .isZero();
    }

    @Test
    void nothingIsWrittenIntoAnotherConsultation() {
        Scope.of(OWN).run(() -> {
            assertThatThrownBy(
                            () -> update("INSERT INTO question (consultation_id, code, position, text, kind) VALUES ("
                                    + OTHER + ", 'Q2', 2, 'W', 'OPEN')"))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("row-level security");
            assertThat(update("UPDATE question SET text = 'X' WHERE consultation_id = " + OTHER))
                    .isZero();
            assertThatThrownBy(() -> update("UPDATE question SET consultation_id = " + OTHER))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("row-level security");
        });
    }

    @Test
    void everyTableOfConsultationsHasItsPolicy() {
        assertThat(WORKBENCH.owner().sql("""
                        SELECT c.table_name FROM information_schema.columns c
                        JOIN pg_class t ON t.relname = c.table_name AND t.relnamespace = 'public'::regnamespace
                        WHERE c.table_schema = 'public' AND c.column_name IN ('consultation_id', 'chain')
                          AND t.relkind = 'r' AND NOT (t.relrowsecurity AND EXISTS (
                              SELECT FROM pg_policies p WHERE p.tablename = t.relname AND p.policyname = 'scope'))
                        ORDER BY 1""").query(String.class).list())
                .as("memberships say what the scope is, so they are read before there is one; heads hold no content")
                .containsExactly("audit_head", "membership");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET who = 'somebody else'",
                "DELETE FROM audit_entry",
                "TRUNCATE audit_entry",
                "DELETE FROM audit_head",
                "UPDATE decision SET choices = '[]'",
                "DELETE FROM decision",
                "TRUNCATE decision",
                "DELETE FROM theme_edit",
                "DELETE FROM codebook_version",
                "DELETE FROM reading",
                "DELETE FROM answer",
                "ALTER TABLE question DISABLE ROW LEVEL SECURITY",
                "DROP POLICY scope ON question",
                "CREATE POLICY everything ON question USING (true)",
                "ALTER ROLE folkmoot_app BYPASSRLS",
                "CREATE OR REPLACE FUNCTION folkmoot_scope() RETURNS bigint[] LANGUAGE sql RETURN ARRAY[1, 2]::bigint[]",
                "DROP TABLE question"
            })
    void poolMayNot(String statement) {
        Scope.of(OWN)
                .run(() -> assertThatThrownBy(() -> update(statement))
                        .isInstanceOf(DataAccessException.class)
                        .rootCause()
                        .hasMessageFindingMatch("permission denied|must be owner"));
    }

    @Test
    void ownerWithoutAnyRightOfAServerIsEnoughToMigrate() {
        JdbcClient server = WORKBENCH.owner();
        server.sql("CREATE ROLE plain_owner LOGIN PASSWORD 'plain'").update();
        server.sql("GRANT folkmoot_app TO plain_owner").update();
        server.sql("CREATE DATABASE plain OWNER plain_owner").update();
        DatabaseAddress plain =
                new DatabaseAddress(WORKBENCH.database().url().replaceAll("/[^/]*$", "/plain"), "plain_owner", "plain");
        try {
            Migrations.apply(plain);
            JdbcClient own =
                    JdbcClient.create(new DriverManagerDataSource(plain.url(), plain.user(), plain.password()));
            assertThat(own.sql("SELECT count(*) FROM flyway_schema_history WHERE NOT success")
                            .query(Long.class)
                            .single())
                    .isZero();
        } finally {
            server.sql("DROP DATABASE plain WITH (FORCE)").update();
            server.sql("DROP ROLE plain_owner").update();
        }
    }

    private static List<Long> longs(String sql) {
        return TRANSACTIONS.execute(_ -> POOL.sql(sql).query(Long.class).list());
    }

    private static int update(String sql) {
        return TRANSACTIONS.execute(_ -> POOL.sql(sql).update());
    }
}
