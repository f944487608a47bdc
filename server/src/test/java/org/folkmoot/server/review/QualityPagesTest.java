package org.folkmoot.server.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.folkmoot.corpus.sample.BlindCheck;
import org.folkmoot.corpus.sample.BlindMaterial;
import org.folkmoot.server.CodedConsultation;
import org.folkmoot.server.TestBrowser;
import org.folkmoot.server.TestClient;
import org.folkmoot.server.TestClient.Answer;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.TestWorkbench.Person;
import org.folkmoot.server.codebook.Codebook;
import org.folkmoot.server.codebook.Codebooks;
import org.folkmoot.server.identity.Role;
import org.folkmoot.server.platform.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// A blind sample from its drawing to its figures, read by two people and adjudicated by a lead.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class QualityPagesTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start();
    private static final Person LEAD = WORKBENCH.person("Quentin Lead");
    private static final CodedConsultation CODED = CodedConsultation.in(WORKBENCH, "Quality", LEAD);
    private static final Person ONE = WORKBENCH.member(CODED.consultation(), "Rosa Reader", Role.REVIEWER);
    private static final Person TWO = WORKBENCH.member(CODED.consultation(), "Rufus Reader", Role.REVIEWER);
    private static final String HERE = "/consultations/" + CODED.consultation();
    private static final String API = "/api/v1/consultations/" + CODED.consultation();
    private static final int DRAWN = 24;

    /// What each reader gave, by answer.
    private static final Map<Person, Map<Long, Set<String>>> GIVEN = new LinkedHashMap<>();

    private static final Map<Long, Set<String>> DECIDED = new TreeMap<>();
    private static long sample;

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    @Test
    @Order(1)
    void leadDrawsASampleThatNobodyMayCode() {
        TestClient lead = WORKBENCH.signIn(LEAD);
        TestBrowser.requireValid(lead.get(HERE + "/quality"));
        assertThat(draw(lead, "n", "9999").status()).isEqualTo(422);
        assertThat(draw(lead, "reader", Long.toString(LEAD.id())).status()).isEqualTo(422);
        Answer drawn = draw(lead, "seed", "11");
        assertThat(drawn.status()).as(drawn.body()).isEqualTo(303);
        sample = Long.parseLong(drawn.location().replaceAll(".*/", ""));
        assertThat(lead.get(drawn.location()).body())
                .contains("simple:" + DRAWN, "Being read", "not yet checked", "0 of " + DRAWN + " read");
        assertThat(draw(lead, "seed", "12").status()).as("one at a time").isEqualTo(409);
        long answer = items().getFirst();
        assertThat(lead.get(HERE + "/code/" + CODED.question() + "/" + answer).status())
                .isEqualTo(409);
        assertThat(lead.post(HERE + "/code/" + CODED.question() + "/" + answer, "action", "accept")
                        .status())
                .isEqualTo(409);
        assertThat(offered()).isNotEmpty().doesNotContainAnyElementsOf(items());
    }

    @Test
    @Order(2)
    void readersSeeNeitherTheMachinesCodesNorEachOthers() {
        List<String> themes = themes();
        TestClient first = WORKBENCH.signIn(ONE);
        TestClient second = WORKBENCH.signIn(TWO);
        TestBrowser.requireValid(first.get(HERE + "/reading"));
        assertThat(first.get(HERE + "/quality").status()).isEqualTo(403);
        assertThat(first.get(HERE + "/code/" + CODED.question() + "/" + items().getFirst())
                        .status())
                .isEqualTo(403);
        List<Long> firstOrder = new ArrayList<>();
        List<Long> secondOrder = new ArrayList<>();
        for (int i = 0; i < DRAWN; i++) {
            read(first, ONE, firstOrder, themes, "kept to myself by Rosa");
            read(second, TWO, secondOrder, themes, "kept to myself by Rufus");
        }
        assertThat(firstOrder).containsExactlyInAnyOrderElementsOf(items()).isNotEqualTo(secondOrder);
        assertThat(secondOrder).containsExactlyInAnyOrderElementsOf(items());
        assertThat(first.get(HERE + "/reading").body()).contains("All read");
        assertThat(first.post(HERE + "/reading/" + sample + "/" + items().getFirst(), "note", "late")
                        .status())
                .as("nobody changes a reading afterwards")
                .isEqualTo(409);
    }

    private static void read(TestClient client, Person person, List<Long> order, List<String> themes, String note) {
        Answer next = client.get(HERE + "/reading/" + sample);
        long answer = Long.parseLong(next.location().replaceAll(".*/", ""));
        Answer page = client.get(next.location());
        if (order.isEmpty()) {
            TestBrowser.requireValid(page);
        }
        assertThat(page.body())
                .as("what a reader sees")
                .contains("Which themes does it carry?")
                .doesNotContain("% sure", "Machine draft", "fm-mark", "\" checked")
                .doesNotContain(person.equals(ONE) ? "Rufus" : "Rosa");
        order.add(answer);
        Set<String> given = new TreeSet<>();
        given.add(themes.get((int) (answer % themes.size())));
        if (person.equals(TWO) && order.size() % 3 == 0) {
            given.add(themes.get((int) ((answer + 1) % themes.size())));
        }
        GIVEN.computeIfAbsent(person, _ -> new HashMap<>()).put(answer, given);
        List<String> fields = new ArrayList<>(List.of("note", note));
        given.forEach(theme -> fields.addAll(List.of("theme", theme)));
        assertThat(client.post(next.location(), fields.toArray(String[]::new)).status())
                .isEqualTo(303);
    }

    @Test
    @Order(3)
    void leadDecidesWhereTheyDifferWithoutTheMachine() {
        TestClient lead = WORKBENCH.signIn(LEAD);
        String page = HERE + "/quality/" + sample;
        assertThat(lead.get(page).body())
                .contains("Readers differ", "Figures appear when")
                .doesNotContain("Precision");
        Answer difference = lead.get(page + "/adjudicate");
        TestBrowser.requireValid(difference);
        while (difference.status() == 200) {
            assertThat(difference.body())
                    .contains("Reader 1", "Reader 2")
                    .doesNotContain("% sure", "Machine draft", "fm-mark", "Rosa Reader", "Rufus Reader");
            long answer = Long.parseLong(found("name=\"answer\" value=\"(\\d+)\"", difference));
            Set<String> decided = GIVEN.getOrDefault(ONE, Map.of()).getOrDefault(answer, Set.of());
            assertThat(lead.post(page + "/adjudicate", "answer", Long.toString(answer), "reason", " ")
                            .status())
                    .isEqualTo(422);
            DECIDED.put(answer, decided);
            lead.post(
                    page + "/adjudicate",
                    "answer",
                    Long.toString(answer),
                    "theme",
                    decided.iterator().next(),
                    "reason",
                    "the first is right");
            difference = lead.get(page + "/adjudicate");
        }
        assertThat(DECIDED).hasSizeGreaterThan(4);
        assertThat(lead.get(page).body()).contains("Checked", "Precision", "Krippendorff");
        TestBrowser.requireValid(lead.get(page));
    }

    @Test
    @Order(4)
    void figuresAreThoseOfTheSameDataElsewhere() {
        Codebook codebook = Scope.of(CODED.consultation())
                .call(() -> WORKBENCH.bean(Codebooks.class).of(CODED.question()).orElseThrow())
                .themes();
        Map<Long, Set<String>> machine = new HashMap<>();
        WORKBENCH.owner().sql("""
                        SELECT c.answer_id, t.source FROM coding c
                        JOIN theme_source t ON t.place = c.source AND t.consultation_id = c.consultation_id
                        WHERE c.run_id = ?""").param(CODED.run()).query(row -> {
            machine.computeIfAbsent(row.getLong(1), _ -> new TreeSet<>()).add(row.getString(2));
        });
        List<Long> analysed = WORKBENCH
                .owner()
                .sql(
                        "SELECT answer_id FROM screened_answer WHERE run_id = ? AND status = 'ANALYSED' ORDER BY answer_id")
                .param(CODED.run())
                .query(Long.class)
                .list();
        Map<String, Double> drawn = new LinkedHashMap<>();
        items().forEach(answer -> drawn.put(answer.toString(), (double) DRAWN / analysed.size()));
        BlindMaterial material = new BlindMaterial(
                codebook.themes().stream()
                        .map(theme -> new BlindMaterial.Theme(
                                theme.id().value(),
                                theme.parent() == null ? "" : theme.parent().value()))
                        .toList(),
                analysed.stream()
                        .map(answer ->
                                new BlindMaterial.Unit(answer.toString(), "", machine.getOrDefault(answer, Set.of())))
                        .toList(),
                drawn,
                List.of(
                        new BlindMaterial.Reading("reader 1", named(GIVEN.getOrDefault(ONE, Map.of()))),
                        new BlindMaterial.Reading("reader 2", named(GIVEN.getOrDefault(TWO, Map.of())))),
                named(DECIDED));
        BlindCheck expected = BlindCheck.of(material, BlindCheck.Options.DEFAULT);
        Scope.of(CODED.consultation()).run(() -> {
            BlindSamples.Sample closed = WORKBENCH.bean(BlindSamples.class).one(CODED.consultation(), sample);
            BlindCheck check =
                    WORKBENCH.bean(SampleFigures.class).of(closed, 0.05).check();
            assertThat(check.themes()).isEqualTo(expected.themes());
            assertThat(check.agreement()).isEqualTo(expected.agreement());
            assertThat(check.differences().stream().map(BlindCheck.Difference::unit))
                    .containsExactlyElementsOf(expected.differences().stream()
                            .map(BlindCheck.Difference::unit)
                            .toList());
            CheckedShares.Checked shares =
                    WORKBENCH.bean(CheckedShares.class).of(CODED.question()).orElseThrow();
            assertThat(shares.read()).isEqualTo(DRAWN);
            assertThat(shares.themes())
                    .allMatch(CheckedShares.Share::stands)
                    .hasSize(codebook.themes().size());
        });
    }

    @Test
    @Order(5)
    void reportShowsTheCheckedShares() {
        String report = WORKBENCH
                .signIn(LEAD)
                .get("/consultations/" + CODED.consultation() + "/report")
                .body();
        assertThat(report).contains("Checked share").containsPattern("\\d+\\.\\d% \\(\\d+\\.\\d% to \\d+\\.\\d%\\)");
        assertThat(report)
                .as("in brief")
                .containsPattern(" \\(checked share \\d+\\.\\d% \\([^<]* answers analysed, [^<]*\\) raised: ");
        List<CheckedShares.Share> themes = Scope.of(CODED.consultation())
                .call(() -> WORKBENCH.bean(CheckedShares.class).of(CODED.question()))
                .orElseThrow()
                .themes();
        assertThat(report)
                .contains(DRAWN + " answers were drawn at random from", "read by 2 people")
                .contains(themes.stream()
                        .flatMap(theme -> java.util.stream.Stream.of(theme.precision(), theme.recall()))
                        .filter(java.util.Objects::nonNull)
                        .map(range -> "%.1f%% (%.1f%% to %.1f%%)"
                                .formatted(100 * range.value(), 100 * range.low(), 100 * range.high()))
                        .toList())
                .contains(themes.stream().map(CheckedShares.Share::alpha).toList());
    }

    @Test
    @Order(5)
    void moreReadingIsPricedForSeveralWidths() {
        SampleResults.Checked checked = java.util.Objects.requireNonNull(Scope.of(CODED.consultation())
                .call(() -> WORKBENCH
                        .bean(SampleResults.class)
                        .of(CODED.consultation(), sample, 3, _ -> true)
                        .figures()));
        int third = SampleResults.REACHES.indexOf(3);
        assertThat(checked.prices().stream()
                        .map(price -> price.more().get(third))
                        .toList())
                .isEqualTo(checked.rows().stream().map(SampleResults.Row::more).toList());
        assertThat(WORKBENCH.signIn(LEAD).get(HERE + "/quality/" + sample).body())
                .contains("What more reading buys");
    }

    @Test
    @Order(5)
    void programsHaveTheSameRights() {
        TestClient client = WORKBENCH.stranger();
        String reader = "Bearer " + WORKBENCH.token(ONE);
        String lead = "Bearer " + WORKBENCH.token(LEAD);
        String decisions = API + "/questions/" + CODED.question() + "/answers/"
                + CODED.answers().get(0) + "/decisions";
        for (String path : List.of(decisions, API + "/samples", API + "/samples/" + sample)) {
            assertThat(client.get(path, "Authorization", reader).status())
                    .as(path)
                    .isEqualTo(403);
            assertThat(client.get(path, "Authorization", lead).status())
                    .as(path)
                    .isEqualTo(200);
        }
        assertThat(client.get(API + "/samples/" + sample, "Authorization", lead).body())
                .contains("\"share\"", "\"low\"", "CLOSED");
        assertThat(client.get(API + "/readings", "Authorization", reader).body())
                .contains("\"read\":" + DRAWN);
        assertThat(client.get(API + "/readings", "Authorization", lead).status())
                .isEqualTo(403);
        Answer made = client.send(
                "POST",
                decisions,
                "{\"choices\": [], \"note\": \"by a program\", \"flagged\": false}",
                "Authorization",
                lead,
                "Content-Type",
                "application/json");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(client.get(decisions, "Authorization", lead).body()).contains("by a program");
    }

    @Test
    @Order(6)
    void pagesAreAccessible() {
        try (TestBrowser browser = TestBrowser.start(WORKBENCH)) {
            for (String path : List.of("/quality", "/quality/" + sample)) {
                Page wide = browser.signedIn(LEAD);
                wide.navigate(HERE + path);
                TestBrowser.requireAccessible(wide);
                TestBrowser.picture(
                        wide, "quality" + path.replaceAll("\\d+", "n").replace('/', '-'));
                Page narrow = browser.signedIn(LEAD, 360, 740);
                narrow.navigate(HERE + path);
                TestBrowser.requireAccessible(narrow);
            }
            Page reading = browser.signedIn(ONE, 360, 740);
            reading.navigate(HERE + "/reading");
            TestBrowser.requireAccessible(reading);
            Page blind = browser.signedIn(ONE);
            blind.navigate(HERE + "/reading/" + sample + "/" + items().getFirst());
            TestBrowser.requireAccessible(blind);
            TestBrowser.picture(blind, "reading-item");
        }
    }

    private static Map<String, Set<String>> named(Map<Long, Set<String>> given) {
        Map<String, Set<String>> named = new LinkedHashMap<>();
        new TreeMap<>(given).forEach((answer, themes) -> named.put(answer.toString(), themes));
        return named;
    }

    /// Draws with one field other than usual.
    private static Answer draw(TestClient client, String field, String value) {
        List<String> fields = new ArrayList<>(List.of("question", Long.toString(CODED.question()), "plan", "SIMPLE"));
        if (!field.equals("n")) {
            fields.addAll(List.of("n", Integer.toString(DRAWN)));
        }
        if (!field.equals("reader")) {
            fields.addAll(List.of("reader", Long.toString(ONE.id()), "reader", Long.toString(TWO.id())));
        }
        fields.addAll(List.of(field, value));
        return client.post(HERE + "/quality", fields.toArray(String[]::new));
    }

    private static List<Long> items() {
        return WORKBENCH
                .owner()
                .sql("SELECT answer_id FROM sample_item WHERE sample_id = ? ORDER BY position")
                .param(sample)
                .query(Long.class)
                .list();
    }

    /// All answers that are offered for coding, one after the other.
    private static List<Long> offered() {
        List<Long> offered = new ArrayList<>();
        Scope.of(CODED.consultation()).run(() -> {
            long after = 0;
            for (int i = 0; i < CODED.answers().size() - DRAWN; i++) {
                after = WORKBENCH
                        .bean(Offers.class)
                        .next(CODED.consultation(), CODED.question(), ReadingOrder.UNREAD, after, LEAD.id())
                        .orElseThrow();
                offered.add(after);
            }
        });
        return offered;
    }

    private static List<String> themes() {
        return Scope.of(CODED.consultation())
                .call(() -> WORKBENCH.bean(Codebooks.class).of(CODED.question()).orElseThrow())
                .themes()
                .themes()
                .stream()
                .filter(theme -> !theme.sources().isEmpty())
                .map(theme -> theme.id().value())
                .toList();
    }

    private static String found(String pattern, Answer page) {
        var matcher = Pattern.compile(pattern).matcher(page.body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
