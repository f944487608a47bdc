package org.folkmoot.server.codebook;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/// The codebooks of all questions, the last few of them kept as they are as long as nothing changes in them.
@Repository
public class Codebooks {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int KEPT = 100;

    private final JdbcClient sql;
    private final Map<Long, Remembered> known = new LinkedHashMap<>(16, 0.75f, true);

    Codebooks(JdbcClient sql) {
        this.sql = sql;
    }

    /// The codebook of a question; empty before its first run is done.
    @Transactional(readOnly = true)
    public Optional<Kept> of(long question) {
        return read(question, "");
    }

    /// The codebook of a question, locked until the transaction ends, so that edits follow one another.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Kept> locked(long question) {
        return read(question, " FOR UPDATE OF c");
    }

    /// @param revision the number of changes so far: a codebook of the same revision is the same
    private record Row(
            long id, long consultationId, long questionId, String code, long runId, long codedByRun, long revision) {}

    private record Remembered(long revision, Kept kept) {}

    private Optional<Kept> read(long question, String lock) {
        return row(question, lock).map(row -> {
            synchronized (known) {
                Remembered before = known.get(row.id());
                if (before != null && before.revision() == row.revision()) {
                    return before.kept();
                }
            }
            Kept kept = kept(row);
            // What a transaction has not committed yet must not be remembered, nor what changed while it was read.
            if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()
                    && row(question, "").filter(row::equals).isPresent()) {
                remember(row, kept);
            }
            return kept;
        });
    }

    /// The names are those of the components: a name that is looked for in vain costs an exception a row.
    private Optional<Row> row(long question, String lock) {
        return sql.sql("""
                        SELECT c.id, c.consultation_id AS consultationid, c.question_id AS questionid, q.code,
                               c.run_id AS runid, c.coded_by_run AS codedbyrun, c.revision
                        FROM codebook c JOIN question q ON q.id = c.question_id WHERE c.question_id = ?""" + lock).param(question).query(Row.class).optional();
    }

    private Kept kept(Row row) {
        String base = sql.sql("SELECT base FROM codebook WHERE id = ?")
                .param(row.id())
                .query(String.class)
                .single();
        return new Kept(
                row.id(),
                row.consultationId(),
                row.questionId(),
                row.code(),
                row.runId(),
                row.codedByRun(),
                EditLog.of(CodebookJson.codebook(base), entries(row.id())),
                places(row.id()));
    }

    private void remember(Row row, Kept kept) {
        synchronized (known) {
            known.put(row.id(), new Remembered(row.revision(), kept));
            if (known.size() > KEPT) {
                known.remove(known.keySet().iterator().next());
            }
        }
    }

    private List<EditLog.Entry> entries(long codebook) {
        return sql.sql("""
                        SELECT sequence, person_name, at, edit, undone_by, undone_at
                        FROM theme_edit WHERE codebook_id = ? ORDER BY sequence""")
                .param(codebook)
                .query((row, _) -> {
                    String undoneBy = row.getString(5);
                    return new EditLog.Entry(
                            row.getLong(1),
                            row.getString(2),
                            row.getTimestamp(3).toInstant(),
                            CodebookJson.edit(row.getString(4)),
                            undoneBy == null
                                    ? null
                                    : new EditLog.Undoing(
                                            undoneBy, row.getTimestamp(6).toInstant()));
                })
                .list();
    }

    private Map<SourceId, Integer> places(long codebook) {
        Map<SourceId, Integer> places = new HashMap<>();
        sql.sql("SELECT source, place FROM theme_source WHERE codebook_id = ?")
                .param(codebook)
                .query((row, _) -> places.put(new SourceId(row.getString(1)), row.getInt(2)))
                .list();
        return places;
    }

    /// Keeps a new codebook.
    ///
    /// @return its id
    @Transactional(propagation = Propagation.MANDATORY)
    long add(long consultation, long question, long run, Codebook base) {
        return sql.sql("""
                        INSERT INTO codebook (consultation_id, question_id, run_id, coded_by_run, base)
                        VALUES (?, ?, ?, ?, ?) RETURNING id""")
                .params(consultation, question, run, run, CodebookJson.of(base))
                .query(Long.class)
                .single();
    }

    /// Puts another proposal, of another run, in the place of one that nobody has edited.
    @Transactional(propagation = Propagation.MANDATORY)
    void proposeAnew(Kept codebook, long run, Codebook base) {
        sql.sql("UPDATE codebook SET base = ?, run_id = ?, coded_by_run = ? WHERE id = ?")
                .params(CodebookJson.of(base), run, run, codebook.id())
                .update();
    }

    /// From now on a run's codings are current.
    @Transactional(propagation = Propagation.MANDATORY)
    void codedBy(Kept codebook, long run) {
        sql.sql("UPDATE codebook SET coded_by_run = ? WHERE id = ?")
                .params(run, codebook.id())
                .update();
    }

    /// Keeps a source.
    ///
    /// @return its place
    @Transactional(propagation = Propagation.MANDATORY)
    int addSource(long codebook, long consultation, ThemeSource source) {
        return sql.sql("""
                        INSERT INTO theme_source (codebook_id, consultation_id, place, source, definition, centre)
                        SELECT :codebook, :consultation, coalesce(max(place) + 1, 0), :source, :definition, :centre
                        FROM theme_source WHERE codebook_id = :codebook RETURNING place""")
                .param("codebook", codebook)
                .param("consultation", consultation)
                .param("source", source.id().value())
                .param("definition", JSON.writeValueAsString(source.definition()))
                .param("centre", ThemeSource.bytes(source.centre()), Types.BINARY)
                .query(Integer.class)
                .single();
    }

    /// The sources of a codebook, in the order of their places.
    @Transactional(readOnly = true)
    public List<ThemeSource> sources(Kept codebook) {
        return sql.sql("SELECT source, definition, centre FROM theme_source WHERE codebook_id = ? ORDER BY place")
                .param(codebook.id())
                .query((row, _) -> new ThemeSource(
                        new SourceId(row.getString(1)),
                        JSON.readValue(row.getString(2), ThemeSource.Definition.class),
                        ThemeSource.vector(row.getBytes(3))))
                .list();
    }

    /// Keeps an entry that was added to the log.
    @Transactional(propagation = Propagation.MANDATORY)
    void append(Kept codebook, EditLog.Entry entry, long person) {
        sql.sql("""
                        INSERT INTO theme_edit (codebook_id, consultation_id, sequence, edit, person_id, person_name, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        codebook.id(),
                        codebook.consultation(),
                        entry.number(),
                        CodebookJson.of(entry.edit()),
                        person,
                        entry.person(),
                        Timestamp.from(entry.at()))
                .update();
    }

    /// Keeps that an entry was undone or redone.
    @Transactional(propagation = Propagation.MANDATORY)
    void mark(Kept codebook, EditLog.Entry entry) {
        EditLog.Undoing undone = entry.undone();
        Instant at = undone == null ? null : undone.at();
        sql.sql("UPDATE theme_edit SET undone_by = ?, undone_at = ? WHERE codebook_id = ? AND sequence = ?")
                .param(1, undone == null ? null : undone.person(), Types.VARCHAR)
                .param(2, timestamp(at), Types.TIMESTAMP)
                .param(3, codebook.id())
                .param(4, entry.number())
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
