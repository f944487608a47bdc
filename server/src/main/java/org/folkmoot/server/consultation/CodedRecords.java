package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.corpus.AnswerStatus;
import org.folkmoot.corpus.Campaign;
import org.folkmoot.server.platform.Remembered;
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

    private static final long ROOM = Runtime.getRuntime().maxMemory() / 16;

    private final JdbcClient sql;
    private final Remembered<Long, OfRun> known = new Remembered<>(ROOM, OfRun::bytes);

    CodedRecords(JdbcClient sql) {
        this.sql = sql;
    }

    record Screened(AnswerStatus status, String language, long group) {}

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

    /// What a run found besides codings; it never changes.
    ///
    /// @param screened by answer id
    /// @param options of the run, as JSON
    record OfRun(Map<Long, Screened> screened, List<StoredCampaign> campaigns, String options) {
        private static final int OF_ANSWER = 150;

        /// About how many bytes of memory it takes.
        long bytes() {
            return (long) OF_ANSWER * screened.size();
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    OfRun of(long run) {
        return known.of(run, "", () -> read(run));
    }

    private OfRun read(long run) {
        Map<Long, Screened> screened = new HashMap<>();
        Map<Long, List<Long>> members = new HashMap<>();
        sql.sql("SELECT answer_id, status, language, text_group, campaign_id FROM screened_answer WHERE run_id = ?"
                        + " ORDER BY answer_id")
                .param(run)
                .query(row -> {
                    screened.put(
                            row.getLong(1),
                            new Screened(
                                    AnswerStatus.valueOf(row.getString(2)),
                                    row.getString(3).intern(),
                                    row.getLong(4)));
                    long campaign = row.getLong(5);
                    if (campaign != 0) {
                        members.computeIfAbsent(campaign, _ -> new ArrayList<>())
                                .add(row.getLong(1));
                    }
                });
        return new OfRun(screened, campaigns(run, members), options(run));
    }

    private String options(long run) {
        return sql.sql("SELECT options FROM run WHERE id = ?")
                .param(run)
                .query(String.class)
                .single();
    }

    /// By answer id the latest decision on it.
    @Transactional(propagation = Propagation.MANDATORY)
    Map<Long, Decided> decided(long question) {
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

    /// Changes with every decision on a group of passages that no theme of a question covers.
    @Transactional(propagation = Propagation.MANDATORY)
    String uncoveredStamp(long question) {
        return sql.sql("""
                        SELECT coalesce(string_agg(u.id || u.state, ' ' ORDER BY u.id), '')
                        FROM uncovered u JOIN codebook c ON c.coded_by_run = u.run_id WHERE c.question_id = ?""").param(question).query(String.class).single();
    }

    /// Groups on which nobody decided yet, or which were left as they are.
    @Transactional(propagation = Propagation.MANDATORY)
    List<StoredUncovered> uncovered(long run) {
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
