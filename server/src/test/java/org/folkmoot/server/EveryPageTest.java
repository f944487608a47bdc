package org.folkmoot.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.folkmoot.server.TestClient.Answer;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.consultation.ReportedConsultation;
import org.folkmoot.server.identity.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every page of the workbench, once each, as the validator and axe see it, on a wide screen and on a telephone, in
/// light and in dark colours.
///
/// The routes are those that the application has, and their addresses are found as people find them: by following
/// links. So a new page is looked at without being named here, and a page that no link leads to is found out.
class EveryPageTest {
    private static final Pattern LINK = Pattern.compile("(?:href|method=\"get\" action)=\"(/[^\"#]*)");
    /// What the overview fetches for itself while runs are at work; no page.
    private static final String FETCHED = "/consultations/{consultation}/progress";

    private static final TestWorkbench WORKBENCH = TestWorkbench.start("--folkmoot.jobs=false");
    private static final Person LEAD = WORKBENCH.administrator("Paula Lead");
    private static final ReportedConsultation REPORTED = ReportedConsultation.in(WORKBENCH, "Pages", LEAD);
    private static final long CONSULTATION = REPORTED.coded().consultation();
    private static final String HERE = "/consultations/" + CONSULTATION;
    private static final Person READER = WORKBENCH.member(CONSULTATION, "Rita Reader", Role.REVIEWER);

    /// A page to look at.
    ///
    /// @param reader whose it is, null for a stranger's
    record Seen(String route, String address, @Nullable Person reader) {
        @Override
        public String toString() {
            return route;
        }
    }

    private static final Map<String, Pattern> ROUTES = new HashMap<>();
    private static final Map<String, Seen> REACHED = new TreeMap<>();
    private static final Map<String, Seen> PAGES = new TreeMap<>();
    private static final Map<String, Answer> SOURCES = new HashMap<>();
    private static final Map<String, Page> WINDOWS = new HashMap<>();
    private static @Nullable TestBrowser browser;

    @BeforeAll
    static void findEveryPage() {
        for (AccessMatrix.Route route : AccessMatrix.routes(WORKBENCH)) {
            if (route.method().equals("GET") && !route.isApi()) {
                ROUTES.put(route.path(), Pattern.compile(route.path().replaceAll("\\{[^}]*}", "[^/]+")));
            }
        }
        TestClient lead = WORKBENCH.signIn(LEAD);
        for (String edit : List.of("set-aside", "restore")) {
            lead.post(board("/edits"), "edit", edit, "theme", REPORTED.theme());
        }
        Answer board = lead.get(board(""));
        lead.post(board("/sign-off"), "mark", found("name=\"mark\" value=\"([^\"]+)\"", board), "note", "First");
        lead.upload(HERE + "/files", "files", "late.csv", "Id,1. Why?\nx1,Because.\n".getBytes(StandardCharsets.UTF_8));
        read(lead);
        String invitation = found(
                "data-site-path=\"(/invitation/[^\"]+)\"",
                lead.post("/people", "name", "Nora New", "email", "nora.new@example.org"));
        follow(WORKBENCH.stranger(), null, List.of("/sign-in", invitation));
        follow(lead, LEAD, inOtherStates());
        follow(lead, LEAD, List.of("/", item()));
        follow(
                WORKBENCH.signIn(READER),
                READER,
                List.of(reading(), HERE + "/reading", reading().replaceAll("/[^/]*$", "")));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        WORKBENCH.close();
    }

    private static String board(String action) {
        return HERE + "/themes/" + REPORTED.coded().code() + action;
    }

    private static String item() {
        return HERE + "/code/" + REPORTED.coded().question() + "/" + REPORTED.decided();
    }

    /// Pages that links lead to only after an edit, when an edit cannot be undone alone, from a theme that has no
    /// sub-themes, and while answers wait.
    private static List<String> inOtherStates() {
        return List.of(
                board("?changed=1"),
                board("/turn?entry=1"),
                board("/" + REPORTED.theme() + "/split"),
                HERE + "/ledger/waiting/" + REPORTED.coded().question());
    }

    /// What a reader has read, which no link leads back to once all is read.
    private static String reading() {
        return HERE + "/reading/"
                + WORKBENCH.owner().sql("""
                        SELECT sample_id || '/' || min(answer_id) FROM sample_item GROUP BY sample_id""").query(String.class).single();
    }

    /// Has two people read a blind sample, who do not agree, so that there is something to decide.
    private static void read(TestClient lead) {
        Person other = WORKBENCH.member(CONSULTATION, "Otto Reader", Role.REVIEWER);
        String sample = lead.post(
                        HERE + "/quality",
                        "question",
                        Long.toString(REPORTED.coded().question()),
                        "plan",
                        "SIMPLE",
                        "n",
                        "2",
                        "reader",
                        Long.toString(READER.id()),
                        "reader",
                        Long.toString(other.id()))
                .location()
                .replaceAll(".*/", "");
        for (Person reader : List.of(READER, other)) {
            TestClient client = WORKBENCH.signIn(reader);
            for (int i = 0; i < 2; i++) {
                String next = client.get(HERE + "/reading/" + sample).location();
                client.post(next, "note", reader.name(), reader.equals(other) ? "theme" : "none", REPORTED.theme());
            }
        }
    }

    private static String found(String pattern, Answer page) {
        var matcher = Pattern.compile(pattern).matcher(page.body());
        assertThat(matcher.find()).as("%s on a page: %s", pattern, page.body()).isTrue();
        return matcher.group(1);
    }

    /// Goes from page to page by their links, to one address of each route.
    private static void follow(TestClient client, @Nullable Person reader, List<String> from) {
        Deque<String> waiting = new ArrayDeque<>(from);
        while (!waiting.isEmpty()) {
            String address = waiting.removeFirst();
            String route = routeOf(address);
            if (route == null || REACHED.containsKey(route)) {
                continue;
            }
            Answer answer = client.get(address);
            if (answer.status() == 303) {
                waiting.addFirst(answer.location());
            }
            Seen seen = new Seen(route, address, reader);
            if (answer.status() == 403
                    || answer.status() == 404
                    || answer.location().equals("/sign-in")) {
                continue;
            }
            REACHED.put(route, seen);
            if (isPage(answer)) {
                PAGES.put(route, seen);
                SOURCES.put(route, answer);
                LINK.matcher(answer.body())
                        .results()
                        .map(link -> link.group(1).replace("&amp;", "&"))
                        .forEach(waiting::addLast);
            }
        }
    }

    /// The route that serves an address: of those that fit, the one that leaves least open.
    private static @Nullable String routeOf(String address) {
        String path = address.replaceAll("\\?.*", "");
        return ROUTES.entrySet().stream()
                .filter(route -> route.getValue().matcher(path).matches())
                .map(Map.Entry::getKey)
                .min(java.util.Comparator.comparingLong((String route) ->
                                route.chars().filter(c -> c == '{').count())
                        .thenComparing(route -> route))
                .orElse(null);
    }

    private static boolean isPage(Answer answer) {
        return answer.body().startsWith("<!DOCTYPE html>")
                && answer.headers().firstValue("Content-Disposition").isEmpty();
    }

    static List<Seen> pages() {
        return List.copyOf(PAGES.values());
    }

    @Test
    void linksLeadToEveryPage() {
        assertThat(ROUTES.keySet())
                .as("pages that no link leads to, so that people cannot find them and this test does not look at them")
                .filteredOn(route -> !route.equals(FETCHED) && !REACHED.containsKey(route))
                .isEmpty();
        assertThat(PAGES).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageIsValidAndSaysWhereItIs(Seen seen) {
        Answer answer = source(seen);
        assertThat(answer.status()).isEqualTo(200);
        TestBrowser.requireValid(answer);
        assertThat(answer.body().split("<h1", -1)).as("one main heading").hasSize(2);
        assertThat(found("<title>([^<]*)</title>", answer))
                .as("title")
                .endsWith(seen.address().startsWith(HERE) ? " – Pages – Folkmoot" : " – Folkmoot");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageIsAccessibleWideAndNarrowLightAndDark(Seen seen) {
        Page page = window(seen.reader());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1280, 900);
        page.navigate(seen.address());
        TestBrowser.requireAccessible(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(360, 740);
        TestBrowser.requireAccessible(page, "color-contrast", "scrollable-region-focusable", "target-size");
        page.setViewportSize(640, 450);
        TestBrowser.requireFits(page);
    }

    private static Answer source(Seen seen) {
        return java.util.Objects.requireNonNull(SOURCES.get(seen.route()));
    }

    private static Page window(@Nullable Person reader) {
        TestBrowser open = browser == null ? TestBrowser.start(WORKBENCH) : browser;
        browser = open;
        return WINDOWS.computeIfAbsent(
                reader == null ? "" : reader.name(), _ -> reader == null ? open.stranger() : open.signedIn(reader));
    }
}
