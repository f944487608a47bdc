package org.folkmoot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// From the sign-in page to a consultation, over HTTP and in a browser.
class WorkbenchTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start();

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    @Test
    void memberFindsTheConsultationsTheyBelongTo() {
        Person lead = WORKBENCH.person("Lena First");
        long consultation = WORKBENCH.consultation("Buses at night", lead);
        Person viewer = WORKBENCH.member(consultation, "Vera First", Role.VIEWER);
        WORKBENCH.consultation("Somebody else's", lead);
        assertThat(WORKBENCH.signIn(viewer).get("/").body())
                .contains("Buses at night", "You are viewer")
                .doesNotContain("Somebody else");
    }

    @Test
    void formOpensAConsultation() {
        TestClient client = WORKBENCH.signIn(WORKBENCH.person("Olga First"));
        TestClient.Answer answer = client.post("/consultations", "title", "Dogs & leads <b>");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).matches("/consultations/\\d+/files");
        assertThat(client.get("/").body()).contains("Dogs &amp; leads &lt;b").doesNotContain("<b>");
    }

    @Test
    void formWithoutItsTokenIsRefused() {
        TestClient client = WORKBENCH.signIn(WORKBENCH.person("Csaba First"));
        TestClient.Answer answer = client.send(
                "POST", "/consultations", "title=Forged", "Content-Type", "application/x-www-form-urlencoded");
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void validatorSeesAMistake() {
        TestClient.Answer page = WORKBENCH.stranger().get("/sign-in");
        String broken = page.body().replace("<main ", "<main role=\"nonsense\" ");
        assertThatThrownBy(() -> TestBrowser.requireValid(new TestClient.Answer(
                        200, page.headers(), broken.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void firstPagesAreValidAndAccessible() {
        Person person = WORKBENCH.person("Anna First");
        WORKBENCH.consultation("Trees", person);
        TestBrowser.requireValid(WORKBENCH.stranger().get("/sign-in"));
        TestBrowser.requireValid(WORKBENCH.signIn(person).get("/"));
        try (TestBrowser browser = TestBrowser.start(WORKBENCH)) {
            Page outside = browser.stranger();
            outside.navigate("/");
            assertThat(outside.url()).endsWith("/sign-in");
            TestBrowser.requireAccessible(outside);
            Page home = browser.signedIn(person, 360, 740);
            home.navigate("/");
            assertThat(home.textContent("h1")).isEqualTo("Your consultations");
            TestBrowser.requireAccessible(home);
        }
    }
}
