package org.folkmoot.server.review;

import java.util.Optional;
import org.folkmoot.server.audit.KnownThings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Calls themes that readers of a blind sample gave by what its question's codebook calls them.
@Repository
class SampledQuestions implements KnownThings {
    private static final String SAMPLE = "sample ";

    private final JdbcClient sql;
    private final ObjectProvider<KnownThings> contexts;

    SampledQuestions(JdbcClient sql, ObjectProvider<KnownThings> contexts) {
        this.sql = sql;
        this.contexts = contexts;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> name(long chain, Thing thing) {
        if (!thing.kind().equals("theme") || !thing.within().matches(SAMPLE + "\\d{1,18}")) {
            return Optional.empty();
        }
        return sql.sql("""
                        SELECT q.code FROM blind_sample s JOIN question q ON q.id = s.question_id
                        WHERE s.consultation_id = ? AND s.id = ?""")
                .params(chain, Long.valueOf(thing.within().substring(SAMPLE.length())))
                .query(String.class)
                .optional()
                .flatMap(code -> contexts.stream()
                        .flatMap(context ->
                                context.name(chain, new Thing("theme", thing.id(), "question " + code)).stream())
                        .findFirst());
    }
}
