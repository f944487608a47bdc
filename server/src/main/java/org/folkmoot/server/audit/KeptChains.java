package org.folkmoot.server.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// All chains of a database, read by its owner to be verified, however long they are.
public final class KeptChains {
    private final Connection connection;

    /// @param connection the owner's, whom no policy stops
    public KeptChains(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
    }

    /// Every chain that has an entry or a head.
    public List<Long> all() throws SQLException {
        List<Long> chains = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT chain FROM audit_head UNION SELECT chain FROM audit_entry ORDER BY 1");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                chains.add(rows.getLong(1));
            }
        }
        return chains;
    }

    /// Recomputes one chain.
    public ChainCheck.Verdict check(long chain, ChainCheck.@Nullable Anchor anchor) throws SQLException {
        ChainCheck check = new ChainCheck(chain, anchor);
        forEach(chain, check::next);
        try (PreparedStatement query =
                connection.prepareStatement("SELECT sequence, hash FROM audit_head WHERE chain = ?")) {
            query.setLong(1, chain);
            try (ResultSet head = query.executeQuery()) {
                return head.next() ? check.end(head.getLong(1), head.getBytes(2)) : check.end(0, AuditLog.START);
            }
        }
    }

    private void forEach(long chain, Consumer<AuditEntry> work) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(AuditTrail.ENTRY + "WHERE chain = ? ORDER BY sequence")) {
            query.setFetchSize(1000);
            query.setLong(1, chain);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    work.accept(entry(rows));
                }
            }
        }
    }

    static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong(1),
                row.getLong(2),
                row.getTimestamp(3).toInstant(),
                row.getObject(4, Long.class),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                HexFormat.of().formatHex(row.getBytes(9)));
    }
}
