package org.folkmoot.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.platform.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.support.TransactionTemplate;

/// Whoever changes the record in the database, with whatever power, is found out.
class AuditChainTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start();
    private static final AuditLog LOG = WORKBENCH.bean(AuditLog.class);
    private static final int ENTRIES = 10;
    private static long next = 100;

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    /// A new chain of ten entries, by people and by the program.
    private static long chain() {
        long chain = next++;
        for (int i = 1; i <= ENTRIES; i++) {
            AuditLog.Actor actor = i % 3 == 0 ? AuditLog.Actor.PROGRAM : new AuditLog.Actor((long) i, "Zoë " + i);
            Map<String, Object> detail = Map.of("count", i, "name", "a \"quoted\" näme");
            Scope.of(chain)
                    .run(() -> WORKBENCH
                            .bean(TransactionTemplate.class)
                            .executeWithoutResult(
                                    _ -> LOG.append(chain, actor, "test.done", "thing " + detail, detail)));
        }
        return chain;
    }

    private static ChainCheck.Verdict check(long chain, String head) throws Exception {
        try (Connection connection = WORKBENCH.database().open()) {
            return new KeptChains(connection)
                    .check(chain, ChainCheck.Anchor.parse(head).orElseThrow());
        }
    }

    @Test
    void untouchedChainIsSound() throws Exception {
        long chain = chain();
        String head = LOG.head(chain);
        assertThat(head).startsWith(ENTRIES + ":");
        assertThat(check(chain, head)).isEqualTo(new ChainCheck.Sound(chain, head));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "changed name     | 4 | UPDATE audit_entry SET who = 'x' WHERE chain = :c AND sequence = 4",
                "changed time     | 5 | UPDATE audit_entry SET at = at + interval '1 microsecond' WHERE chain = :c AND sequence = 5",
                "changed detail   | 1 | UPDATE audit_entry SET detail = '{}' WHERE chain = :c AND sequence = 1",
                "changed person   | 3 | UPDATE audit_entry SET person_id = 1 WHERE chain = :c AND sequence = 3",
                "changed hash     | 7 | UPDATE audit_entry SET hash = sha256('x') WHERE chain = :c AND sequence = 7",
                "deleted          | 6 | DELETE FROM audit_entry WHERE chain = :c AND sequence = 6",
                "first deleted    | 1 | DELETE FROM audit_entry WHERE chain = :c AND sequence = 1",
                "last deleted     | 10 | DELETE FROM audit_entry WHERE chain = :c AND sequence = 10",
                "all deleted      | 1 | DELETE FROM audit_entry WHERE chain = :c",
                "inserted         | 11 | INSERT INTO audit_entry SELECT chain, 11, at, person_id, who, action, subject, detail, hash FROM audit_entry WHERE chain = :c AND sequence = 10",
                "reordered        | 2 | UPDATE audit_entry a SET (who, action, subject, detail, at, person_id) = (SELECT who, action, subject, detail, at, person_id FROM audit_entry b WHERE b.chain = a.chain AND b.sequence = 11 - a.sequence) WHERE chain = :c AND sequence IN (2, 9)",
                "moved            | 4 | UPDATE audit_entry SET sequence = 1000 WHERE chain = :c AND sequence = 4",
                "head lost        | 1 | DELETE FROM audit_head WHERE chain = :c"
            })
    void tamperedChainIsBrokenThere(String what, long at, String statement) throws Exception {
        long chain = chain();
        String head = LOG.head(chain);
        assertThat(WORKBENCH.owner().sql(statement).param("c", chain).update()).isPositive();
        assertThat(check(chain, head))
                .isInstanceOfSatisfying(
                        ChainCheck.Broken.class,
                        broken -> assertThat(broken.sequence())
                                .as("%s: %s", what, broken.reason())
                                .isEqualTo(at));
    }

    /// With the power to rewrite everything, only a head noted elsewhere tells.
    @Test
    void rewrittenChainIsFoundByTheHeadThatWasNoted() throws Exception {
        long chain = chain();
        String noted = LOG.head(chain);
        WORKBENCH
                .owner()
                .sql("DELETE FROM audit_entry WHERE chain = ? AND sequence > 5")
                .param(chain)
                .update();
        WORKBENCH.owner().sql("""
                        UPDATE audit_head SET sequence = 5,
                            hash = (SELECT hash FROM audit_entry WHERE chain = audit_head.chain AND sequence = 5)
                        WHERE chain = ?""").param(chain).update();
        assertThat(check(chain, LOG.head(chain))).isInstanceOf(ChainCheck.Sound.class);
        assertThat(check(chain, noted)).isInstanceOf(ChainCheck.Broken.class);
        Scope.of(chain)
                .run(() -> WORKBENCH.bean(TransactionTemplate.class).executeWithoutResult(_ -> {
                    for (int i = 0; i < 5; i++) {
                        LOG.append(chain, AuditLog.Actor.PROGRAM, "test.forged", "thing", Map.of());
                    }
                }));
        assertThat(check(chain, noted))
                .isEqualTo(new ChainCheck.Broken(chain, 10, "its hash is not the one that was noted"));
    }

    @Test
    void extractIsVerifiedAlone() throws Exception {
        long chain = chain();
        String extract = Scope.of(chain).call(() -> {
            StringWriter out = new StringWriter();
            try {
                WORKBENCH.bean(AuditExtract.class).write(chain, out);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return out.toString();
        });
        String head = LOG.head(chain);
        assertThat(extract.lines()).hasSize(ENTRIES);
        assertThat(checkFile(extract, head)).isEqualTo(new ChainCheck.Sound(chain, head));
        assertThat(checkFile(extract.replace("Zoë 4", "Zoe 4"), head))
                .isEqualTo(new ChainCheck.Broken(chain, 4, "its content does not give its hash"));
        assertThat(checkFile(edited(extract, lines -> lines.subList(0, 9)), head))
                .isInstanceOf(ChainCheck.Broken.class);
        assertThat(checkFile(edited(extract, lines -> lines.subList(1, 10)), head))
                .isInstanceOf(ChainCheck.Broken.class);
        assertThat(checkFile(edited(extract, List::reversed), head)).isInstanceOf(ChainCheck.Broken.class);
    }

    private static String edited(String extract, UnaryOperator<List<String>> edit) {
        return edit.apply(extract.lines().toList()).stream().collect(Collectors.joining("\n"));
    }

    private static ChainCheck.Verdict checkFile(String extract, String head) throws Exception {
        return AuditExtract.check(
                new BufferedReader(new StringReader(extract)),
                ChainCheck.Anchor.parse(head).orElseThrow());
    }
}
