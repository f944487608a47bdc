package org.folkmoot.server.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/// Begins each transaction by telling the database which consultations it may see.
final class ScopedTransactions extends JdbcTransactionManager {
    private static final long serialVersionUID = 1;

    ScopedTransactions(DataSource source) {
        super(source);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        try (PreparedStatement tell =
                connection.prepareStatement("SELECT set_config('folkmoot.consultations', ?, true)")) {
            tell.setString(1, Scope.current().literal());
            tell.execute();
        }
    }
}
