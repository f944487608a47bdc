package org.folkmoot.server.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Brings many rows into the database at once, by COPY into a table that lives as long as the transaction. From there
/// they go on by `INSERT … SELECT`, under row-level security, which COPY itself does not obey.
@Component
public class Bulk {
    private final DataSource source;
    private final JdbcClient sql;

    Bulk(DataSource source, JdbcClient sql) {
        this.source = source;
        this.sql = sql;
    }

    /// Where rows are put. Values are as PostgreSQL writes them; null is none.
    @FunctionalInterface
    public interface Rows {
        void add(@Nullable Object... values);
    }

    /// Fills a temporary table, in place of one of the same name that this transaction made before.
    ///
    /// @param table its name, a constant of the program
    /// @param columns with their types, e.g. `id bigint, text text`
    @Transactional(propagation = Propagation.MANDATORY)
    public void stage(String table, String columns, Consumer<Rows> rows) {
        sql.sql("DROP TABLE IF EXISTS pg_temp." + table).update();
        sql.sql("CREATE TEMPORARY TABLE " + table + " (" + columns + ") ON COMMIT DROP")
                .update();
        Connection connection = DataSourceUtils.getConnection(source);
        try (Writer out = new java.io.OutputStreamWriter(
                new PGCopyOutputStream(
                        connection.unwrap(PGConnection.class), "COPY pg_temp." + table + " FROM STDIN", 1 << 16),
                StandardCharsets.UTF_8)) {
            rows.accept(values -> write(out, values));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("rows could not be copied to " + table, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
        sql.sql("ANALYZE pg_temp." + table).update();
    }

    private static void write(Writer out, @Nullable Object... values) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                row.append('\t');
            }
            Object value = values[i];
            if (value == null) {
                row.append("\\N");
            } else {
                escape(row, value.toString());
            }
        }
        try {
            out.append(row.append('\n'));
        } catch (IOException e) {
            throw new UncheckedIOException("rows could not be copied", e);
        }
    }

    private static void escape(StringBuilder row, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> row.append("\\\\");
                case '\n' -> row.append("\\n");
                case '\r' -> row.append("\\r");
                case '\t' -> row.append("\\t");
                default -> row.append(c);
            }
        }
    }
}
