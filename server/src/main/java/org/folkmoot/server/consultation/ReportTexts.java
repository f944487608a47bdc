package org.folkmoot.server.consultation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What people wrote beside the figures of reports, every version of it, and the steps of reports.
@Repository
class ReportTexts {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    ReportTexts(JdbcClient sql) {
        this.sql = sql;
    }

    /// A step of a report.
    ///
    /// @param figures by section and name, as they were
    record Step(ReportState state, Map<String, Map<String, String>> figures, String who, Instant at) {}

    /// The latest text of each section that has one.
    @Transactional(propagation = Propagation.MANDATORY)
    Map<String, WrittenText> latest(long consultation) {
        Map<String, WrittenText> texts = new LinkedHashMap<>();
        sql.sql("""
                        SELECT DISTINCT ON (r.section) r.section, r.version, r.text, r.figures, p.name, r.written_at
                        FROM report_text r JOIN person p ON p.id = r.written_by
                        WHERE r.consultation_id = ? ORDER BY r.section, r.version DESC""").param(consultation).query(row -> {
            texts.put(row.getString(1), written(row));
        });
        return texts;
    }

    /// All versions of a section's text, the latest first.
    @Transactional(propagation = Propagation.MANDATORY)
    List<WrittenText> versions(long consultation, String section) {
        return sql.sql("""
                        SELECT r.section, r.version, r.text, r.figures, p.name, r.written_at
                        FROM report_text r JOIN person p ON p.id = r.written_by
                        WHERE r.consultation_id = ? AND r.section = ? ORDER BY r.version DESC""")
                .params(consultation, section)
                .query((row, _) -> written(row))
                .list();
    }

    private static WrittenText written(java.sql.ResultSet row) throws java.sql.SQLException {
        return new WrittenText(
                row.getInt(2),
                row.getString(3),
                JSON.readValue(row.getString(4), new TypeReference<LinkedHashMap<String, String>>() {}),
                row.getString(5),
                row.getTimestamp(6).toInstant());
    }

    /// Keeps a version; false if there is one of that number already.
    @Transactional(propagation = Propagation.MANDATORY)
    boolean add(long consultation, String section, WrittenText text, long person) {
        return sql.sql("""
                        INSERT INTO report_text (consultation_id, section, text, figures, version, written_by, written_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                        .params(
                                consultation,
                                section,
                                text.text(),
                                JSON.writeValueAsString(text.figures()),
                                text.version(),
                                person,
                                Timestamp.from(text.at()))
                        .update()
                > 0;
    }

    /// The latest step of a report; none while it has always been a draft.
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Step> step(long consultation) {
        return sql.sql("""
                        SELECT s.state, s.figures, p.name, s.at FROM report_step s JOIN person p ON p.id = s.person_id
                        WHERE s.consultation_id = ? ORDER BY s.id DESC LIMIT 1""")
                .param(consultation)
                .query((row, _) -> new Step(
                        ReportState.valueOf(row.getString(1)),
                        JSON.readValue(
                                row.getString(2), new TypeReference<LinkedHashMap<String, Map<String, String>>>() {}),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(long consultation, ReportState state, Map<String, Map<String, String>> figures, long person, Instant at) {
        sql.sql("INSERT INTO report_step (consultation_id, state, figures, person_id, at) VALUES (?, ?, ?, ?, ?)")
                .params(consultation, state.name(), JSON.writeValueAsString(figures), person, Timestamp.from(at))
                .update();
    }

    /// Lets one person at a time take a step.
    @Transactional(propagation = Propagation.MANDATORY)
    void lock(long consultation) {
        sql.sql("SELECT id FROM consultation WHERE id = ? FOR UPDATE")
                .param(consultation)
                .query(Long.class)
                .single();
    }
}
