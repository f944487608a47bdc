package org.folkmoot.server.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.folkmoot.server.TestBrowser;
import org.folkmoot.server.TestClient;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.codebook.CodedQuestion;
import org.folkmoot.server.codebook.Counting;
import org.folkmoot.server.codebook.WorkingTheme;
import org.folkmoot.server.platform.Refused;
import org.folkmoot.server.platform.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Finding answers, reading them, and what different people see of them.
class ExplorePageTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start();
    private static final ExploredConsultation OWN = ExploredConsultation.in(WORKBENCH, "Explore");
    private static final ExploredConsultation OTHER = ExploredConsultation.in(WORKBENCH, "Elsewhere");
    private static final TestClient LEAD = WORKBENCH.signIn(OWN.lead());
    private static final TestClient VIEWER = WORKBENCH.signIn(OWN.viewer());

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    private static List<Long> find(Map<String, String> filter, boolean original) {
        return Scope.of(OWN.consultation())
                .call(() -> LongStream.of(WORKBENCH
                                .bean(FindingAnswers.class)
                                .find(OWN.consultation(), AnswerFilter.of(filter), original))
                        .boxed()
                        .toList());
    }

    private static CodedQuestion coded() {
        return Scope.of(OWN.consultation())
                .call(() -> WORKBENCH
                        .bean(Counting.class)
                        .of(OWN.coded().question())
                        .orElseThrow());
    }

    @Test
    void withoutAFilterThereAreAllAnswers() {
        assertThat(find(Map.of(), true)).isEqualTo(OWN.coded().answers());
    }

    @Test
    void filtersCombine() {
        String question = Long.toString(OWN.coded().question());
        CodedQuestion coded = coded();
        WorkingTheme theme = coded.themes().themes().getFirst();
        List<Long> expected = new ArrayList<>();
        for (int i = 0; i < coded.size(); i++) {
            if (coded.of(theme.id()).get(i) && i % 7 != 0 && !coded.isDecided(i)) {
                expected.add(OWN.answer(i));
            }
        }
        assertThat(expected).isNotEmpty();
        assertThat(find(
                        Map.of(
                                "question",
                                question,
                                "theme",
                                theme.id().value(),
                                "c" + OWN.type(),
                                "Individual",
                                "reader",
                                "UNDECIDED"),
                        true))
                .isEqualTo(expected);
        assertThat(find(Map.of("question", question, "theme", "none", "c" + OWN.type(), "Charity"), true))
                .hasSizeLessThan(coded.size() / 7 + 1)
                .allMatch(id -> OWN.coded().answers().indexOf(id) % 7 == 0);
    }

    @Test
    void campaignFlagAndReaderNarrow() {
        assertThat(find(Map.of("campaign", "C1"), true)).containsExactly(OWN.answer(2));
        assertThat(find(Map.of("campaign", "any"), true)).containsExactly(OWN.answer(2));
        assertThat(find(Map.of("campaign", "none"), true))
                .hasSize(coded().size() - 1)
                .doesNotContain(OWN.answer(2));
        assertThat(find(Map.of("flag", "FLAGGED"), true)).containsExactly(OWN.answer(3));
        assertThat(find(Map.of("reader", "DECIDED"), true)).containsExactly(OWN.answer(3));
    }

    /// The other consultation gets a closed question, which every third answers with agreement, every third not at all.
    @Test
    void positionIsThatOfTheClosedQuestionThatAnAnswerExplains() {
        long closed = WORKBENCH
                .owner()
                .sql("""
                        INSERT INTO question (consultation_id, code, position, text, kind)
                        VALUES (?, 'C9', 9, 'Do you agree?', 'CLOSED') RETURNING id""")
                .param(OTHER.consultation())
                .query(Long.class)
                .single();
        WORKBENCH
                .owner()
                .sql("UPDATE question SET paired_with = 'C9' WHERE id = ?")
                .param(OTHER.coded().question())
                .update();
        Map<String, List<Long>> expected = new java.util.HashMap<>();
        List<Long> answers = OTHER.coded().answers();
        for (int i = 0; i < answers.size(); i++) {
            if (i % 3 < 2) {
                WORKBENCH
                        .owner()
                        .sql("""
                                INSERT INTO answer (consultation_id, question_id, response_id, text)
                                SELECT consultation_id, ?, response_id, ? FROM answer WHERE id = ?""")
                        .params(closed, i % 3 == 0 ? "Agree" : "Strongly disagree", answers.get(i))
                        .update();
            }
            expected.computeIfAbsent(List.of("FOR", "AGAINST", "UNKNOWN").get(i % 3), _ -> new ArrayList<>())
                    .add(answers.get(i));
        }
        for (String position : List.of("FOR", "AGAINST", "UNKNOWN")) {
            long[] found = Scope.of(OTHER.consultation())
                    .call(() -> WORKBENCH
                            .bean(FindingAnswers.class)
                            .find(OTHER.consultation(), AnswerFilter.of(Map.of("position", position)), true));
            assertThat(LongStream.of(found).boxed()).as(position).isEqualTo(expected.get(position));
        }
        assertThat(VIEWER.get(OWN.path("/explore?position=FOR")).status()).isEqualTo(403);
    }

    @Test
    void whatBecameOfAnswersIsAFilterAndTextsAreCountedOnce() {
        int all = coded().size();
        List<Long> analysed = find(Map.of("status", "ANALYSED"), true);
        assertThat(analysed).hasSize(coded().analysed());
        assertThat(find(Map.of("status", "WAITING"), true)).isEmpty();
        assertThat(analysed.size()
                        + find(Map.of("status", "NO_VIEW"), true).size()
                        + find(Map.of("status", "CROSS_REFERENCE"), true).size())
                .isEqualTo(all);
        int texts = WORKBENCH
                .owner()
                .sql("SELECT count(DISTINCT text_group) FROM screened_answer WHERE run_id = ? AND text_group >= 0")
                .param(OWN.coded().run())
                .query(Integer.class)
                .single();
        assertThat(LEAD.get(OWN.path("/explore?status=ANALYSED")).body())
                .contains(analysed.size() + " submissions, " + texts + " distinct texts");
    }

    @Test
    void wordsAreFoundByStemPhraseAndAbsence() {
        long answer = OWN.answer(5);
        String text = WORKBENCH
                .owner()
                .sql("SELECT text FROM answer WHERE id = ?")
                .param(answer)
                .query(String.class)
                .single();
        String phrase = text.replaceAll("(?s)^\\P{L}*(\\p{L}+ \\p{L}+).*$", "$1");
        assertThat(phrase).matches("\\p{L}+ \\p{L}+");
        assertThat(find(Map.of("words", "\"" + phrase + "\""), true)).contains(answer);
        assertThat(find(Map.of("words", "nosuchword"), true)).isEmpty();
        assertThat(find(Map.of("words", "-nosuchword"), true)).hasSize(coded().size());
    }

    @Test
    void meaningOrdersByNearness() {
        List<Long> near = find(Map.of("meaning", "people lose their jobs"), true);
        assertThat(near).isNotEmpty().doesNotHaveDuplicates();
        assertThat(find(Map.of("meaning", "people lose their jobs", "c" + OWN.type(), "Charity"), true))
                .isSubsetOf(near)
                .allMatch(id -> OWN.coded().answers().indexOf(id) % 7 == 0);
    }

    @Test
    void hiddenWordsFindNothingForWhoMayNotSeeThem() {
        assertThat(find(Map.of("words", "\"" + OWN.secrets().getFirst() + "\""), true))
                .containsExactly(OWN.answer(0));
        assertThat(find(Map.of("words", "\"" + OWN.secrets().getFirst() + "\""), false))
                .isEmpty();
        assertThat(find(Map.of("words", "-\"" + OWN.secrets().getFirst() + "\""), false))
                .contains(OWN.answer(0));
    }

    @Test
    void nothingOfAnotherConsultationIsFound() {
        assertThat(LEAD.get(OWN.path("/explore?question=" + OTHER.coded().question()))
                        .status())
                .isEqualTo(404);
        assertThat(LEAD.get(OWN.path("/explore?c" + OTHER.type() + "=Charity")).status())
                .isEqualTo(404);
        assertThat(LEAD.get(OWN.path("/explore?question=" + OWN.type())).status())
                .isEqualTo(404);
        assertThat(LEAD.get(OWN.path("/answers/" + OTHER.answer(0))).status()).isEqualTo(404);
        assertThat(LEAD.get(OTHER.path("/answers/" + OTHER.answer(0))).status()).isEqualTo(404);
        // Also for somebody who belongs to both.
        WORKBENCH.join(OTHER.consultation(), OWN.viewer(), org.folkmoot.server.identity.Role.VIEWER);
        TestClient both = WORKBENCH.signIn(OWN.viewer());
        assertThat(both.get(OWN.path("/answers/" + OTHER.answer(0))).status()).isEqualTo(404);
        assertThat(both.get(OTHER.path("/answers/" + OTHER.answer(0))).status()).isEqualTo(200);
        assertThat(both.get(OWN.path("/explore?question=" + OTHER.coded().question()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void redactionAndBack() {
        String span = OWN.path("/privacy/" + OWN.name());
        String words = OWN.secrets().getFirst();
        String answer = OWN.path("/answers/" + OWN.answer(0));
        assertThat(LEAD.post(span, "action", "redact", "reason", " ").status()).isEqualTo(409);
        assertThat(LEAD.submit(span, "action", "redact", "reason", "a name", "back", "answer")
                        .body())
                .contains("Redacted.");
        assertThat(find(Map.of("flag", "REDACTED"), true)).contains(OWN.answer(0));
        assertThat(LEAD.post(span, "action", "redact", "reason", "again").status())
                .isEqualTo(409);
        assertThat(VIEWER.get(answer).body()).doesNotContain(words);
        LEAD.submit(span, "action", "keep");
        assertThat(VIEWER.get(answer).body()).contains(words);
        assertThat(find(Map.of("words", "\"" + words + "\""), false)).containsExactly(OWN.answer(0));
        LEAD.submit(span, "action", "reopen");
        assertThat(VIEWER.get(answer).body()).doesNotContain(words);
        assertThat(find(Map.of("words", "\"" + words + "\""), false)).isEmpty();
        assertThat(LEAD.post(OTHER.path("/privacy/" + OWN.name()), "action", "keep")
                        .status())
                .isEqualTo(404);
        assertThat(LEAD.post(OWN.path("/privacy/" + OTHER.name()), "action", "keep")
                        .status())
                .isEqualTo(404);
        assertThat(WORKBENCH
                        .owner()
                        .sql("""
                                SELECT action FROM audit_entry
                                WHERE chain = ? AND subject = ? AND action LIKE 'personal-data.%' ORDER BY sequence""")
                        .params(OWN.consultation(), "answer " + OWN.answer(0))
                        .query(String.class)
                        .list())
                .containsExactly("personal-data.redacted", "personal-data.kept", "personal-data.reopened");
    }

    @Test
    void personMarksWordsTheMachineDidNotFind() {
        String path = OWN.path("/answers/" + OWN.answer(8) + "/personal-data");
        String words = VIEWER.get(OWN.path("/answers/" + OWN.answer(8))).body();
        String text = WORKBENCH
                .owner()
                .sql("SELECT text FROM answer WHERE id = ?")
                .param(OWN.answer(8))
                .query(String.class)
                .single();
        String secret = text.substring(0, text.indexOf(' ', 12));
        assertThat(words).contains(secret);
        LEAD.submit(path, "words", secret, "kind", "OTHER", "reason", "tells who it is");
        assertThat(VIEWER.get(OWN.path("/answers/" + OWN.answer(8))).body()).doesNotContain(secret);
        assertThat(LEAD.submit(path, "words", "not in it at all", "kind", "OTHER", "reason", "x")
                        .body())
                .contains("do not stand in this answer");
        assertThat(LEAD.post(
                                OWN.path("/answers/" + OTHER.answer(8) + "/personal-data"),
                                "words",
                                secret,
                                "kind",
                                "OTHER",
                                "reason",
                                "x")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void allOfAKindAreDecidedAtOnce() {
        assertThat(LEAD.submit(OWN.path("/privacy"), "kind", "POSTCODE", "action", "keep")
                        .body())
                .contains("Decided on 1 place");
        assertThat(find(Map.of("words", "\"" + OWN.secrets().get(1) + "\""), false))
                .contains(OWN.answer(1));
        long id = WORKBENCH
                .owner()
                .sql("SELECT id FROM personal_data WHERE answer_id = ?")
                .param(OWN.answer(1))
                .query(Long.class)
                .single();
        LEAD.submit(OWN.path("/privacy/" + id), "action", "reopen");
    }

    @Test
    void viewerNeverSeesPersonalData() {
        long response = WORKBENCH
                .owner()
                .sql("SELECT response_id FROM answer WHERE id = ?")
                .param(OWN.answer(0))
                .query(Long.class)
                .single();
        List<TestClient.Answer> seen = List.of(
                VIEWER.get(OWN.path("/explore")),
                VIEWER.get(OWN.path("/explore?question=" + OWN.coded().question() + "&words="
                        + URLEncoder.encode(OWN.secrets().getFirst(), StandardCharsets.UTF_8))),
                VIEWER.get(OWN.path(
                        "/explore?meaning=" + URLEncoder.encode(OWN.secrets().getFirst(), StandardCharsets.UTF_8))),
                VIEWER.get(OWN.path("/answers/" + OWN.answer(0))),
                VIEWER.get(OWN.path("/answers/" + OWN.answer(1))),
                VIEWER.get(OWN.path("/respondents/" + response)));
        assertThat(seen).allSatisfy(page -> {
            assertThat(page.status()).isEqualTo(200);
            // What somebody types into the filter comes back to them.
            String shown = page.body().substring(Math.max(0, page.body().indexOf("id=\"found\"")));
            assertThat(shown).doesNotContain(OWN.secrets()).doesNotContain("a note of the lead");
        });
        assertThat(seen.get(3).body()).contains("[redacted]");
        assertThat(VIEWER.get(OWN.path("/explore?c" + OWN.type() + "=Charity")).status())
                .isEqualTo(403);
        assertThat(VIEWER.get(OWN.path("/privacy")).status()).isEqualTo(403);
    }

    @Test
    void readingAnOriginalWithPersonalDataIsOnRecord() {
        assertThat(LEAD.get(OWN.path("/answers/" + OWN.answer(1))).body())
                .contains(OWN.secrets().get(1));
        assertThat(LEAD.get(OWN.path("/answers/" + OWN.answer(4))).status()).isEqualTo(200);
        assertThat(WORKBENCH
                        .owner()
                        .sql("SELECT subject FROM audit_entry WHERE chain = ? AND action = 'answer.original-read'")
                        .param(OWN.consultation())
                        .query(String.class)
                        .list())
                .contains("answer " + OWN.answer(1))
                .doesNotContain("answer " + OWN.answer(4));
    }

    @Test
    void pagesFollowOneAnother() {
        List<Long> ids = new ArrayList<>();
        String path = OWN.path("/explore");
        while (!path.isEmpty()) {
            String page = LEAD.get(path).body();
            Pattern.compile("href=\"" + OWN.path("/answers/") + "(\\d+)\"")
                    .matcher(page)
                    .results()
                    .forEach(link -> ids.add(Long.valueOf(link.group(1))));
            var next = Pattern.compile("href=\"([^\"]*)\" rel=\"next\"").matcher(page);
            path = next.find() ? next.group(1).replace("&amp;", "&") : "";
        }
        assertThat(ids).isEqualTo(OWN.coded().answers());
    }

    @Test
    void addressRoundTrips() {
        AnswerFilter filter = AnswerFilter.of(Map.of(
                "question",
                "7",
                "theme",
                "Q3-01",
                "c12",
                "Yes & no",
                "flag",
                "FLAGGED",
                "words",
                "\"night bus\" -tram"));
        Map<String, String> parameters = new java.util.HashMap<>();
        for (String part : filter.query().split("&", -1)) {
            parameters.put(
                    part.substring(0, part.indexOf('=')),
                    java.net.URLDecoder.decode(part.substring(part.indexOf('=') + 1), StandardCharsets.UTF_8));
        }
        assertThat(AnswerFilter.of(parameters)).isEqualTo(filter);
    }

    @Test
    void unknownThemeIsNotFound() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> find(Map.of("question", Long.toString(OWN.coded().question()), "theme", "no such"), true))
                .isInstanceOf(Refused.class);
    }

    @Test
    void pagesAreValidAndAccessible() {
        long response = WORKBENCH
                .owner()
                .sql("SELECT response_id FROM answer WHERE id = ?")
                .param(OWN.answer(0))
                .query(Long.class)
                .single();
        String question = Long.toString(OWN.coded().question());
        List<String> paths = List.of(
                OWN.path("/explore"),
                OWN.path("/explore?question=" + question + "&words="
                        + URLEncoder.encode("public services", StandardCharsets.UTF_8)),
                OWN.path("/answers/" + OWN.answer(0)),
                OWN.path("/answers/" + OWN.answer(3)),
                OWN.path("/respondents/" + response),
                OWN.path("/privacy?kind=NAME"));
        for (String path : paths) {
            TestClient.Answer page = LEAD.get(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            TestBrowser.requireValid(page);
        }
        try (TestBrowser browser = TestBrowser.start(WORKBENCH)) {
            for (int width : new int[] {1280, 360}) {
                Page window = browser.signedIn(OWN.lead(), width, 800);
                for (int i = 0; i < paths.size(); i++) {
                    window.navigate(paths.get(i));
                    TestBrowser.picture(window, "explore-" + i + "-" + width);
                    TestBrowser.requireAccessible(window);
                }
            }
        }
    }
}
