package org.folkmoot.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.folkmoot.server.platform.DatabaseAddress;
import org.folkmoot.server.platform.EmbeddedPostgres;
import org.folkmoot.server.platform.Migrations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Real PostgreSQL for tests: started once for the whole run, migrated once, cloned for each test class.
public final class TestDatabase {
    private static final Path HOME = Path.of("target", "test-database").toAbsolutePath();
    private static final String TEMPLATE = "template_workbench";
    private static final AtomicInteger CLONES = new AtomicInteger();

    private TestDatabase() {}

    /// A new database with the schema and nothing in it.
    public static DatabaseAddress create() {
        String name = "test_" + CLONES.incrementAndGet();
        Started.SERVER.execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return Started.SERVER.address(name);
    }

    /// Removes a database, whoever may still be in it.
    public static void drop(DatabaseAddress database) {
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        Started.SERVER.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    /// Begun by the first test that needs it.
    private static final class Started {
        static final Cluster SERVER = Cluster.start();
    }

    private record Cluster(EmbeddedPostgres postgres) {
        static Cluster start() {
            try {
                Files.createDirectories(HOME);
                // Held until this program ends: a second run on the same folder waits for the first.
                FileChannel.open(HOME.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                        .lock();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Cluster cluster = new Cluster(EmbeddedPostgres.start(HOME));
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(cluster.postgres()::close));
            cluster.prepare();
            return cluster;
        }

        private void prepare() {
            // What tests write need not survive the machine.
            execute("ALTER SYSTEM SET fsync = off");
            execute("SELECT pg_reload_conf()");
            JdbcClient.create(new DriverManagerDataSource(postgres.url(), postgres.user(), postgres.password()))
                    .sql("SELECT datname FROM pg_database WHERE datname = ? OR datname LIKE 'test\\_%'")
                    .param(TEMPLATE)
                    .query(String.class)
                    .list()
                    .forEach(left -> execute("DROP DATABASE " + left + " WITH (FORCE)"));
            execute("CREATE DATABASE " + TEMPLATE);
            Migrations.apply(address(TEMPLATE));
        }

        DatabaseAddress address(String database) {
            String url = postgres.url().replaceAll("/[^/]*$", "/" + database);
            return new DatabaseAddress(url, postgres.user(), postgres.password());
        }

        synchronized void execute(String sql) {
            try (Connection connection =
                            DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql + ": " + e.getMessage(), e);
            }
        }
    }
}
