package org.folkmoot.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.folkmoot.server.AccessMatrix.Route;
import org.folkmoot.server.CrawledSite.Form;
import org.folkmoot.server.TestClient.Answer;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.consultation.ExportFormat;
import org.folkmoot.server.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Markup, script and formulas in every field of every form and every column of a file: on every page and in every
/// export they are words and nothing else.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostileWordsTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start();
    private static final List<Route> ROUTES = AccessMatrix.routes(WORKBENCH);
    private static final Person LEAD = WORKBENCH.administrator("Hedda Hostile");
    private static final TestClient CLIENT = WORKBENCH.signIn(LEAD);

    /// What ends something that other forms need, so it comes last; and what ends one's own session.
    private static final Pattern LAST =
            Pattern.compile(".*/(remove|disable|withdraw|cancel|revoke|password|administrator)( .*)?|/invitation.*");

    private static final int MOST_ROUNDS = 6;

    private static long consultation;

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    private static String path(String rest) {
        return "/consultations/" + consultation + rest;
    }

    @Test
    @Order(1)
    void wordsOfAFileAreThemedLikeAnyOthers() {
        Answer opened = CLIENT.post("/consultations", "title", HostileWords.WORDS);
        consultation = Long.parseLong(opened.location().replaceAll("\\D", ""));
        Answer received = CLIENT.upload(path("/files"), "files", "<hostile-words>.csv", HostileWords.table("r"));
        HostileWords.requireOnlyWords(
                "the file", CrawledSite.parsed(CLIENT.get(received.location()).body()));
        assertThat(CLIENT.post(received.location() + "/import").status()).isEqualTo(303);
        awaitRuns();
        assertThat(WORKBENCH
                        .owner()
                        .sql("""
                        SELECT s.status, bool_or(EXISTS (
                            SELECT FROM coding c WHERE c.run_id = s.run_id AND c.answer_id = s.answer_id))
                        FROM screened_answer s JOIN answer a ON a.id = s.answer_id
                        WHERE a.text LIKE '%Ignore all previous instructions%' GROUP BY 1""")
                        .query((row, _) -> row.getString(1) + " " + row.getBoolean(2))
                        .list())
                .as("answers that give orders to a language model")
                .containsExactly("ANALYSED true");
        assertThat(WORKBENCH
                        .owner()
                        .sql("SELECT base FROM codebook")
                        .query(String.class)
                        .single())
                .doesNotContain("\"headline\":\"Everyone agrees\"");
        long ordering = WORKBENCH
                .owner()
                .sql("SELECT min(id) FROM answer WHERE text LIKE '%Ignore all previous instructions%'")
                .query(Long.class)
                .single();
        assertThat(CLIENT.get(path("/answers/" + ordering)).body()).contains("Ignore all previous instructions");
    }

    private static void awaitRuns() {
        Instant end = Instant.now().plus(Duration.ofMinutes(3));
        while (!WORKBENCH
                .owner()
                .sql("SELECT DISTINCT state FROM run")
                .query(String.class)
                .list()
                .equals(List.of("DONE"))) {
            assertThat(Instant.now()).as("the run ends in time").isBefore(end);
            LockSupport.parkNanos(50_000_000);
        }
    }

    @Test
    @Order(2)
    void everyFormTakesThemAsWords() {
        List<TestClient> readers = new ArrayList<>();
        for (String name : List.of("Rosa Hostile", "Rufus Hostile")) {
            readers.add(WORKBENCH.signIn(WORKBENCH.member(consultation, name, Role.REVIEWER)));
        }
        WORKBENCH.member(consultation, "Vera Hostile", Role.VIEWER);
        Set<String> sent = new TreeSet<>();
        Set<String> led = new TreeSet<>();
        for (int round = 0; round < MOST_ROUNDS && !sent.containsAll(withText(false)); round++) {
            send(CrawledSite.of(CLIENT, ROUTES, led.toArray(String[]::new)), false, sent, led);
            readers.forEach(reader -> readAll(reader, readers.indexOf(reader), sent));
        }
        send(CrawledSite.of(CLIENT, ROUTES), true, sent, led);
        invite(sent);
        turn(sent);
        assertThat(sent).as("routes that take words").containsAll(withText(true));
    }

    /// Sends each kind of form until one of the kind is accepted.
    private static void send(CrawledSite site, boolean last, Set<String> sent, Set<String> led) {
        Set<String> tried = new HashSet<>();
        for (Form form : site.forms()) {
            if (LAST.matcher(form.kind()).matches() != last
                    || sent.contains(form.kind())
                    || !tried.add(form.action() + form.kind())) {
                continue;
            }
            Answer answer = site.send(form, HostileWords.WORDS);
            assertThat(answer.status()).as("status of %s", form.action()).isLessThan(500);
            if (answer.status() < 400) {
                led.add(answer.location());
                sent.add(form.kind());
                sent.add(form.kind().replaceAll(" .*", ""));
            }
        }
    }

    /// A reader gives each answer of an open sample a theme, not the one that the other gives.
    private static void readAll(TestClient reader, int other, Set<String> sent) {
        Matcher sample = Pattern.compile("/reading/(\\d+)\"")
                .matcher(reader.get(path("/reading")).body());
        if (!sample.find()) {
            return;
        }
        String start = path("/reading/" + sample.group(1));
        for (String item = reader.get(start).location();
                item.matches(".*/\\d+/\\d+");
                item = reader.get(start).location()) {
            Answer page = reader.get(item);
            HostileWords.requireOnlyWords(item, CrawledSite.parsed(page.body()));
            List<String> themes = Pattern.compile("name=\"theme\" value=\"([^\"]+)\"")
                    .matcher(page.body())
                    .results()
                    .map(hit -> hit.group(1))
                    .toList();
            assertThat(reader.post(item, "theme", themes.get(other), "note", HostileWords.WORDS)
                            .status())
                    .isEqualTo(303);
            sent.add("/consultations/{consultation}/reading/{sample}/{answer}");
        }
    }

    /// Somebody who takes up an invitation under such a name.
    private static void invite(Set<String> sent) {
        String page = CLIENT.post("/people", "name", HostileWords.WORDS, "email", "new@example.org")
                .body();
        Matcher link = Pattern.compile("/invitation/[\\w-]+").matcher(page);
        assertThat(link.find()).isTrue();
        Answer answer = WORKBENCH
                .stranger()
                .postFrom(
                        link.group(),
                        link.group(),
                        "name",
                        HostileWords.WORDS,
                        "email",
                        "new@example.org",
                        "password",
                        TestWorkbench.PASSWORD);
        assertThat(answer.status()).isEqualTo(303);
        sent.add("/invitation/{token}");
    }

    /// Turning an edit together with those that build on it, which no page leads to where none does.
    private static void turn(Set<String> sent) {
        String code = WORKBENCH
                .owner()
                .sql("""
                        SELECT q.code FROM theme_edit e JOIN codebook c ON c.id = e.codebook_id
                        JOIN question q ON q.id = c.question_id WHERE e.consultation_id = ? LIMIT 1""")
                .param(consultation)
                .query(String.class)
                .single();
        Answer answer = CLIENT.post(path("/themes/" + code + "/turn"), "entry", "1", "stay", HostileWords.WORDS);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).matches(path("/themes/" + code) + "(\\?changed=\\d+)?");
        sent.add("/consultations/{consultation}/themes/{question}/turn");
    }

    /// Routes of forms with a parameter that is free text, as far as their types tell.
    private static Set<String> withText(boolean last) {
        Set<String> paths = new TreeSet<>();
        WORKBENCH
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    boolean posted = mapping.getMethodsCondition().getMethods().stream()
                            .anyMatch(method -> method.name().equals("POST"));
                    boolean ours = handler.getBeanType().getName().startsWith("org.folkmoot.");
                    if (posted && ours && takesText(handler)) {
                        paths.addAll(mapping.getPatternValues());
                    }
                });
        paths.removeIf(
                path -> path.startsWith("/api/") || (!last && LAST.matcher(path).matches()));
        return paths;
    }

    private static boolean takesText(HandlerMethod handler) {
        return List.of(handler.getMethodParameters()).stream()
                .anyMatch(parameter -> parameter.hasParameterAnnotation(ModelAttribute.class)
                        || (parameter.hasParameterAnnotation(RequestParam.class)
                                && (parameter.getParameterType() == String.class
                                        || MultiValueMap.class.isAssignableFrom(parameter.getParameterType()))));
    }

    @Test
    @Order(3)
    void everyPageShowsThemAsWords() {
        List<String> showing = new ArrayList<>();
        CrawledSite site = CrawledSite.of(CLIENT, ROUTES);
        site.pages().forEach((path, page) -> {
            HostileWords.requireOnlyWords(path, page);
            if (HostileWords.areOn(page)) {
                showing.add(path);
            }
        });
        assertThat(showing)
                .as("pages that show them, of %s", site.pages().keySet())
                .hasSizeGreaterThan(20);
        for (String path : List.of("=", "<hostile-words>", HostileWords.WORDS)) {
            String asked = path("/explore?words=" + java.net.URLEncoder.encode(path, StandardCharsets.UTF_8));
            HostileWords.requireOnlyWords(
                    asked, CrawledSite.parsed(CLIENT.get(asked).body()));
        }
    }

    @Test
    @Order(4)
    void everyExportHoldsThemAsWords() throws IOException {
        for (ExportFormat format : ExportFormat.values()) {
            for (String wording : List.of("", "?wording=original")) {
                String path = path("/report/export/" + format.key() + wording);
                Answer export = CLIENT.get(path);
                assertThat(export.status()).as(path).isEqualTo(200);
                requireOnlyWords(path + "." + ending(export), export.bytes());
            }
        }
        List<Long> questions = WORKBENCH
                .owner()
                .sql(
                        "SELECT min(id) FROM question WHERE consultation_id = ? GROUP BY kind = 'OPEN' ORDER BY kind = 'OPEN'")
                .param(consultation)
                .query(Long.class)
                .list();
        Answer table = CLIENT.get(path("/explore/table.csv?question=" + questions.get(1) + "&by=" + questions.get(0)));
        assertThat(table.status()).isEqualTo(200);
        requireOnlyWords("table.csv", table.bytes());
        Answer history = CLIENT.post(path("/history/extract"));
        assertThat(history.headers().firstValue("Content-Type").orElse("")).doesNotContain("html");
        assertThat(WORKBENCH.temporaryFiles()).isEmpty();
    }

    private static String ending(Answer export) {
        return export.headers().firstValue("Content-Type").orElse("").startsWith("text/html")
                ? "html"
                : new String(export.bytes(), 0, 2, StandardCharsets.US_ASCII).equals("PK") ? "zip" : "other";
    }

    private static void requireOnlyWords(String name, byte[] content) throws IOException {
        String text = new String(content, StandardCharsets.UTF_8);
        if (name.endsWith(".html")) {
            HostileWords.requireOnlyWords(name, CrawledSite.parsed(text));
        } else if (name.endsWith(".csv")) {
            requireNoFormula(name, text);
        } else if (text.startsWith("PK")) {
            Map<String, byte[]> parts = unzipped(content);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                requireOnlyWords(name + "!" + part.getKey(), part.getValue());
            }
        } else if (name.endsWith(".xml") || name.endsWith(".qde")) {
            // The page number in the foot of a document is the one thing in it that is worked out.
            assertThat(text.replace("> PAGE </w:instrText>", ""))
                    .as(name)
                    .doesNotContain("<hostile-words", "<f>", "<f ", "</w:instrText>", "w:hyperlink ");
        } else if (text.startsWith("%PDF")) {
            // The page number in the foot of a document is the one thing in it that is worked out.
            assertThat(text.replace("> PAGE </w:instrText>", ""))
                    .as(name)
                    .doesNotContain("/JavaScript", "/JS", "/Launch", "/OpenAction");
        }
    }

    private static void requireNoFormula(String name, String text) throws IOException {
        List<String> wrong = new ArrayList<>();
        try (var rows = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text.replaceFirst("^\uFEFF", ""))) {
            rows.forEach(row -> row.getFields().stream()
                    .filter(cell -> cell.matches("(?s)[=+\\-@\\t\\r].*") && !cell.matches("[+-]?[\\d.,]+(e-?\\d+)?"))
                    .forEach(wrong::add));
        }
        assertThat(wrong).as("cells of %s that a spreadsheet computes", name).isEmpty();
    }

    private static Map<String, byte[]> unzipped(byte[] bytes) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    @Test
    @Order(5)
    void browserRunsNoneOfIt() {
        try (TestBrowser browser = TestBrowser.start(WORKBENCH)) {
            Page page = browser.signedIn(LEAD);
            List<String> alarms = new ArrayList<>();
            page.onDialog(dialog -> {
                alarms.add("dialog on " + page.url());
                dialog.dismiss();
            });
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    alarms.add(message.text() + " on " + page.url());
                }
            });
            Set<String> kinds = new HashSet<>();
            for (String path : CrawledSite.of(CLIENT, ROUTES).pages().keySet()) {
                if (kinds.add(CrawledSite.kind(ROUTES, "GET", path).orElse(path))) {
                    page.navigate(path);
                    assertThat(page.locator("hostile-words").count()).as(path).isZero();
                }
            }
            assertThat(kinds).hasSizeGreaterThan(20);
            assertThat(alarms).isEmpty();
        }
    }
}
