package org.folkmoot.server.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

/// The steps that bring a database, empty or of an older version, to the schema of this program.
public final class Migrations {
    private static final int OLDEST = 150_000;

    private Migrations() {}

    /// Applies what is missing, as the owner of the tables.
    public static void apply(DatabaseAddress address) {
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            requireVersion(statement);
            statement.execute("""
                    DO $$ BEGIN
                        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'folkmoot_app') THEN
                            CREATE ROLE folkmoot_app NOLOGIN;
                        END IF;
                        IF NOT pg_has_role(current_user, 'folkmoot_app', 'MEMBER') THEN
                            EXECUTE format('GRANT folkmoot_app TO %I', current_user);
                        END IF;
                    END $$""");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make the database ready: " + e.getMessage(), e);
        }
        Flyway.configure()
                .dataSource(address.url(), address.user(), address.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private static void requireVersion(Statement statement) throws SQLException {
        try (ResultSet version = statement.executeQuery("SHOW server_version_num")) {
            version.next();
            if (version.getInt(1) < OLDEST) {
                throw new IllegalStateException(
                        "PostgreSQL 15 or later is needed; this one's version number is " + version.getInt(1));
            }
        }
    }
}
