package org.folkmoot.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.server.AccessMatrix.Route;
import org.folkmoot.server.TestClient.Answer;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.identity.Right;
import org.folkmoot.server.identity.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Walks every route as every kind of person, in their own consultation and in another.
class AccessTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start("--folkmoot.jobs=false");
    private static final Person FOUNDER = WORKBENCH.person("Fenna Founder");
    private static final long OWN = WORKBENCH.consultation("Own", FOUNDER);
    private static final long OTHER = WORKBENCH.consultation("Other", FOUNDER);
    private static final List<Route> ROUTES = AccessMatrix.routes(WORKBENCH);

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    @Test
    void tableInTheDocsIsWhatTheRoutesSay() throws Exception {
        String page = AccessMatrix.page(ROUTES);
        Path fresh = Path.of("target", "access.md");
        Files.createDirectories(fresh.getParent());
        Files.writeString(fresh, page);
        assertThat(Files.readString(Path.of("..", "docs", "access.md")))
                .as("docs/access.md; to bring it up to date: cp server/target/access.md docs/access.md")
                .isEqualTo(page);
    }

    @Test
    void nobodyGetsInWithoutSigningIn() {
        List<String> wrong = new ArrayList<>();
        TestClient stranger = WORKBENCH.stranger();
        for (Route route : ROUTES) {
            Answer answer = ask(stranger, null, route, OWN);
            String is = route.isOpen() ? "open" : outcome(answer);
            String expected = route.isOpen() ? "open" : route.isApi() ? "401" : "sign-in";
            report(wrong, "nobody", route, expected, is);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyoneMayDoWhatTheTableSaysAndNothingElse() {
        Map<String, Person> people = new LinkedHashMap<>();
        people.put("no role", WORKBENCH.person("Nora None"));
        people.put("administrator", WORKBENCH.administrator("Adam Administrator"));
        for (Role role : Role.values()) {
            people.put(role.name(), WORKBENCH.member(OWN, role + " One", role));
        }
        List<String> wrong = new ArrayList<>();
        people.forEach((kind, person) -> {
            TestClient client = WORKBENCH.signIn(person);
            String token = WORKBENCH.token(person);
            for (Route route : ROUTES) {
                report(wrong, kind + " in own", route, own(route, kind), outcome(ask(client, token, route, OWN)));
                if (route.isOfConsultation()) {
                    report(wrong, kind + " in other", route, "404", outcome(ask(client, token, route, OTHER)));
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static String own(Route route, String kind) {
        Right right = route.right();
        if (right == null || !right.isOfConsultation()) {
            return AccessMatrix.maySite(route, kind.equals("administrator")) ? "granted" : "403";
        }
        if (kind.equals("no role") || kind.equals("administrator")) {
            return "404";
        }
        return right.isHeldBy(Role.valueOf(kind)) ? "granted" : "403";
    }

    private static void report(List<String> wrong, String who, Route route, String expected, String is) {
        boolean hiddenByItsId = is.equals("404") && expected.equals("granted") && hasOtherVariables(route);
        if (!is.equals(expected) && !hiddenByItsId) {
            wrong.add(who + ": " + route.method() + " " + route.path() + " gives " + is + ", not " + expected);
        }
    }

    private static boolean hasOtherVariables(Route route) {
        return route.path().replace("{consultation}", "").contains("{");
    }

    /// What the answer says of the right to ask. A form without its fields is refused as a bad request, by which its
    /// sender is known to have had the right.
    private static String outcome(Answer answer) {
        if (answer.location().equals("/sign-in")) {
            return "sign-in";
        }
        return switch (answer.status()) {
            case 401, 403, 404 -> Integer.toString(answer.status());
            case 200, 201, 202, 204, 303, 400, 409, 410, 415, 422 -> "granted";
            default -> "status " + answer.status();
        };
    }

    private static Answer ask(TestClient client, @Nullable String token, Route route, long consultation) {
        String path = route.path()
                .replace("{consultation}", Long.toString(consultation))
                .replaceAll("\\{\\*?[^}]*}", "987654321");
        if (route.isApi()) {
            String[] headers = token == null ? new String[0] : new String[] {"Authorization", "Bearer " + token};
            return WORKBENCH.stranger().send(route.method(), path, null, headers);
        }
        return route.method().equals("GET") ? client.get(path) : client.post(path);
    }
}
