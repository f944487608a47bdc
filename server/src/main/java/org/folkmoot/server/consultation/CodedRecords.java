package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.corpus.AnswerStatus;
import org.folkmoot.corpus.Campaign;
import org.folkmoot.text.Span;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a run and people said of the answers to a question. Reads tables of the codebook and review contexts:
/// a read model for reports and exports.
@Repository
class CodedRecords {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    CodedRecords(JdbcClient sql) {
        this.sql = sql;
    }

    record Screened(AnswerStatus status, String language, long group) {}

    /// @param place of the theme's source
    record Coding(int place, long answer, Span span, float confidence) {}

    record Choice(String theme, int start, int end) {}

    /// The latest decision on an answer.
    record Decided(String person, List<Choice> choices, long after, List<Span> quotable) {}

    record StoredCampaign(
            String code,
            String commonText,
            List<Long> members,
            List<Campaign.Variant> variants,
            Map<Long, List<Span>> additions) {}

    /// A group of passages that no theme covers.
    record StoredUncovered(String headline, List<String> keyPhrases, List<long[]> passages, String language) {}

    /// @param screened by answer id
    /// @param codings by answer, start and place
    /// @param decided by answer id
    /// @param options of the run, as JSON
    record Stored(
            Map<Long, Screened> screened,
            List<Coding> codings,
            Map<Long, Decided> decided,
            List<StoredCampaign> campaigns,
            List<StoredUncovered> uncovered,
            String options) {}

    @Transactional(propagation = Propagation.MANDATORY)
    Stored of(long run, long question) {
        Map<Long, Screened> screened = new HashMap<>();
        Map<Long, List<Long>> members = new HashMap<>();
        sql.sql("SELECT answer_id, status, language, text_group, campaign_id FROM screened_answer WHERE run_id = ?"
                        + " ORDER BY answer_id")
                .param(run)
                .query(row -> {
                    screened.put(
                            row.getLong(1),
                            new Screened(AnswerStatus.valueOf(row.getString(2)), row.getString(3), row.getLong(4)));
                    long campaign = row.getLong(5);
                    if (campaign != 0) {
                        members.computeIfAbsent(campaign, _ -> new ArrayList<>())
                                .add(row.getLong(1));
                    }
                });
        return new Stored(
                screened, codings(run), decided(question), campaigns(run, members), uncovered(run), options(run));
    }

    private String options(long run) {
        return sql.sql("SELECT options FROM run WHERE id = ?")
                .param(run)
                .query(String.class)
                .single();
    }

    private List<Coding> codings(long run) {
        return sql.sql("""
                        SELECT source, answer_id, span_start, span_end, confidence FROM coding
                        WHERE run_id = ? ORDER BY answer_id, span_start, source""")
                .param(run)
                .query((row, _) -> new Coding(
                        row.getInt(1), row.getLong(2), new Span(row.getInt(3), row.getInt(4)), row.getFloat(5)))
                .list();
    }

    private Map<Long, Decided> decided(long question) {
        Map<Long, Decided> decided = new HashMap<>();
        sql.sql("""
                        SELECT DISTINCT ON (d.answer_id) d.answer_id, p.name, d.choices, d.edit_sequence, d.quotable
                        FROM decision d JOIN person p ON p.id = d.person_id
                        WHERE d.question_id = ? ORDER BY d.answer_id, d.id DESC""").param(question).query(row -> {
            decided.put(
                    row.getLong(1),
                    new Decided(
                            row.getString(2),
                            JSON.readValue(row.getString(3), new TypeReference<List<Choice>>() {}),
                            row.getLong(4),
                            JSON.readValue(row.getString(5), new TypeReference<List<Span>>() {})));
        });
        return decided;
    }

    private List<StoredCampaign> campaigns(long run, Map<Long, List<Long>> members) {
        Map<Long, Map<Long, List<Span>>> additions = new HashMap<>();
        sql.sql("""
                        SELECT a.campaign_id, a.answer_id, a.span_start, a.span_end
                        FROM campaign_addition a JOIN campaign c ON c.id = a.campaign_id
                        WHERE c.run_id = ? ORDER BY a.answer_id, a.span_start""").param(run).query(row -> {
            additions
                    .computeIfAbsent(row.getLong(1), _ -> new java.util.TreeMap<>())
                    .computeIfAbsent(row.getLong(2), _ -> new ArrayList<>())
                    .add(new Span(row.getInt(3), row.getInt(4)));
        });
        return sql.sql(
                        "SELECT id, code, common_text, variants FROM campaign WHERE run_id = ? ORDER BY members DESC, id")
                .param(run)
                .query((row, _) -> new StoredCampaign(
                        row.getString(2),
                        row.getString(3),
                        members.getOrDefault(row.getLong(1), List.of()),
                        JSON.readValue(row.getString(4), new TypeReference<List<Campaign.Variant>>() {}),
                        additions.getOrDefault(row.getLong(1), Map.of())))
                .list();
    }

    /// Groups on which nobody decided yet, or which were left as they are.
    private List<StoredUncovered> uncovered(long run) {
        return sql.sql("""
                        SELECT headline, key_phrases, passages, language FROM uncovered
                        WHERE run_id = ? AND state IN ('OPEN', 'DISMISSED') ORDER BY id""")
                .param(run)
                .query((row, _) -> new StoredUncovered(
                        row.getString(1),
                        JSON.readValue(row.getString(2), new TypeReference<List<String>>() {}),
                        JSON.readValue(row.getString(3), new TypeReference<List<long[]>>() {}),
                        row.getString(4)))
                .list();
    }
}
