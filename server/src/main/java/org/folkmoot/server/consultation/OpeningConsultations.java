package org.folkmoot.server.consultation;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Map;
import org.folkmoot.server.audit.AuditLog;
import org.folkmoot.server.identity.Asker;
import org.folkmoot.server.identity.Role;
import org.folkmoot.server.identity.Teams;
import org.folkmoot.server.platform.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens a new consultation, led by who opens it.
@Component
class OpeningConsultations {
    private final JdbcClient sql;
    private final Teams teams;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    OpeningConsultations(
            JdbcClient sql, Teams teams, AuditLog audit, TransactionTemplate transactions, InstantSource clock) {
        this.sql = sql;
        this.teams = teams;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @return its id
    long open(String title, Asker asker) {
        long id = sql.sql("SELECT nextval('consultation_id_seq')")
                .query(Long.class)
                .single();
        Scope.of(id)
                .run(() -> transactions.executeWithoutResult(_ -> {
                    sql.sql("INSERT INTO consultation (id, title, created_at) VALUES (?, ?, ?)")
                            .params(id, title, Timestamp.from(clock.instant()))
                            .update();
                    teams.put(id, asker.person(), Role.LEAD);
                    audit.append(id, asker.actor(), "consultation.opened", "consultation " + id, Map.of());
                }));
        return id;
    }
}
