package org.folkmoot.server.consultation;

import java.util.List;
import org.folkmoot.corpus.Exclusion;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What an import left on record of a file: everything found wrong, and the rows set aside.
@Repository
class FileRecords {
    private static final int MOST = 1000;

    private final JdbcClient sql;

    FileRecords(JdbcClient sql) {
        this.sql = sql;
    }

    /// What was found wrong, in order of rows; the first thousand.
    @Transactional(readOnly = true)
    public List<Fault> faults(ReceivedFile file) {
        return sql.sql("""
                        SELECT severity, code, source_sheet, source_row, column_name, message, remedy
                        FROM import_fault WHERE file_id = ? ORDER BY source_sheet, source_row, id LIMIT ?""")
                .params(file.id(), MOST)
                .query((row, _) -> new Fault(
                        Fault.Severity.valueOf(row.getString(1)),
                        row.getString(2),
                        new Source(file.name(), row.getString(3), Math.toIntExact(row.getLong(4))),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)))
                .list();
    }

    /// Rows set aside, in their order; the first thousand.
    @Transactional(readOnly = true)
    public List<Exclusion> excluded(ReceivedFile file) {
        return sql.sql("""
                        SELECT source_sheet, source_row, respondent, reason
                        FROM exclusion WHERE file_id = ? ORDER BY source_sheet, source_row, id LIMIT ?""")
                .params(file.id(), MOST)
                .query((row, _) -> new Exclusion(
                        new Source(file.name(), row.getString(1), Math.toIntExact(row.getLong(2))),
                        row.getString(3),
                        row.getString(4)))
                .list();
    }
}
