package org.folkmoot.server.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.folkmoot.server.codebook.Codebook;
import org.folkmoot.server.codebook.Codebooks;
import org.folkmoot.server.codebook.Resolution;
import org.folkmoot.server.codebook.SourceId;
import org.folkmoot.server.codebook.ThemeId;
import org.folkmoot.server.codebook.WorkingTheme;
import org.folkmoot.server.platform.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What a blind sample is drawn from and stands for: the answers with a view that the machine coded and
/// nobody had decided on. Runs, codings and decisions stay, so that the frame of a sample can be read again
/// at any time. Reads tables of the consultation and the codebook context.
@Repository
class SampleFrame {
    /// By what samples can be stratified.
    static final List<String> STRATA = List.of("language", "campaign");

    private final JdbcClient sql;
    private final Codebooks codebooks;

    SampleFrame(JdbcClient sql, Codebooks codebooks) {
        this.sql = sql;
        this.codebooks = codebooks;
    }

    /// A question that can be sampled.
    ///
    /// @param size how many answers can be drawn now
    record Sampled(long question, String code, String text, int size) {}

    /// The questions of a consultation that can be sampled, in order.
    @Transactional(readOnly = true)
    public List<Sampled> sampled(long consultation) {
        return sql.sql("""
                        SELECT q.id question, q.code, q.text, (
                            SELECT count(*) FROM screened_answer s
                            WHERE s.run_id = c.coded_by_run AND s.status = 'ANALYSED' AND NOT EXISTS (
                                SELECT FROM decision d WHERE d.question_id = q.id AND d.answer_id = s.answer_id)) size
                        FROM question q JOIN codebook c ON c.question_id = q.id
                        WHERE q.consultation_id = ? ORDER BY q.position, q.id""").param(consultation).query(Sampled.class).list();
    }

    /// What is measured.
    ///
    /// @param run whose codings
    /// @param lastDecision answers decided up to this decision are no part of it
    /// @param by one of `STRATA`, empty for none
    record Measured(long question, long run, Codebook themes, long lastDecision, String by) {
        static Measured of(BlindSamples.Sample sample) {
            return new Measured(
                    sample.question(), sample.run(), sample.themes(), sample.lastDecision(), sample.stratifiedBy());
        }
    }

    /// One answer of the frame.
    ///
    /// @param coded by theme the machine's confidence
    record Unit(long answer, String stratum, Map<String, Double> coded) {
        /// How unsure the machine is of it, from 0 to 1.
        double uncertainty() {
            return coded.values().stream()
                    .mapToDouble(confidence -> 1 - Math.abs(2 * confidence - 1))
                    .max()
                    .orElse(0);
        }
    }

    /// The frame, in the order of answers.
    @Transactional(readOnly = true)
    public List<Unit> of(Measured measured) {
        Map<Long, Map<String, Double>> coded = coded(measured);
        Set<Long> decided = decisions(measured).keySet();
        List<Unit> units = new ArrayList<>();
        sql.sql("""
                        SELECT answer_id, language, campaign_id IS NOT NULL FROM screened_answer
                        WHERE run_id = ? AND status = 'ANALYSED' ORDER BY answer_id""").param(measured.run()).query(row -> {
            long answer = row.getLong(1);
            if (!decided.contains(answer)) {
                String stratum = switch (measured.by()) {
                    case "language" -> "language=" + row.getString(2);
                    case "campaign" -> "campaign=" + (row.getBoolean(3) ? "yes" : "no");
                    default -> "";
                };
                units.add(new Unit(answer, stratum, coded.getOrDefault(answer, Map.of())));
            }
        });
        return units;
    }

    private Map<Long, Map<String, Double>> coded(Measured measured) {
        Map<SourceId, Integer> places =
                codebooks.of(measured.question()).orElseThrow(Refused::notFound).places();
        Map<Integer, String> themeAt = new HashMap<>();
        for (WorkingTheme theme : measured.themes().themes()) {
            if (!measured.themes().isSetAside(theme)) {
                theme.sources()
                        .forEach(source -> themeAt.put(
                                places.getOrDefault(source, -1), theme.id().value()));
            }
        }
        Map<Long, Map<String, Double>> coded = new HashMap<>();
        sql.sql("SELECT source, answer_id, confidence FROM coding WHERE run_id = ? AND source = ANY (?)")
                .params(measured.run(), themeAt.keySet().toArray(Integer[]::new))
                .query(row -> {
                    String theme = themeAt.get(row.getInt(1));
                    if (theme != null) {
                        coded.computeIfAbsent(row.getLong(2), _ -> new TreeMap<>())
                                .merge(theme, row.getDouble(3), Math::max);
                    }
                });
        return coded;
    }

    /// By answer with a view the themes that people had given it before the sample was drawn, and those
    /// above them.
    @Transactional(readOnly = true)
    public Map<Long, Set<String>> decisions(Measured measured) {
        Map<Long, Set<String>> decided = new LinkedHashMap<>();
        sql.sql("""
                        SELECT DISTINCT ON (d.answer_id) d.answer_id, d.choices, d.edit_sequence
                        FROM decision d JOIN screened_answer s
                          ON s.answer_id = d.answer_id AND s.run_id = ? AND s.status = 'ANALYSED'
                        WHERE d.question_id = ? AND d.id <= ? ORDER BY d.answer_id, d.id DESC""")
                .params(measured.run(), measured.question(), measured.lastDecision())
                .query(row -> {
                    Set<String> themes = new HashSet<>();
                    for (Decisions.Choice choice : Decisions.choices(row.getString(2))) {
                        if (measured.themes().resolve(new ThemeId(choice.theme()), row.getLong(3))
                                instanceof Resolution.Carried now) {
                            themes.add(now.by().value());
                        }
                    }
                    decided.put(row.getLong(1), ThemeSets.whole(measured.themes(), themes));
                });
        return decided;
    }
}
