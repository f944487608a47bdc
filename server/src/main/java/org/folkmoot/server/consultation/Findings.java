package org.folkmoot.server.consultation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.corpus.Campaign;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.Uncovered;
import org.folkmoot.server.platform.Bulk;
import org.folkmoot.text.Passage;
import org.folkmoot.text.privacy.PersonalData;
import org.folkmoot.text.privacy.PersonalDataFinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What a run says of answers, besides their themes: how each was taken, campaigns, personal data, and what no theme
/// covers.
@Repository
class Findings {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;
    private final Bulk bulk;

    Findings(JdbcClient sql, Bulk bulk) {
        this.sql = sql;
        this.bulk = bulk;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Run run, QuestionAnswers.Material material, QuestionAnalysis analysis) {
        Map<Integer, Long> campaigns = campaigns(run, material.ids(), analysis.campaigns());
        bulk.stage(
                "screening",
                "answer_id bigint, status text, language text, text_group bigint, campaign_id bigint",
                rows -> {
                    for (int r = 0; r < material.ids().length; r++) {
                        rows.add(
                                material.ids()[r],
                                analysis.status().get(r).name(),
                                analysis.language().get(r),
                                analysis.distinctText().get(r),
                                campaigns.get(r));
                    }
                });
        sql.sql("""
                INSERT INTO screened_answer (run_id, consultation_id, answer_id, status, language, text_group, campaign_id)
                SELECT ?, ?, answer_id, status, language, text_group, campaign_id FROM screening""").params(run.id(), run.consultation()).update();
        personalData(run, material, analysis.personalData());
        uncovered(run, material.ids(), analysis.uncovered());
        carryDecisions(run.id(), run.question());
    }

    /// What people decided on an argument holds for one of this run that is mostly made of the same passages. Reads the
    /// table of codebooks, which names the run that counted so far.
    @Transactional(propagation = Propagation.MANDATORY)
    public void carryDecisions(long run, long question) {
        sql.sql("""
                UPDATE uncovered u
                SET state = o.state, reason = o.reason, decided_by = o.decided_by, decided_at = o.decided_at,
                    entry = o.entry
                FROM (
                    SELECT DISTINCT ON (now.id) now.id, was.state, was.reason, was.decided_by,
                        was.decided_at, was.entry
                    FROM uncovered now
                    JOIN codebook c ON c.question_id = :question
                    JOIN uncovered was ON was.run_id = c.coded_by_run AND was.state <> 'OPEN'
                    CROSS JOIN LATERAL (
                        SELECT count(*) AS passages, count(*) FILTER (WHERE p IN (
                            SELECT q FROM jsonb_array_elements(was.passages::jsonb) q)) AS common
                        FROM jsonb_array_elements(now.passages::jsonb) p) shared
                    WHERE now.run_id = :run AND now.id <> was.id AND 2 * shared.common >= shared.passages
                    ORDER BY now.id, shared.common DESC, was.id) o
                WHERE u.id = o.id""").param("run", run).param("question", question).update();
    }

    /// @return campaign id by response index
    private Map<Integer, Long> campaigns(Run run, long[] ids, List<Campaign> campaigns) {
        Map<Integer, Long> of = new HashMap<>();
        Map<Campaign, Long> stored = new HashMap<>();
        for (Campaign campaign : campaigns) {
            long id = sql.sql("""
                            INSERT INTO campaign (consultation_id, run_id, code, common_text, members, variants)
                            VALUES (?, ?, ?, ?, ?, ?) RETURNING id""")
                    .params(
                            run.consultation(),
                            run.id(),
                            campaign.id(),
                            campaign.commonText(),
                            campaign.members().size(),
                            JSON.writeValueAsString(campaign.variants()))
                    .query(Long.class)
                    .single();
            campaign.members().forEach(member -> of.put(member, id));
            stored.put(campaign, id);
        }
        bulk.stage(
                "adding",
                "campaign_id bigint, answer_id bigint, span_start int, span_end int",
                rows -> stored.forEach((campaign, id) -> campaign.additions()
                        .forEach(passage -> rows.add(
                                id,
                                ids[passage.answer()],
                                passage.span().start(),
                                passage.span().end()))));
        sql.sql("""
                INSERT INTO campaign_addition (campaign_id, consultation_id, answer_id, span_start, span_end)
                SELECT campaign_id, ?, answer_id, span_start, span_end FROM adding""").param(run.consultation()).update();
        return of;
    }

    /// Flags spans not flagged before; what people decided on any stays.
    private void personalData(Run run, QuestionAnswers.Material material, List<Passage> found) {
        bulk.stage(
                "flagging",
                "answer_id bigint, span_start int, span_end int, kind text",
                rows -> found.stream().mapToInt(Passage::answer).distinct().forEach(answer -> {
                    String text = material.consultation()
                            .responses()
                            .get(answer)
                            .values()
                            .getFirst();
                    for (PersonalData one : PersonalDataFinder.find(text)) {
                        rows.add(
                                material.ids()[answer],
                                one.span().start(),
                                one.span().end(),
                                one.kind().name());
                    }
                }));
        sql.sql("""
                INSERT INTO personal_data (consultation_id, answer_id, span_start, span_end, kind, state)
                SELECT ?, answer_id, span_start, span_end, kind, 'FLAGGED' FROM flagging
                ON CONFLICT (answer_id, span_start, span_end, kind) DO NOTHING""").param(run.consultation()).update();
    }

    private void uncovered(Run run, long[] ids, List<Uncovered> groups) {
        for (Uncovered group : groups) {
            List<long[]> passages = group.passages().stream()
                    .map(passage -> new long[] {
                        ids[passage.answer()],
                        passage.span().start(),
                        passage.span().end()
                    })
                    .toList();
            sql.sql("""
                            INSERT INTO uncovered (consultation_id, run_id, headline, key_phrases, passages, language)
                            VALUES (?, ?, ?, ?, ?, ?)""")
                    .params(
                            run.consultation(),
                            run.id(),
                            group.headline(),
                            JSON.writeValueAsString(group.keyPhrases()),
                            JSON.writeValueAsString(passages),
                            group.language())
                    .update();
        }
    }
}
