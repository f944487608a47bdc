package org.folkmoot.server.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
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
    private static final String WORKER = "folkmoot_app";

    @Bean(destroyMethod = "close")
    HikariDataSource pool(DatabaseAddress address) {
        Migrations.apply(address);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setConnectionInitSql("SET ROLE " + WORKER);
        config.setMaximumPoolSize(20);
        config.setMinimumIdle(2);
        config.setAutoCommit(true);
        config.addDataSourceProperty("ApplicationName", "folkmoot");
        // The server's details quote rows, and with them what people wrote; failures are logged.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
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
}
