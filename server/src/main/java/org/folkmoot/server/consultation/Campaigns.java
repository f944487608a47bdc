package org.folkmoot.server.consultation;

import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.server.platform.Remembered;
import org.folkmoot.text.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The campaigns that the runs which count found. Reads the table of codebooks, which names those runs.
@Repository
public class Campaigns {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int KEPT = 10;

    private final JdbcClient sql;
    private final Remembered<Long, List<Campaign>> known = new Remembered<>(KEPT);

    Campaigns(JdbcClient sql) {
        this.sql = sql;
    }

    /// A group of nearly identical answers.
    ///
    /// @param language of most of them, as a BCP 47 tag; `und` or empty if unknown
    public record Campaign(
            long id,
            String code,
            long question,
            String questionText,
            String commonText,
            String language,
            int submissions,
            List<Variant> variants) {
        /// How many of its texts differ.
        public int texts() {
            return variants.size();
        }
    }

    /// One of its texts.
    public record Variant(String text, int count) {}

    /// Words that a member wrote beside the common text.
    public record Addition(long answer, Span span, String text, String language) {}

    @Transactional(readOnly = true)
    public List<Campaign> of(long consultation) {
        String stamp = sql.sql("""
                        SELECT coalesce(string_agg(question_id || ' ' || coded_by_run, ',' ORDER BY question_id), '')
                        FROM codebook WHERE consultation_id = ?""").param(consultation).query(String.class).single();
        return known.of(consultation, stamp, () -> read(consultation));
    }

    private List<Campaign> read(long consultation) {
        return sql.sql("""
                        SELECT k.id, k.code, q.id, q.text, k.common_text, coalesce(m.language, ''), m.members, k.variants
                        FROM campaign k
                        JOIN run u ON u.id = k.run_id
                        JOIN question q ON q.id = u.question_id
                        JOIN codebook c ON c.question_id = q.id AND c.coded_by_run = k.run_id
                        JOIN LATERAL (
                            SELECT count(*) AS members, mode() WITHIN GROUP (ORDER BY s.language) AS language
                            FROM screened_answer s
                            JOIN answer a ON a.id = s.answer_id
                            JOIN response r ON r.id = a.response_id AND r.superseded_by IS NULL
                            WHERE s.run_id = k.run_id AND s.campaign_id = k.id) m ON true
                        WHERE k.consultation_id = ? ORDER BY m.members DESC, k.id""")
                .param(consultation)
                .query((row, _) -> new Campaign(
                        row.getLong(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getInt(7),
                        JSON.readValue(row.getString(8), new TypeReference<List<Variant>>() {})))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Campaign> find(long consultation, long campaign) {
        return of(consultation).stream().filter(k -> k.id() == campaign).findFirst();
    }

    /// The codes of all campaigns, or of those of one question.
    @Transactional(readOnly = true)
    public List<String> codes(long consultation, @Nullable Long question) {
        return sql.sql("""
                        SELECT k.code FROM campaign k
                        JOIN codebook c ON c.coded_by_run = k.run_id
                        WHERE k.consultation_id = :consultation
                          AND (CAST(:question AS bigint) IS NULL OR c.question_id = :question)
                        ORDER BY k.members DESC, k.id""")
                .param("consultation", consultation)
                .param("question", question, Types.BIGINT)
                .query(String.class)
                .list();
    }

    /// By text of members what is hidden in it in any of their answers: flagged or redacted as personal data.
    @Transactional(readOnly = true)
    public Map<String, List<Span>> hidden(long campaign) {
        Map<String, List<Span>> hidden = new HashMap<>();
        sql.sql("""
                        SELECT a.text, p.span_start, p.span_end
                        FROM screened_answer s
                        JOIN answer a ON a.id = s.answer_id
                        JOIN personal_data p ON p.answer_id = a.id AND p.state <> 'KEPT'
                        WHERE s.campaign_id = ?""").param(campaign).query(row -> {
            hidden.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                    .add(new Span(row.getInt(2), row.getInt(3)));
        });
        return hidden;
    }

    /// How many passages members added in their own words.
    @Transactional(readOnly = true)
    public int countAdditions(long campaign) {
        return sql.sql("SELECT count(*) FROM campaign_addition WHERE campaign_id = ?")
                .param(campaign)
                .query(Integer.class)
                .single();
    }

    /// What members added in their own words, those of one answer together.
    @Transactional(readOnly = true)
    public List<Addition> additions(long campaign, int most) {
        return sql.sql("""
                        SELECT d.answer_id, d.span_start, d.span_end, a.text, coalesce(s.language, '')
                        FROM campaign_addition d JOIN answer a ON a.id = d.answer_id
                        JOIN campaign k ON k.id = d.campaign_id
                        LEFT JOIN screened_answer s ON s.run_id = k.run_id AND s.answer_id = d.answer_id
                        WHERE d.campaign_id = ? ORDER BY d.answer_id, d.span_start LIMIT ?""")
                .params(campaign, most)
                .query((row, _) -> new Addition(
                        row.getLong(1), new Span(row.getInt(2), row.getInt(3)), row.getString(4), row.getString(5)))
                .list();
    }
}
