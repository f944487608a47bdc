package org.folkmoot.server.consultation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The files of a consultation, kept byte for byte.
@Repository
class ReceivedFiles {
    private static final int CHUNK = 8 << 20;

    private final JdbcClient sql;

    ReceivedFiles(JdbcClient sql) {
        this.sql = sql;
    }

    /// Whether a file was there before.
    enum Receipt {
        NEW,
        ALREADY_RECEIVED
    }

    /// Keeps a file, once: bytes that are there already are not stored again. A withdrawn one comes back.
    @Transactional
    public Receipt add(long consultation, String name, Path content, String sha256, long person, Instant at)
            throws IOException {
        Optional<String> state = sql.sql("SELECT state FROM received_file WHERE consultation_id = ? AND sha256 = ?")
                .params(consultation, sha256)
                .query(String.class)
                .optional();
        if (state.isPresent()) {
            return sql.sql("""
                            UPDATE received_file SET state = 'UPLOADED', roles = NULL, name = ?
                            WHERE consultation_id = ? AND sha256 = ? AND state = 'WITHDRAWN'""").params(name, consultation, sha256).update() == 1
                    ? Receipt.NEW
                    : Receipt.ALREADY_RECEIVED;
        }
        try (InputStream in = Files.newInputStream(content)) {
            int rows = sql.sql("""
                            INSERT INTO received_file
                                (consultation_id, name, size, sha256, content, state, uploaded_by, uploaded_at)
                            VALUES (?, ?, ?, ?, ?, 'UPLOADED', ?, ?) ON CONFLICT DO NOTHING""")
                    .params(
                            consultation,
                            name,
                            Files.size(content),
                            sha256,
                            new org.springframework.jdbc.core.support.SqlBinaryValue(in, Files.size(content)),
                            person,
                            Timestamp.from(at))
                    .update();
            return rows == 1 ? Receipt.NEW : Receipt.ALREADY_RECEIVED;
        }
    }

    /// All files, latest first, without those withdrawn.
    @Transactional(readOnly = true)
    public List<ReceivedFile> of(long consultation) {
        return sql.sql("""
                        SELECT f.id, f.name, f.size, f.state, f.roles, f.uploaded_at, p.name,
                            (SELECT count(*) FROM response r WHERE r.file_id = f.id),
                            (SELECT count(*) FROM exclusion e WHERE e.file_id = f.id),
                            (SELECT count(*) FROM import_fault i WHERE i.file_id = f.id)
                        FROM received_file f JOIN person p ON p.id = f.uploaded_by
                        WHERE f.consultation_id = ? AND f.state <> 'WITHDRAWN' ORDER BY f.id DESC""").param(consultation).query((row, _) -> file(row)).list();
    }

    private static ReceivedFile file(ResultSet row) throws SQLException {
        return new ReceivedFile(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                ReceivedFile.State.valueOf(row.getString(4)),
                row.getString(5),
                row.getTimestamp(6).toInstant(),
                row.getString(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10));
    }

    /// Writes a file's bytes to the disk, in pieces.
    @Transactional(readOnly = true)
    public void fetch(long file, Path to) throws IOException {
        try (OutputStream out = Files.newOutputStream(to)) {
            for (int from = 1; ; from += CHUNK) {
                byte[] piece = sql.sql("SELECT substring(content FROM ? FOR ?) FROM received_file WHERE id = ?")
                        .params(from, CHUNK, file)
                        .query(byte[].class)
                        .single();
                out.write(piece);
                if (piece.length < CHUNK) {
                    return;
                }
            }
        }
    }

    /// Notes what a person says the columns are.
    @Transactional
    public void state(List<Long> files, @Nullable String roles) {
        sql.sql("UPDATE received_file SET roles = :roles WHERE id IN (:files) AND state = 'UPLOADED'")
                .param("roles", roles, java.sql.Types.VARCHAR)
                .param("files", files)
                .update();
    }

    /// Moves files that wait on to another state.
    ///
    /// @return whether all of them still waited
    @Transactional
    public boolean settle(List<Long> files, ReceivedFile.State state) {
        return sql.sql("UPDATE received_file SET state = :state WHERE id IN (:files) AND state = 'UPLOADED'")
                        .param("state", state.name())
                        .param("files", files)
                        .update()
                == files.size();
    }

    /// Keeps the roles by which files were imported.
    @Transactional
    public void keepRoles(List<Long> files, String roles) {
        sql.sql("UPDATE received_file SET roles = :roles WHERE id IN (:files)")
                .param("roles", roles)
                .param("files", files)
                .update();
    }
}
