package org.folkmoot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.folkmoot.server.TestClient.Answer;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What somebody with bad intentions would try first, on a workbench behind a reverse proxy of this machine.
class AttackTest {
    private static final String SITE = "https://consultations.example.org";
    private static final TestWorkbench WORKBENCH = TestWorkbench.start(
            "--folkmoot.jobs=false",
            "--folkmoot.public-url=" + SITE,
            "--server.forward-headers-strategy=native",
            "--server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.1|::1|0:0:0:0:0:0:0:1");
    private static final Person LEAD = WORKBENCH.person("Lea Attacked");
    private static final long CONSULTATION = WORKBENCH.consultation("Walls", LEAD);

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    @Test
    void formWithoutItsTokenDoesNothing() {
        TestClient lead = WORKBENCH.signIn(LEAD);
        lead.get("/");
        String form = "email=x@example.org&role=LEAD";
        for (String path : List.of("/consultations/" + CONSULTATION + "/team", "/sign-out", "/account/tokens")) {
            assertThat(lead.send("POST", path, form, "Content-Type", "application/x-www-form-urlencoded")
                            .status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(WORKBENCH
                        .stranger()
                        .send(
                                "POST",
                                "/sign-in",
                                "email=" + LEAD.email() + "&password=" + TestWorkbench.PASSWORD,
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .status())
                .as("signing somebody in from another site")
                .isEqualTo(403);
        assertThat(lead.get("/").status()).isEqualTo(200);
    }

    @Test
    void pagesSayWhatBrowsersMayDoWithThem() {
        Answer page = WORKBENCH.signIn(LEAD).get("/", "X-Forwarded-Proto", "https");
        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(page, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(page, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(header(page, "Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(header(page, "Cache-Control")).contains("no-store");
        Answer form = WORKBENCH.stranger().get("/sign-in");
        assertThat(header(form, "Set-Cookie")).contains("HttpOnly", "SameSite=Lax");
    }

    private static String header(Answer answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void linksAndRedirectsDoNotFollowTheHostOfARequest() throws IOException {
        TestClient lead = WORKBENCH.signIn(LEAD);
        Answer link = lead.post(
                "/consultations/" + CONSULTATION + "/team", "email", "host@example.org", "name", "H", "role", "VIEWER");
        assertThat(link.body()).contains("value=\"" + SITE + "/invitation/");
        String answer = raw("GET /consultations/1 HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
        assertThat(answer).contains("Location: /sign-in").doesNotContain("evil.example");
        assertThat(WORKBENCH
                        .stranger()
                        .get("/account", "X-Forwarded-Host", "evil.example")
                        .headers()
                        .firstValue("Location"))
                .contains("/sign-in");
    }

    private static String raw(String request) throws IOException {
        URI site = URI.create(WORKBENCH.url());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void signingInLeadsNowhereElse() {
        TestClient client = WORKBENCH.stranger();
        Answer answer = client.postFrom(
                "/sign-in?continue=https://evil.example",
                "/sign-in?continue=https://evil.example&redirect=//evil.example",
                "email",
                LEAD.email(),
                "password",
                TestWorkbench.PASSWORD);
        assertThat(header(answer, "Location")).isEqualTo("/");
    }

    @Test
    void attemptsAreCountedByTheirOwnAddressNotTheProxys() {
        TestClient attacker = WORKBENCH.stranger();
        for (int i = 0; i < 30; i++) {
            attempt(attacker, "p" + i + "@example.org", "198.51.100.7");
        }
        assertThat(attempt(attacker, "q@example.org", "198.51.100.7")).isEqualTo("/sign-in?error=wait");
        assertThat(attempt(attacker, "q@example.org", "198.51.100.7, 198.51.100.8"))
                .as("the last address is the one that the proxy saw")
                .isEqualTo("/sign-in?error");
        assertThat(attempt(attacker, "q@example.org", "203.0.113.1, 198.51.100.7"))
                .as("an address made up by the attacker")
                .isEqualTo("/sign-in?error=wait");
    }

    private static String attempt(TestClient client, String email, String from) {
        String token = client.get("/sign-in").body().replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        return client.send(
                        "POST",
                        "/sign-in",
                        "_csrf=" + token + "&email=" + email + "&password=wrong",
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "X-Forwarded-For",
                        from)
                .location();
    }

    @Test
    void stolenSessionDoesNotFindOutThePassword() {
        TestClient thief = WORKBENCH.signIn(WORKBENCH.person("Paula Password"));
        for (int i = 0; i < 10; i++) {
            thief.submit("/account/password", "before", "guess " + i, "after", "another long one");
        }
        assertThat(thief.submit("/account/password", "before", TestWorkbench.PASSWORD, "after", "another long one")
                        .body())
                .contains("was not right");
    }

    @Test
    void unknownAndKnownPeopleAreToldTheSame() {
        Answer unknown = WORKBENCH.stranger().trySignIn("nobody.at.all@example.org", "wrong wrong wrong");
        Answer known = WORKBENCH.stranger().trySignIn(LEAD.email(), "wrong wrong wrong");
        assertThat(unknown.location()).isEqualTo(known.location());
        TestClient member = WORKBENCH.signIn(WORKBENCH.person("Mia Outside"));
        assertThat(member.get("/consultations/" + CONSULTATION).body().replaceAll("_csrf\" value=\"[^\"]+", ""))
                .as("a consultation that is there and one that is not")
                .isEqualTo(member.get("/consultations/987654").body().replaceAll("_csrf\" value=\"[^\"]+", ""));
    }

    @Test
    void nobodyUploadsWithoutSigningIn() {
        String body = "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"x\"\r\n\r\nx\r\n--b--\r\n";
        Answer answer = WORKBENCH
                .stranger()
                .send(
                        "POST",
                        "/consultations/" + CONSULTATION + "/files",
                        body,
                        "Content-Type",
                        "multipart/form-data; boundary=b");
        assertThat(answer.location()).isEqualTo("/sign-in");
    }

    @Test
    void programsSendSmallBodiesOfKnownLength() throws IOException {
        String token = WORKBENCH.token(LEAD);
        Answer large = WORKBENCH
                .stranger()
                .send(
                        "POST",
                        "/api/v1/consultations",
                        "{\"title\":\"" + "x".repeat(5 << 20) + "\"}",
                        "Authorization",
                        "Bearer " + token,
                        "Content-Type",
                        "application/json");
        assertThat(large.status()).isEqualTo(413);
        String chunked = raw("POST /api/v1/consultations HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + "2\r\n{}\r\n0\r\n\r\n");
        assertThat(chunked).startsWith("HTTP/1.1 413").contains("application/problem+json", "Content-Length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "x\\u0000y"})
    void characterThatNoTextCanHaveIsABadRequest(String title) {
        Answer answer = WORKBENCH
                .stranger()
                .send(
                        "POST",
                        "/api/v1/consultations",
                        "{\"title\":\"" + title + "\"}",
                        "Authorization",
                        "Bearer " + WORKBENCH.token(LEAD),
                        "Content-Type",
                        "application/json");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(WORKBENCH.signIn(LEAD).post("/account/name", "name", "a\0b").status())
                .isEqualTo(400);
        assertThat(WORKBENCH.stranger().trySignIn("a\0b@example.org", "x").status())
                .isEqualTo(400);
    }

    @Test
    void failuresDoNotQuoteRows() {
        assertThatThrownBy(() -> WORKBENCH
                        .bean(JdbcClient.class)
                        .sql("INSERT INTO person (email, name, created_at) VALUES (?, 'x', now())")
                        .param(LEAD.email())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageNotContaining(LEAD.email())
                .rootCause()
                .hasMessageNotContaining(LEAD.email());
    }

    @Test
    void sessionsEndForWhoeverIsShutOutThoughTheyAreLetInAgain() {
        Person person = WORKBENCH.member(CONSULTATION, "Sven Session", Role.VIEWER);
        TestClient client = WORKBENCH.signIn(person);
        TestClient administrator = WORKBENCH.signIn(WORKBENCH.administrator("Ada Attack"));
        administrator.submit("/people/" + person.id() + "/disable");
        administrator.submit("/people/" + person.id() + "/enable");
        assertThat(client.get("/").location()).isEqualTo("/sign-in");
    }

    @Test
    void namesThatLookLikeMarkupOrHeadersStayText() {
        TestClient lead = WORKBENCH.signIn(LEAD);
        Map<String, String> names =
                Map.of("<script>alert(1)</script>", "&lt;script&gt;", "a\r\nSet-Cookie: x=y", "Set-Cookie: x=y");
        names.forEach((name, shown) -> {
            Answer opened = lead.post("/consultations", "title", name);
            assertThat(opened.headers().map().toString()).doesNotContain("x=y");
            assertThat(lead.get("/").body()).contains(shown).doesNotContain("<script>alert");
        });
    }

    @Test
    void settingsOfAProxyFollowThePublicAddress() {
        SiteOptions options = new SiteOptions();
        assertThat(options.settings(Map.of())).isEmpty();
        List<String> settings = options.settings(
                Map.of("FOLKMOOT_PUBLIC_URL", SITE + "/", "FOLKMOOT_TRUSTED_PROXY", "10.0.0.7, 10.0.0.8"));
        assertThat(settings)
                .contains(
                        "--folkmoot.public-url=" + SITE,
                        "--server.servlet.session.cookie.secure=true",
                        "--server.forward-headers-strategy=native")
                .anyMatch(setting -> setting.endsWith("|\\Q10.0.0.7\\E|\\Q10.0.0.8\\E"));
        assertThatThrownBy(() -> options.settings(Map.of("FOLKMOOT_PUBLIC_URL", "ftp://x")))
                .hasMessageContaining("public URL");
        assertThatThrownBy(() -> options.settings(Map.of("FOLKMOOT_OIDC_ISSUER", "https://id.example.org")))
                .hasMessageContaining("--oidc-client-id");
        assertThat(options.settings(Map.of(
                        "FOLKMOOT_OIDC_ISSUER", "https://id.example.org",
                        "FOLKMOOT_OIDC_CLIENT_ID", "folkmoot",
                        "FOLKMOOT_OIDC_CLIENT_SECRET", "s")))
                .contains("--folkmoot.oidc.client-id=folkmoot", "--folkmoot.oidc.client-secret=s");
    }
}
