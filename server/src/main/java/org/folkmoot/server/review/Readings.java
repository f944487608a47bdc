package org.folkmoot.server.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.server.codebook.Codebook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What readers gave the answers of blind samples, and what a lead decided where they differ.
@Repository
class Readings {
    private final JdbcClient sql;

    Readings(JdbcClient sql) {
        this.sql = sql;
    }

    /// What one person gave one answer.
    record Reading(Set<String> themes, boolean unsure, String note) {}

    /// What a lead decided on one answer.
    record Adjudicated(Set<String> themes, String reason, String by) {}

    /// Whether somebody is a reader of a sample.
    @Transactional(readOnly = true)
    public boolean isReader(long sample, long person) {
        return sql.sql("SELECT exists (SELECT FROM sample_reader WHERE sample_id = ? AND person_id = ?)")
                .params(sample, person)
                .query(Boolean.class)
                .single();
    }

    /// Whether an answer was drawn.
    @Transactional(readOnly = true)
    public boolean isDrawn(long sample, long answer) {
        return sql.sql("SELECT exists (SELECT FROM sample_item WHERE sample_id = ? AND answer_id = ?)")
                .params(sample, answer)
                .query(Boolean.class)
                .single();
    }

    /// The answer somebody reads next, in a random order of their own.
    @Transactional(readOnly = true)
    public Optional<Long> next(long sample, long person) {
        return sql.sql("""
                        SELECT i.answer_id FROM sample_item i
                        WHERE i.sample_id = :sample AND NOT EXISTS (
                            SELECT FROM reading r WHERE r.sample_id = i.sample_id AND r.answer_id = i.answer_id
                              AND r.person_id = :person)
                        ORDER BY md5(concat_ws(':', i.sample_id, :person::bigint, i.answer_id)) LIMIT 1""")
                .param("sample", sample)
                .param("person", person)
                .query(Long.class)
                .optional();
    }

    /// What somebody themselves gave an answer.
    @Transactional(readOnly = true)
    public Optional<Reading> own(long sample, long answer, long person) {
        return sql.sql("""
                        SELECT choices, unsure, note FROM reading
                        WHERE sample_id = ? AND answer_id = ? AND person_id = ?""")
                .params(sample, answer, person)
                .query((row, _) -> new Reading(ThemeSets.of(row.getString(1)), row.getBoolean(2), row.getString(3)))
                .optional();
    }

    /// Answers that somebody read last, the latest first.
    @Transactional(readOnly = true)
    public List<Long> last(long sample, long person) {
        return sql.sql("SELECT answer_id FROM reading WHERE sample_id = ? AND person_id = ? ORDER BY at DESC LIMIT 1")
                .params(sample, person)
                .query(Long.class)
                .list();
    }

    /// Keeps a reading, in place of an earlier one of the same person.
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(BlindSamples.Sample sample, long answer, long person, Reading reading, Instant at) {
        sql.sql("""
                        INSERT INTO reading (sample_id, consultation_id, answer_id, person_id, choices, unsure, note, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (sample_id, answer_id, person_id) DO UPDATE
                            SET choices = excluded.choices, unsure = excluded.unsure, note = excluded.note,
                                at = excluded.at""")
                .params(
                        sample.id(),
                        sample.consultation(),
                        answer,
                        person,
                        ThemeSets.json(reading.themes()),
                        reading.unsure(),
                        reading.note(),
                        Timestamp.from(at))
                .update();
    }

    /// Whether every reader has read every answer.
    @Transactional(readOnly = true)
    public boolean areComplete(long sample) {
        return sql.sql("""
                        SELECT NOT exists (
                            SELECT FROM sample_item i CROSS JOIN sample_reader p
                            WHERE i.sample_id = :sample AND p.sample_id = :sample AND NOT EXISTS (
                                SELECT FROM reading r WHERE r.sample_id = :sample AND r.answer_id = i.answer_id
                                  AND r.person_id = p.person_id))""").param("sample", sample).query(Boolean.class).single();
    }

    /// By reader, in the order of their ids, what they gave each answer.
    @Transactional(readOnly = true)
    public Map<Long, Map<Long, Reading>> of(long sample) {
        Map<Long, Map<Long, Reading>> readings = new LinkedHashMap<>();
        sql.sql("""
                        SELECT person_id, answer_id, choices, unsure, note FROM reading
                        WHERE sample_id = ? ORDER BY person_id, answer_id""").param(sample).query(row -> {
            readings.computeIfAbsent(row.getLong(1), _ -> new LinkedHashMap<>())
                    .put(
                            row.getLong(2),
                            new Reading(ThemeSets.of(row.getString(3)), row.getBoolean(4), row.getString(5)));
        });
        return readings;
    }

    /// The answers on which readers differ, in order.
    @Transactional(readOnly = true)
    public List<Long> differing(long sample, Codebook codebook) {
        Map<Long, Set<String>> first = new LinkedHashMap<>();
        List<Long> differing = new ArrayList<>();
        of(sample)
                .values()
                .forEach(reader -> reader.forEach((answer, reading) -> {
                    Set<String> themes = ThemeSets.whole(codebook, reading.themes());
                    Set<String> before = first.putIfAbsent(answer, themes);
                    if (before != null && !before.equals(themes) && !differing.contains(answer)) {
                        differing.add(answer);
                    }
                }));
        differing.sort(null);
        return differing;
    }

    /// By answer what was adjudicated.
    @Transactional(readOnly = true)
    public Map<Long, Adjudicated> adjudicated(long sample) {
        Map<Long, Adjudicated> adjudicated = new LinkedHashMap<>();
        sql.sql("""
                        SELECT a.answer_id, a.choices, a.reason, p.name
                        FROM adjudication a JOIN person p ON p.id = a.person_id
                        WHERE a.sample_id = ? ORDER BY a.answer_id""").param(sample).query(row -> {
            adjudicated.put(
                    row.getLong(1),
                    new Adjudicated(ThemeSets.of(row.getString(2)), row.getString(3), row.getString(4)));
        });
        return adjudicated;
    }

    /// Keeps what a lead decided, in place of what they decided before.
    @Transactional(propagation = Propagation.MANDATORY)
    public void adjudicate(
            BlindSamples.Sample sample, long answer, long person, Set<String> themes, String reason, Instant at) {
        sql.sql("""
                        INSERT INTO adjudication (sample_id, consultation_id, answer_id, person_id, choices, reason, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (sample_id, answer_id) DO UPDATE
                            SET person_id = excluded.person_id, choices = excluded.choices, reason = excluded.reason,
                                at = excluded.at""")
                .params(
                        sample.id(),
                        sample.consultation(),
                        answer,
                        person,
                        ThemeSets.json(themes),
                        reason,
                        Timestamp.from(at))
                .update();
    }
}
