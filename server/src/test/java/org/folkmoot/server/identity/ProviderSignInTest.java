package org.folkmoot.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.folkmoot.server.TestClient;
import org.folkmoot.server.TestClient.Answer;
import org.folkmoot.server.TestProvider;
import org.folkmoot.server.TestProvider.Claims;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.audit.AuditLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Signing in with an OpenID Connect provider: the whole code flow, over HTTP, with a real provider.
class ProviderSignInTest {
    private static final TestProvider PROVIDER = TestProvider.start();
    private static final TestWorkbench WORKBENCH = TestWorkbench.start(
            "--folkmoot.jobs=false",
            "--folkmoot.oidc.issuer=" + PROVIDER.issuer(),
            "--folkmoot.oidc.client-id=" + TestProvider.CLIENT,
            "--folkmoot.oidc.client-secret=" + TestProvider.SECRET,
            "--folkmoot.oidc.name=Ministry");

    static {
        PROVIDER.register(WORKBENCH.url());
    }

    @AfterAll
    static void stop() {
        WORKBENCH.close();
        PROVIDER.close();
    }

    private static Answer signIn(TestClient client, String subject) {
        return client.get(PROVIDER.signIn(asked(client), subject));
    }

    private static String asked(TestClient client) {
        return client.get("/oauth2/authorization/oidc").location();
    }

    /// Somebody who was invited and has no password.
    private static Person invited(String name) {
        Person person = WORKBENCH.person(name);
        WORKBENCH
                .owner()
                .sql("UPDATE person SET password = NULL WHERE id = ?")
                .param(person.id())
                .update();
        return person;
    }

    private static List<String> recorded(String subject) {
        return WORKBENCH
                .owner()
                .sql("SELECT action || coalesce(' ' || (detail::json ->> 'reason'), ' ' || (detail::json ->> 'by'), '')"
                        + " FROM audit_entry WHERE chain = 0 AND subject = ? ORDER BY sequence")
                .param(subject)
                .query(String.class)
                .list();
    }

    private static String lastRefusal() {
        return WORKBENCH.owner().sql("""
                        SELECT detail::json ->> 'reason' FROM audit_entry
                        WHERE chain = 0 AND action = 'person.sign-in-refused' ORDER BY sequence DESC LIMIT 1""").query(String.class).single();
    }

    @Test
    void invitedPersonComesInByVerifiedAddressAndStaysKnownWhenItChanges() {
        Person person = invited("Ina Invited");
        PROVIDER.says(new Claims("INA.invited@example.org", true, null));
        TestClient client = WORKBENCH.stranger();
        assertThat(client.get("/sign-in").body()).contains("Sign in with Ministry", "/oauth2/authorization/oidc");
        client.get("/account");
        String before = client.session().getValue();
        assertThat(signIn(client, "sub-ina").location())
                .as("the page first asked for")
                .isEqualTo("/account?continue");
        assertThat(client.session().getValue()).isNotEqualTo(before);
        assertThat(client.get("/account").body()).contains("You sign in as " + person.email());
        assertThat(recorded("person " + person.id()))
                .containsExactly("person.identity-bound", "person.signed-in provider");
        PROVIDER.says(new Claims("married@example.org", false, null));
        TestClient later = WORKBENCH.stranger();
        assertThat(signIn(later, "sub-ina").location()).isEqualTo("/");
        assertThat(later.get("/account").body()).contains("You sign in as " + person.email());
    }

    @Test
    void requestHasChallengeStateAndNonce() {
        assertThat(asked(WORKBENCH.stranger()))
                .contains("code_challenge=", "code_challenge_method=S256", "state=", "nonce=", "scope=openid");
    }

    @Test
    void unverifiedUnknownAndDisabledPeopleStayOut() {
        invited("Una Unverified");
        PROVIDER.says(new Claims("una.unverified@example.org", false, null));
        assertOut("sub-una", "email-unverified", "does not confirm your e-mail address");
        PROVIDER.says(new Claims("nobody@example.org", true, null));
        assertOut("sub-nobody", "unknown-person", "You have not been invited");
        assertThat(WORKBENCH
                        .owner()
                        .sql("SELECT count(*) FROM person WHERE email = 'nobody@example.org'")
                        .query(Long.class)
                        .single())
                .as("nobody is added by signing in")
                .isZero();
        Person disabled = invited("Dora Disabled");
        PROVIDER.says(new Claims(disabled.email(), true, null));
        assertThat(signIn(WORKBENCH.stranger(), "sub-dora").location()).isEqualTo("/");
        WORKBENCH
                .owner()
                .sql("UPDATE person SET disabled = true WHERE id = ?")
                .param(disabled.id())
                .update();
        assertOut("sub-dora", "person-disabled", "You have been shut out");
        assertThat(recorded("person " + disabled.id()))
                .containsExactly(
                        "person.identity-bound", "person.signed-in provider", "person.sign-in-refused person-disabled");
    }

    private static void assertOut(String subject, String reason, String told) {
        TestClient client = WORKBENCH.stranger();
        Answer answer = signIn(client, subject);
        assertThat(answer.location()).isEqualTo("/sign-in?error=" + reason);
        assertThat(client.get(answer.location()).body()).contains(told);
        assertThat(client.get("/account").location()).isEqualTo("/sign-in");
        assertThat(lastRefusal()).isEqualTo(reason);
    }

    @Test
    void wrongNonceWrongStateAndUsedCodeAreRefused() {
        invited("Nora Nonce");
        PROVIDER.says(new Claims("nora.nonce@example.org", true, "forged"));
        TestClient client = WORKBENCH.stranger();
        assertThat(signIn(client, "sub-nora").location()).isEqualTo("/sign-in?error=provider");
        assertThat(lastRefusal()).isEqualTo("invalid_nonce");
        PROVIDER.says(new Claims("nora.nonce@example.org", true, null));
        String back = PROVIDER.signIn(asked(client), "sub-nora");
        assertThat(client.get(back.replaceFirst("state=[^&]+", "state=forged")).location())
                .isEqualTo("/sign-in?error=provider");
        assertThat(lastRefusal()).isEqualTo("authorization_request_not_found");
        TestClient other = WORKBENCH.stranger();
        other.get("/sign-in");
        assertThat(other.get(back).location()).as("the code in another browser").isEqualTo("/sign-in?error=provider");
        assertThat(client.get(back).location()).isEqualTo("/");
        assertThat(client.get(back).location()).as("again").isEqualTo("/sign-in?error=provider");
        assertThat(WORKBENCH.stranger().get("/account").location()).isEqualTo("/sign-in");
    }

    @Test
    void whoHasAPasswordConnectsTheTwoWhileSignedIn() {
        Person person = WORKBENCH.person("Paul Password");
        PROVIDER.says(new Claims(person.email(), true, null));
        assertOut("sub-paul", "password-first", "connect your organisation");
        TestClient client = WORKBENCH.signIn(person);
        assertThat(client.submit("/account/provider").body()).contains("Go on to your organisation");
        assertThat(signIn(client, "sub-paul").location()).isEqualTo("/");
        assertThat(client.get("/account").body()).contains("sign-in is connected");
        assertThat(signIn(WORKBENCH.stranger(), "sub-paul").location()).isEqualTo("/");
        Person other = WORKBENCH.person("Olga Other");
        TestClient thief = WORKBENCH.signIn(other);
        thief.submit("/account/provider");
        assertThat(signIn(thief, "sub-paul").location())
                .as("an identity of somebody else")
                .isEqualTo("/sign-in?error=bound-elsewhere");
        assertThat(WORKBENCH.signIn(person).get("/").status())
                .as("the password stays")
                .isEqualTo(200);
    }

    @Test
    void invitationIsAcceptedWithTheProviderWhateverItSaysOfTheAddress() {
        Person person = invited("Iris Invitation");
        String link = WORKBENCH.bean(Invitations.class).invite(person.id(), AuditLog.Actor.PROGRAM);
        String second = WORKBENCH.bean(Invitations.class).invite(person.id(), AuditLog.Actor.PROGRAM);
        PROVIDER.says(new Claims(null, false, null));
        TestClient client = WORKBENCH.stranger();
        Answer page = client.get(link);
        assertThat(page.body()).contains("Sign in with Ministry");
        assertThat(client.postFrom(link, link + "/provider").location()).isEqualTo("/sign-in");
        assertThat(signIn(client, "sub-iris").location()).isEqualTo("/");
        assertThat(client.get("/account").body()).contains(person.email());
        assertThat(WORKBENCH.stranger().get(second).status())
                .as("other links, by which a password could be set beside the provider")
                .isEqualTo(410);
    }

    @Test
    void newIdentityByANewLinkEndsTheOldOne() {
        Person person = invited("Nils New");
        PROVIDER.says(new Claims(person.email(), true, null));
        TestClient before = WORKBENCH.stranger();
        assertThat(signIn(before, "sub-nils-1").location()).isEqualTo("/");
        assertOut("sub-nils-2", "bound-elsewhere", "do not belong together");
        String link = WORKBENCH.bean(Invitations.class).invite(person.id(), AuditLog.Actor.PROGRAM);
        TestClient client = WORKBENCH.stranger();
        client.postFrom(link, link + "/provider");
        assertThat(signIn(client, "sub-nils-2").location()).isEqualTo("/");
        assertThat(before.get("/account").location()).as("an old session").isEqualTo("/sign-in");
        assertThat(signIn(WORKBENCH.stranger(), "sub-nils-1").location()).isEqualTo("/sign-in?error=bound-elsewhere");
    }

    @Test
    void invitedPersonCannotTakeSomebodyElsesAddress() {
        Person person = invited("Adam Attacker");
        String link = WORKBENCH.bean(Invitations.class).invite(person.id(), AuditLog.Actor.PROGRAM);
        TestClient client = WORKBENCH.stranger();
        Answer answer = client.postFrom(
                link, link, "email", "minister@example.org", "name", "Adam", "password", "long enough for it");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("for another e-mail address");
    }

    @Test
    void attemptsFromOnePlaceAreNotRecordedForEver() {
        SignInLimits limits = new SignInLimits(WORKBENCH.clock());
        for (int i = 0; i < SignInLimits.OF_PLACE; i++) {
            assertThat(limits.allowFrom("192.0.2.9")).isTrue();
            limits.failedFrom("192.0.2.9");
        }
        assertThat(limits.allowFrom("192.0.2.9")).isFalse();
        WORKBENCH.clock().advance(SignInLimits.SPAN);
        assertThat(limits.allowFrom("192.0.2.9")).isTrue();
    }
}
