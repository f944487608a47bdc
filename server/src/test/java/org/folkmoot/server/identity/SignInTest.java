package org.folkmoot.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.server.TestWorkbench.PASSWORD;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.folkmoot.server.TestClient;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.audit.AuditLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

class SignInTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start();

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    @Test
    void sessionIsNewAfterSigningIn() {
        Person person = WORKBENCH.person("Sina Session");
        TestClient client = WORKBENCH.stranger();
        client.get("/sign-in");
        String before = client.session().getValue();
        client.signIn(person.email(), PASSWORD);
        assertThat(client.session().getValue()).isNotEqualTo(before);
        TestClient thief = WORKBENCH.stranger();
        assertThat(thief.get("/", "Cookie", "JSESSIONID=" + before).location()).isEqualTo("/sign-in");
    }

    @Test
    void signingOutEndsTheSession() {
        TestClient client = WORKBENCH.signIn(WORKBENCH.person("Otto Out"));
        String session = client.session().getValue();
        client.post("/sign-out");
        assertThat(WORKBENCH
                        .stranger()
                        .get("/", "Cookie", "JSESSIONID=" + session)
                        .location())
                .isEqualTo("/sign-in");
    }

    @Test
    void afterTenFailuresAnAddressWaitsAQuarterOfAnHour() {
        Person person = WORKBENCH.person("Lisa Locked");
        TestClient client = WORKBENCH.stranger();
        for (int i = 0; i < SignInLimits.OF_EMAIL; i++) {
            assertThat(client.trySignIn(person.email(), "wrong " + i).location())
                    .isEqualTo("/sign-in?error");
        }
        assertThat(client.trySignIn(person.email(), PASSWORD).location()).isEqualTo("/sign-in?error=wait");
        assertThat(client.get("/sign-in?error=wait").body()).contains("Wait a quarter of an hour");
        WORKBENCH.clock().advance(SignInLimits.SPAN);
        assertThat(client.trySignIn(person.email(), PASSWORD).location()).isEqualTo("/");
    }

    @Test
    void onePlaceMayNotTryManyPeople() {
        var limits = new SignInLimits(WORKBENCH.clock());
        for (int i = 0; i < SignInLimits.OF_PLACE; i++) {
            assertThat(limits.allow("p" + i + "@example.org", "192.0.2.1")).isTrue();
            limits.failed("p" + i + "@example.org", "192.0.2.1");
        }
        assertThat(limits.allow("other@example.org", "192.0.2.1")).isFalse();
        assertThat(limits.allow("other@example.org", "192.0.2.2")).isTrue();
        WORKBENCH.clock().advance(SignInLimits.SPAN.minus(Duration.ofSeconds(30)));
        assertThat(limits.allow("other@example.org", "192.0.2.1")).isFalse();
        WORKBENCH.clock().advance(Duration.ofSeconds(31));
        assertThat(limits.allow("other@example.org", "192.0.2.1")).isTrue();
    }

    @Test
    void unknownAddressCostsTheSameWorkAsAWrongPassword() {
        Person known = WORKBENCH.person("Kira Known");
        var counting = new Counting(WORKBENCH.bean(PasswordEncoder.class));
        var signingIn = new SigningIn(
                WORKBENCH.bean(People.class),
                counting,
                new SignInLimits(WORKBENCH.clock()),
                WORKBENCH.bean(AuditLog.class),
                WORKBENCH.bean(TransactionTemplate.class));
        for (String email : List.of(known.email(), "nobody@example.org", "administrator@localhost")) {
            int before = counting.matches.get();
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> signingIn.authenticate(
                            UsernamePasswordAuthenticationToken.unauthenticated(email, "wrong password"))))
                    .isInstanceOf(BadCredentialsException.class);
            assertThat(counting.matches.get() - before).as(email).isEqualTo(1);
        }
        assertThat(counting.costs).as("parameters of the hashes compared").hasSize(1);
    }

    /// The real encoder, counted.
    private static final class Counting implements PasswordEncoder {
        private final PasswordEncoder real;
        private final AtomicInteger matches = new AtomicInteger();
        private final Set<String> costs = new java.util.HashSet<>();

        Counting(PasswordEncoder real) {
            this.real = real;
        }

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return real.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            matches.incrementAndGet();
            costs.add(String.valueOf(hash).replaceFirst("(m=[^$]*).*", "$1"));
            return real.matches(password, hash);
        }
    }

    @Test
    void disabledPersonIsOutAtOnce() {
        Person person = WORKBENCH.person("Dora Disabled");
        TestClient client = WORKBENCH.signIn(person);
        assertThat(client.get("/").status()).isEqualTo(200);
        TestClient administrator = WORKBENCH.signIn(WORKBENCH.administrator("Ada Disabling"));
        administrator.submit("/people/" + person.id() + "/disable");
        assertThat(client.get("/").location()).isEqualTo("/sign-in");
        assertThat(WORKBENCH.stranger().trySignIn(person.email(), PASSWORD).location())
                .isEqualTo("/sign-in?error");
        administrator.submit("/people/" + person.id() + "/enable");
        assertThat(client.get("/").location()).as("the old session stays ended").isEqualTo("/sign-in");
        assertThat(WORKBENCH.signIn(person).get("/").status()).isEqualTo(200);
    }

    @Test
    void whoeverRunsTheProgramCanMakeAnAdministrator() {
        Person lost = WORKBENCH.person("Lothar Lost");
        String link = WORKBENCH.bean(Invitations.class).forAdministrator(lost.email());
        TestClient client = WORKBENCH.stranger();
        assertThat(client.get(link).status()).isEqualTo(200);
        assertThat(client.postFrom(
                                link, link, "email", lost.email(), "name", "Lothar", "password", "a new long password")
                        .location())
                .isEqualTo("/sign-in");
        client.signIn(lost.email(), "a new long password");
        assertThat(client.get("/people").status()).isEqualTo(200);
        assertThat(WORKBENCH.stranger().get(link).status())
                .as("the link works once")
                .isEqualTo(410);
    }
}
