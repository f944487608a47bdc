package org.folkmoot.server.codebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The signed-off versions of codebooks. Only their state ever changes.
@Repository
public class ThemeVersions {
    private final JdbcClient sql;

    ThemeVersions(JdbcClient sql) {
        this.sql = sql;
    }

    /// The versions of a codebook, the latest first.
    @Transactional(readOnly = true)
    public List<Version> of(Kept codebook) {
        return sql.sql("""
                        SELECT v.number, v.state, v.themes, v.run_id, v.last_sequence, v.last_decision, p.name,
                               v.signed_at, v.note
                        FROM codebook_version v JOIN person p ON p.id = v.signed_by
                        WHERE v.codebook_id = ? ORDER BY v.number DESC""").param(codebook.id()).query(ThemeVersions::version).list();
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getInt(1),
                ThemeVersionState.valueOf(row.getString(2)),
                CodebookJson.codebook(row.getString(3)),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getString(7),
                row.getTimestamp(8).toInstant(),
                row.getString(9));
    }

    /// The latest version, superseded or not.
    @Transactional(readOnly = true)
    public Optional<Version> latest(Kept codebook) {
        return of(codebook).stream().findFirst();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(Kept codebook, Version version, long person) {
        sql.sql("""
                        INSERT INTO codebook_version (codebook_id, consultation_id, number, state, themes, run_id,
                                                      last_sequence, last_decision, signed_by, signed_at, note)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        codebook.id(),
                        codebook.consultation(),
                        version.number(),
                        version.state().name(),
                        CodebookJson.of(version.themes()),
                        version.run(),
                        version.lastSequence(),
                        version.lastDecision(),
                        person,
                        Timestamp.from(version.signedAt()),
                        version.note())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void put(Kept codebook, int number, ThemeVersionState state) {
        sql.sql("UPDATE codebook_version SET state = ? WHERE codebook_id = ? AND number = ?")
                .params(state.name(), codebook.id(), number)
                .update();
    }
}
