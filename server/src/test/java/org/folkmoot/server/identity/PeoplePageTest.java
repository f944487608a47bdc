package org.folkmoot.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.server.TestBrowser;
import org.folkmoot.server.TestClient;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.TestWorkbench.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// People, teams and accounts, as those who look after them see them.
class PeoplePageTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start();
    private static final Person ADMINISTRATOR = WORKBENCH.administrator("Ada People");
    private static final Person LEAD = WORKBENCH.person("Lena People");
    private static final long CONSULTATION = WORKBENCH.consultation("Parks", LEAD);
    private static final String TEAM = "/consultations/" + CONSULTATION + "/team";
    private static final Pattern LINK = Pattern.compile("data-site-path=\"(/invitation/[^\"]+)\"");

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    @Test
    void invitedPersonSetsAPasswordAndSignsIn() {
        TestClient administrator = WORKBENCH.signIn(ADMINISTRATOR);
        TestClient.Answer shown = administrator.post("/people", "name", "Ivo <New>", "email", "ivo@example.org");
        assertThat(shown.body()).contains("ivo@example.org");
        assertThat(administrator.get("/people").body()).contains("Ivo &lt;New", "invited, no password yet");
        TestClient ivo = WORKBENCH.stranger();
        accept(ivo, shown, "ivo@example.org", "Ivo");
        assertThat(ivo.get("/").body()).contains("You do not belong to any consultation yet.");
        assertThat(administrator
                        .post("/people", "name", "Ivo", "email", "IVO@example.org")
                        .status())
                .isEqualTo(409);
    }

    private static void accept(TestClient client, TestClient.Answer shown, String email, String name) {
        Matcher link = LINK.matcher(shown.body());
        assertThat(link.find()).isTrue();
        client.postFrom(link.group(1), link.group(1), "email", email, "name", name, "password", "quite a long one");
        client.signIn(email, "quite a long one");
    }

    @Test
    void siteKeepsAnAdministratorAndAdministratorsSeeNoContent() {
        TestClient administrator = WORKBENCH.signIn(ADMINISTRATOR);
        assertThat(administrator
                        .post("/people/" + ADMINISTRATOR.id() + "/administrator", "value", "false")
                        .status())
                .isEqualTo(409);
        assertThat(administrator
                        .post("/people/" + ADMINISTRATOR.id() + "/disable")
                        .status())
                .isEqualTo(409);
        assertThat(administrator.get(TEAM).status()).isEqualTo(404);
        assertThat(administrator.get(TEAM).body()).doesNotContain("fm-menu");
        assertThat(administrator.get("/").body()).doesNotContain("Parks");
    }

    @Test
    void leadAddsAKnownPersonAndInvitesANewOne() {
        Person known = WORKBENCH.person("Karl Known");
        TestClient lead = WORKBENCH.signIn(LEAD);
        lead.submit(TEAM, "email", known.email(), "role", "VIEWER");
        assertThat(WORKBENCH.signIn(known).get("/").body()).contains("Parks", "You are viewer");
        TestClient.Answer shown = lead.post(TEAM, "email", "nia@example.org", "name", "Nia", "role", "REVIEWER");
        TestClient nia = WORKBENCH.stranger();
        accept(nia, shown, "nia@example.org", "Nia New");
        assertThat(nia.get("/").body()).contains("Parks", "You are blind reviewer");
        lead.submit(TEAM + "/" + known.id(), "role", "ANALYST");
        assertThat(WORKBENCH.signIn(known).get("/").body()).contains("You are analyst");
        lead.submit(TEAM + "/" + known.id() + "/remove");
        assertThat(WORKBENCH.signIn(known).get("/").body()).doesNotContain("Parks");
        assertThat(actions(CONSULTATION))
                .containsSubsequence("member.added", "member.added", "member.role-changed", "member.removed");
    }

    @Test
    void consultationKeepsALead() {
        Person lead = WORKBENCH.person("Lothar Last");
        long consultation = WORKBENCH.consultation("Bins", lead);
        TestClient client = WORKBENCH.signIn(lead);
        String self = "/consultations/" + consultation + "/team/" + lead.id();
        TestClient.Answer refused = client.post(self, "role", "VIEWER");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .as("the way back")
                .contains("This is the only lead.", "<a href=\"/consultations/" + consultation + "/team\"");
        assertThat(client.post(self + "/remove").status()).isEqualTo(409);
        WORKBENCH.member(consultation, "Second Last", Role.LEAD);
        client.submit(self, "role", "VIEWER");
        assertThat(client.get("/consultations/" + consultation + "/team").status())
                .isEqualTo(403);
    }

    @Test
    void memberOfAnotherTeamCannotBeTouched() {
        Person stranger = WORKBENCH.person("Stan Stranger");
        WORKBENCH.consultation("Elsewhere", stranger);
        assertThat(WORKBENCH
                        .signIn(LEAD)
                        .post(TEAM + "/" + stranger.id() + "/remove")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void newPasswordEndsAllOtherSessions() {
        Person person = WORKBENCH.person("Pia Password");
        TestClient here = WORKBENCH.signIn(person);
        TestClient elsewhere = WORKBENCH.signIn(person);
        assertThat(here.submit("/account/password", "before", "not it", "after", "another long password")
                        .body())
                .contains("was not right");
        assertThat(here.submit("/account/password", "before", TestWorkbench.PASSWORD, "after", "short")
                        .body())
                .contains("too short");
        assertThat(here.submit("/account/password", "before", TestWorkbench.PASSWORD, "after", "another long password")
                        .body())
                .contains("Your password is changed");
        assertThat(elsewhere.get("/").location()).isEqualTo("/sign-in");
        assertThat(WORKBENCH
                        .stranger()
                        .trySignIn(person.email(), TestWorkbench.PASSWORD)
                        .location())
                .isEqualTo("/sign-in?error");
        WORKBENCH.stranger().signIn(person.email(), "another long password");
    }

    @Test
    void tokenIsShownOnceAndRevoked() {
        Person person = WORKBENCH.person("Tom Token");
        TestClient client = WORKBENCH.signIn(person);
        TestClient.Answer made = client.post("/account/tokens", "name", "nightly export", "days", "30");
        Matcher token = Pattern.compile("fm_[A-Za-z0-9_-]{43}").matcher(made.body());
        assertThat(token.find()).isTrue();
        assertThat(client.get("/account").body()).contains("nightly export").doesNotContain(token.group());
        long id = WORKBENCH
                .owner()
                .sql("SELECT id FROM api_token WHERE person_id = ?")
                .param(person.id())
                .query(Long.class)
                .single();
        assertThat(WORKBENCH
                        .signIn(LEAD)
                        .post("/account/tokens/" + id + "/revoke")
                        .status())
                .as("somebody else's token")
                .isEqualTo(404);
        assertThat(client.submit("/account/tokens/" + id + "/revoke").body()).contains("The token is revoked.");
        assertThat(actions(0)).contains("token.created", "token.revoked", "person.signed-in");
    }

    @Test
    void nameIsChangedEverywhereAtOnce() {
        TestClient client = WORKBENCH.signIn(WORKBENCH.person("Nele Before"));
        assertThat(client.submit("/account/name", "name", "Nele After").body())
                .contains("href=\"/account\">Nele After</a>");
    }

    @Test
    void pagesAreValidAndAccessible() {
        WORKBENCH.member(CONSULTATION, "Vera People", Role.VIEWER);
        TestClient administrator = WORKBENCH.signIn(ADMINISTRATOR);
        TestClient lead = WORKBENCH.signIn(LEAD);
        TestBrowser.requireValid(administrator.get("/people"));
        TestBrowser.requireValid(lead.get(TEAM));
        TestBrowser.requireValid(lead.post("/account/tokens", "name", "valid", "days", "1"));
        try (TestBrowser browser = TestBrowser.start(WORKBENCH)) {
            for (int width : new int[] {360, 1280}) {
                var ada = browser.signedIn(ADMINISTRATOR, width, 800);
                var lena = browser.signedIn(LEAD, width, 800);
                ada.navigate("/people");
                TestBrowser.requireAccessible(ada);
                TestBrowser.picture(ada, "people-" + width);
                lena.navigate(TEAM);
                TestBrowser.requireAccessible(lena);
                TestBrowser.picture(lena, "team-" + width);
                lena.navigate("/account");
                TestBrowser.requireAccessible(lena);
                TestBrowser.picture(lena, "account-" + width);
            }
        }
    }

    private static List<String> actions(long chain) {
        return WORKBENCH
                .owner()
                .sql("SELECT action FROM audit_entry WHERE chain = ? ORDER BY sequence")
                .param(chain)
                .query(String.class)
                .list();
    }
}
