package org.folkmoot.server.codebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.text.Span;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What of the answers may be shown to those who may not see originals, and leave the house in any export: everything
/// but the spans that are flagged as personal data or redacted. Reads tables of the consultation context.
@Repository
public class PublishableTexts {
    private final JdbcClient sql;

    PublishableTexts(JdbcClient sql) {
        this.sql = sql;
    }

    /// By answer id what is hidden of it; answers of which nothing is hidden are left out.
    @Transactional(readOnly = true)
    public Map<Long, List<Span>> hidden(Collection<Long> answers) {
        Map<Long, List<Span>> hidden = new HashMap<>();
        sql.sql("""
                        SELECT answer_id, span_start, span_end FROM personal_data
                        WHERE answer_id = ANY (:answers) AND state <> 'KEPT'""").param("answers", answers.toArray(Long[]::new)).query(row -> {
            hidden.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>()).add(new Span(row.getInt(2), row.getInt(3)));
        });
        return hidden;
    }

    /// By id the answers as they may be shown; ids that are no answers, or none that may be seen, are left out.
    @Transactional(readOnly = true)
    public Map<Long, PublishableText> of(Collection<Long> answers) {
        Map<Long, List<Span>> hidden = hidden(answers);
        Map<Long, PublishableText> texts = new HashMap<>();
        sql.sql("SELECT id, text FROM answer WHERE id = ANY (:answers)")
                .param("answers", answers.toArray(Long[]::new))
                .query(row -> {
                    texts.put(
                            row.getLong(1),
                            PublishableText.of(row.getString(2), hidden.getOrDefault(row.getLong(1), List.of())));
                });
        return texts;
    }
}
