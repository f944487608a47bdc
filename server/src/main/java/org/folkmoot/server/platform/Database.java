package org.folkmoot.server.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/// The database: migrated by its owner, worked with as a role that owns nothing.
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
class Database {
    private static final int OLDEST = 150_000;
    private static final String WORKER = "folkmoot_app";

    @Bean(destroyMethod = "close")
    HikariDataSource pool(DatabaseAddress address) {
        migrate(address);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setConnectionInitSql("SET ROLE " + WORKER);
        config.setMaximumPoolSize(20);
        config.setAutoCommit(true);
        config.addDataSourceProperty("ApplicationName", "folkmoot");
        return new HikariDataSource(config);
    }

    private static void migrate(DatabaseAddress address) {
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            requireVersion(statement);
            statement.execute("""
                    DO $$ BEGIN
                        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'folkmoot_app') THEN
                            CREATE ROLE folkmoot_app NOLOGIN;
                        END IF;
                        EXECUTE format('GRANT folkmoot_app TO %I', current_user);
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

    @Bean
    PlatformTransactionManager transactionManager(DataSource source) {
        return new ScopedTransactions(source);
    }

    @Bean
    TransactionTemplate transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    JdbcClient jdbcClient(DataSource source) {
        return JdbcClient.create(source);
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
