package org.folkmoot.server.consultation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Gives a run all that an earlier run of the same question found besides codings: the same answers on
/// the same bench, coded by a coder that has learned.
@Repository
class CarryingRunsOver {
    private final JdbcClient sql;

    CarryingRunsOver(JdbcClient sql) {
        this.sql = sql;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void carry(long from, long to) {
        copy(
                "UPDATE run SET (bench, measures) = (SELECT bench, measures FROM run WHERE id = :from) WHERE id = :to",
                from,
                to);
        copy("""
                INSERT INTO campaign (consultation_id, run_id, code, common_text, members, variants)
                SELECT consultation_id, :to, code, common_text, members, variants FROM campaign WHERE run_id = :from
                ORDER BY id""", from, to);
        copy("""
                INSERT INTO campaign_addition (campaign_id, consultation_id, answer_id, span_start, span_end)
                SELECT new.id, a.consultation_id, a.answer_id, a.span_start, a.span_end
                FROM campaign_addition a JOIN campaign old ON old.id = a.campaign_id AND old.run_id = :from
                JOIN campaign new ON new.run_id = :to AND new.code = old.code""", from, to);
        copy("""
                INSERT INTO screened_answer (run_id, consultation_id, answer_id, status, language, text_group, campaign_id)
                SELECT :to, s.consultation_id, s.answer_id, s.status, s.language, s.text_group, new.id
                FROM screened_answer s LEFT JOIN campaign old ON old.id = s.campaign_id
                LEFT JOIN campaign new ON new.run_id = :to AND new.code = old.code
                WHERE s.run_id = :from""", from, to);
        copy("""
                INSERT INTO uncovered (consultation_id, run_id, headline, key_phrases, passages, language, state, reason,
                                       decided_by, decided_at, entry)
                SELECT consultation_id, :to, headline, key_phrases, passages, language, state, reason, decided_by,
                       decided_at, entry
                FROM uncovered WHERE run_id = :from ORDER BY id""", from, to);
    }

    private void copy(String statement, long from, long to) {
        sql.sql(statement).param("from", from).param("to", to).update();
    }
}
