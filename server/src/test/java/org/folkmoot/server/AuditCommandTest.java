package org.folkmoot.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.identity.Role;
import org.folkmoot.server.platform.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The history page, its extract, and the command that verifies it.
class AuditCommandTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start();
    private static final Person LEAD = WORKBENCH.person("Lea History");
    private static final long CONSULTATION = WORKBENCH.consultation("Ponds", LEAD);
    private static final String HISTORY = "/consultations/" + CONSULTATION + "/history";

    @TempDir
    private Path folder;

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    @Test
    void extractDownloadedFromThePageIsVerifiedByTheCommand() throws Exception {
        TestClient lead = WORKBENCH.signIn(LEAD);
        Path file = Files.write(
                folder.resolve("audit.jsonl"), lead.post(HISTORY + "/extract").bytes());
        StringWriter out = new StringWriter();
        assertThat(run(out, "verify", "--file", file.toString())).isZero();
        assertThat(out.toString()).startsWith("consultation " + CONSULTATION + ": sound, head ");
        Files.writeString(file, Files.readString(file).replace("Lea History", "Leo History"));
        assertThat(run(out, "verify", "--file", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("BROKEN at entry 1");
        Files.writeString(file, "not json\n");
        assertThat(run(out, "verify", "--file", file.toString())).isEqualTo(3);
        assertThat(run(out, "verify", "--file", file.toString(), "--head", "nonsense"))
                .isEqualTo(2);
        assertThat(run(out, "verify", "--database-url", "jdbc:postgresql://127.0.0.1:1/none"))
                .isEqualTo(3);
    }

    @Test
    void bundleIsVerifiedByTheCommand(@TempDir Path folder) throws Exception {
        Path bundle = folder.resolve("bundle.zip");
        Files.write(
                bundle,
                WORKBENCH
                        .signIn(LEAD)
                        .get("/consultations/" + CONSULTATION + "/report/export/bundle")
                        .bytes());
        String recorded = WORKBENCH
                .owner()
                .sql("SELECT detail FROM audit_entry WHERE chain = ? AND action = 'report.exported'")
                .param(CONSULTATION)
                .query(String.class)
                .single();
        String hash = recorded.replaceAll(".*\"sha256\":\"([0-9a-f]{64})\".*", "$1");
        StringWriter out = new StringWriter();
        assertThat(verify(out, bundle.toString(), "--sha256", hash))
                .as(out::toString)
                .isZero();
        assertThat(out.toString()).contains("sha256 of the bundle: " + hash, "head of its audit log: ");
        assertThat(verify(out, bundle.toString(), "--head", "1:" + "0".repeat(64)))
                .isEqualTo(1);
        assertThat(verify(out, bundle.toString(), "--sha256", "0".repeat(64))).isEqualTo(1);
        assertThat(verify(out, bundle.toString(), "--head", "nonsense")).isEqualTo(2);
        Files.writeString(bundle, "no zip file");
        assertThat(verify(out, bundle.toString())).isEqualTo(3);
        assertThat(out.toString()).contains("give the bundle as the report page of the workbench exported it");
    }

    private static int verify(StringWriter out, String... arguments) {
        return new CommandLine(new BundleCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(arguments);
    }

    @Test
    void databaseOfARunningWorkbenchIsFound() throws Exception {
        assertThat(EmbeddedPostgres.running(folder)).isEmpty();
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("database-password"), "x");
        Files.writeString(data.resolve("postmaster.pid"), "1\n" + data + "\n0\n1\n");
        assertThat(EmbeddedPostgres.running(folder)).as("a lock left behind").isEmpty();
        try (var connection = EmbeddedPostgres.running(Path.of("target", "test-database"))
                .orElseThrow()
                .open()) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    private static int run(StringWriter out, String... arguments) {
        return new CommandLine(new AuditCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(arguments);
    }

    @Test
    void historyIsFilteredAndPaged() {
        TestClient lead = WORKBENCH.signIn(LEAD);
        Person member = WORKBENCH.member(CONSULTATION, "Mia History", Role.VIEWER);
        String change = "/consultations/" + CONSULTATION + "/team/" + member.id();
        for (int i = 0; i < 60; i++) {
            lead.post(change, "role", i % 2 == 0 ? "ANALYST" : "VIEWER");
        }
        TestClient.Answer first = lead.get(HISTORY + "?action=member.role-changed&from=2020-01-01");
        assertThat(rows(first)).isEqualTo(50);
        assertThat(first.body())
                .contains(">changed a role</td>", ">before: analyst</div>", ">now: viewer</div>", ">Mia History</a>")
                .doesNotContain("{&#34;", "{\"from", ">person " + member.id());
        String older = first.body()
                .replaceAll("(?s).*href=\"([^\"]+before=[^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(older).contains("action=member.role-changed", "from=2020-01-01");
        assertThat(rows(lead.get(older))).isEqualTo(10);
        assertThat(rows(lead.get(HISTORY + "?subject=person%20" + member.id()))).isEqualTo(50);
        assertThat(first.body()).contains("href=\"" + HISTORY + "?subject=person%20" + member.id() + "\"");
        assertThat(lead.get(HISTORY + "?subject=person%20" + member.id()).body())
                .contains("Only what was done to Mia History");
        assertThat(rows(lead.get(HISTORY + "?subject=nothing"))).isZero();
        assertThat(rows(lead.get(HISTORY + "?person=987"))).isZero();
        assertThat(rows(lead.get(HISTORY + "?to=2020-01-01"))).isZero();
        assertThat(lead.get(HISTORY + "?from=nonsense").status()).isEqualTo(400);
    }

    private static int rows(TestClient.Answer page) {
        assertThat(page.status()).isEqualTo(200);
        return page.body().split("<time ", -1).length - 1;
    }

    @Test
    void pagesAreValidAndAccessible() {
        Person administrator = WORKBENCH.administrator("Ada History");
        TestClient lead = WORKBENCH.signIn(LEAD);
        lead.post(HISTORY + "/extract");
        TestBrowser.requireValid(lead.get(HISTORY));
        TestBrowser.requireValid(WORKBENCH.signIn(administrator).get("/people/history"));
        try (TestBrowser browser = TestBrowser.start(WORKBENCH)) {
            var page = browser.signedIn(LEAD, 360, 800);
            page.navigate(HISTORY);
            TestBrowser.requireAccessible(page);
            TestBrowser.picture(page, "history-360");
            var wide = browser.signedIn(administrator);
            wide.navigate("/people/history");
            TestBrowser.requireAccessible(wide);
            TestBrowser.picture(wide, "history-1280");
        }
    }
}
