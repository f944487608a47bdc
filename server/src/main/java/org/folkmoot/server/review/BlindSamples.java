package org.folkmoot.server.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.server.codebook.Codebook;
import org.folkmoot.server.codebook.CodebookJson;
import org.folkmoot.server.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Blind samples: what was drawn, by which plan, for whom to read.
@Repository
class BlindSamples {
    private final JdbcClient sql;

    BlindSamples(JdbcClient sql) {
        this.sql = sql;
    }

    /// One sample.
    ///
    /// @param questionText without the number that stands beside it as the code
    /// @param version number of the signed-off version it was drawn of, null for themes not signed off
    /// @param plan as recorded, e.g. `simple:300`
    /// @param themes as they were when it was drawn
    /// @param run whose codings it measures
    /// @param lastDecision answers decided up to this decision were not drawn from
    record Sample(
            long id,
            long consultation,
            long question,
            String questionCode,
            String questionText,
            @Nullable Integer version,
            String plan,
            String stratifiedBy,
            long seed,
            String frameHash,
            SampleState state,
            Codebook themes,
            long run,
            long lastDecision,
            String drawnBy,
            Instant drawnAt,
            @Nullable Instant closedAt) {
        Sample {
            questionText = QuestionsToCode.unnumbered(questionCode, questionText);
        }
    }

    /// An answer drawn.
    ///
    /// @param inclusion with which chance
    record Item(long answer, double inclusion, String stratum) {}

    /// Who reads, and how much of it they have.
    record Reader(long person, String name, int read, int drawn) {}

    private static final String SAMPLE = """
            SELECT s.id, s.consultation_id, s.question_id, q.code, q.text, s.codebook_version, s.plan, s.stratified_by,
                   s.seed, s.frame_sha256, s.state, s.themes, s.run_id, s.last_decision, p.name, s.drawn_at, s.closed_at
            FROM blind_sample s JOIN question q ON q.id = s.question_id JOIN person p ON p.id = s.drawn_by
            """;

    private static Sample sample(ResultSet row, int number) throws SQLException {
        Timestamp closed = row.getTimestamp(17);
        return new Sample(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, Integer.class),
                row.getString(7),
                row.getString(8),
                row.getLong(9),
                row.getString(10),
                SampleState.valueOf(row.getString(11)),
                CodebookJson.codebook(row.getString(12)),
                row.getLong(13),
                row.getLong(14),
                row.getString(15),
                row.getTimestamp(16).toInstant(),
                closed == null ? null : closed.toInstant());
    }

    /// All samples of a consultation, the latest first.
    @Transactional(readOnly = true)
    public List<Sample> of(long consultation) {
        return sql.sql(SAMPLE + "WHERE s.consultation_id = ? ORDER BY s.id DESC")
                .param(consultation)
                .query(BlindSamples::sample)
                .list();
    }

    /// The samples that somebody reads, those still to be read first.
    @Transactional(readOnly = true)
    public List<Sample> readBy(long consultation, long person) {
        return sql.sql(SAMPLE + """
                        JOIN sample_reader r ON r.sample_id = s.id AND r.person_id = ?
                        WHERE s.consultation_id = ? AND s.state <> 'WITHDRAWN'
                        ORDER BY s.state <> 'READING', s.id""")
                .params(person, consultation)
                .query(BlindSamples::sample)
                .list();
    }

    /// The last sample of a question whose figures stand.
    @Transactional(readOnly = true)
    public Optional<Sample> lastClosed(long question) {
        return sql.sql(SAMPLE
                        + "WHERE s.question_id = ? AND s.state = 'CLOSED' ORDER BY s.closed_at DESC, s.id DESC LIMIT 1")
                .param(question)
                .query(BlindSamples::sample)
                .optional();
    }

    /// One sample.
    ///
    /// @throws Refused if it is not of this consultation
    @Transactional(readOnly = true)
    public Sample one(long consultation, long sample) {
        return found(consultation, sample, "");
    }

    /// One sample, held until the transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public Sample locked(long consultation, long sample) {
        return found(consultation, sample, " FOR UPDATE OF s");
    }

    private Sample found(long consultation, long sample, String lock) {
        return sql.sql(SAMPLE + "WHERE s.consultation_id = ? AND s.id = ?" + lock)
                .params(consultation, sample)
                .query(BlindSamples::sample)
                .optional()
                .orElseThrow(Refused::notFound);
    }

    /// The answers drawn, in the order drawn.
    @Transactional(readOnly = true)
    public List<Item> items(long sample) {
        return sql.sql("SELECT answer_id, inclusion, stratum FROM sample_item WHERE sample_id = ? ORDER BY position")
                .param(sample)
                .query((row, _) -> new Item(row.getLong(1), row.getDouble(2), row.getString(3)))
                .list();
    }

    /// Its readers, by name.
    @Transactional(readOnly = true)
    public List<Reader> readers(long sample) {
        return sql.sql("""
                        SELECT p.id, p.name,
                               (SELECT count(*) FROM reading g WHERE g.sample_id = r.sample_id AND g.person_id = p.id),
                               (SELECT count(*) FROM sample_item i WHERE i.sample_id = r.sample_id)
                        FROM sample_reader r JOIN person p ON p.id = r.person_id
                        WHERE r.sample_id = ? ORDER BY lower(p.name), p.id""")
                .param(sample)
                .query((row, _) -> new Reader(row.getLong(1), row.getString(2), row.getInt(3), row.getInt(4)))
                .list();
    }

    /// Answers to a question that are in a sample still being read or adjudicated.
    @Transactional(readOnly = true)
    public List<Long> beingRead(long question) {
        return drawn(question, "s.state IN ('READING', 'ADJUDICATING')");
    }

    /// Answers to a question that were ever read blind, or are: from them the coder never learns.
    @Transactional(readOnly = true)
    public List<Long> everDrawn(long question) {
        return drawn(question, "s.state <> 'WITHDRAWN'");
    }

    private List<Long> drawn(long question, String state) {
        return sql.sql("""
                        SELECT DISTINCT i.answer_id FROM sample_item i JOIN blind_sample s ON s.id = i.sample_id
                        WHERE s.question_id = ? AND
                        """ + state).param(question).query(Long.class).list();
    }

    /// Keeps a new sample.
    ///
    /// @return its id
    @Transactional(propagation = Propagation.MANDATORY)
    public long add(Sample sample, long drawnBy, List<Item> items, List<Long> readers) {
        long id = sql.sql("""
                        INSERT INTO blind_sample (consultation_id, question_id, codebook_version, plan, stratified_by, seed,
                                                  frame_sha256, readers, state, themes, run_id, last_decision, drawn_by,
                                                  drawn_at)
                        VALUES (:consultation, :question, :version, :plan, :by, :seed, :frame, :readers, :state, :themes,
                                :run, :decision, :person, :at) RETURNING id""")
                .param("consultation", sample.consultation())
                .param("question", sample.question())
                .param("version", sample.version(), Types.INTEGER)
                .param("plan", sample.plan())
                .param("by", sample.stratifiedBy())
                .param("seed", sample.seed())
                .param("frame", sample.frameHash())
                .param("readers", readers.size())
                .param("state", sample.state().name())
                .param("themes", CodebookJson.of(sample.themes()))
                .param("run", sample.run())
                .param("decision", sample.lastDecision())
                .param("person", drawnBy)
                .param("at", Timestamp.from(sample.drawnAt()))
                .query(Long.class)
                .single();
        sql.sql("""
                        INSERT INTO sample_item (sample_id, consultation_id, position, answer_id, inclusion, stratum)
                        SELECT :sample, :consultation, i.position, i.answer, i.inclusion, i.stratum
                        FROM unnest(:answers, :inclusions, :strata) WITH ORDINALITY i (answer, inclusion, stratum, position)""")
                .param("sample", id)
                .param("consultation", sample.consultation())
                .param("answers", items.stream().map(Item::answer).toArray(Long[]::new))
                .param("inclusions", items.stream().map(Item::inclusion).toArray(Double[]::new))
                .param("strata", items.stream().map(Item::stratum).toArray(String[]::new))
                .update();
        readers.forEach(
                reader -> sql.sql("INSERT INTO sample_reader (sample_id, consultation_id, person_id) VALUES (?, ?, ?)")
                        .params(id, sample.consultation(), reader)
                        .update());
        return id;
    }

    /// Takes a sample to another state.
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(long sample, SampleState state, Instant at) {
        sql.sql("UPDATE blind_sample SET state = ?, closed_at = ? WHERE id = ?")
                .param(1, state.name())
                .param(2, state == SampleState.CLOSED ? Timestamp.from(at) : null, Types.TIMESTAMP)
                .param(3, sample)
                .update();
    }
}
