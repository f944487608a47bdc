package org.folkmoot.server.review;

import java.util.List;
import org.folkmoot.server.codebook.Codebook;
import org.folkmoot.server.codebook.CodebookJson;
import org.folkmoot.server.codebook.Kept;
import org.folkmoot.server.platform.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The versions of a question's themes that a sample can be drawn of. Reads a table of the codebook context.
@Repository
class Versions {
    private final JdbcClient sql;

    Versions(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param number of a signed-off version, 0 for the themes as they are now
    /// @param run whose codings it had
    record Version(int number, Codebook themes, long run) {}

    /// @throws Refused if there is no such version
    @Transactional(readOnly = true)
    public Version of(Kept kept, int number) {
        if (number == 0) {
            return new Version(0, kept.themes(), kept.codedBy());
        }
        return sql.sql("SELECT number, themes, run_id FROM codebook_version WHERE codebook_id = ? AND number = ?")
                .params(kept.id(), number)
                .query((row, _) -> new Version(row.getInt(1), CodebookJson.codebook(row.getString(2)), row.getLong(3)))
                .optional()
                .orElseThrow(Refused::notFound);
    }

    /// Numbers of the signed-off versions of a question, the latest first.
    @Transactional(readOnly = true)
    public List<Integer> numbers(long question) {
        return sql.sql("""
                        SELECT v.number FROM codebook_version v JOIN codebook c ON c.id = v.codebook_id
                        WHERE c.question_id = ? ORDER BY v.number DESC""").param(question).query(Integer.class).list();
    }
}
