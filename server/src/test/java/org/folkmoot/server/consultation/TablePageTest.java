package org.folkmoot.server.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.folkmoot.quality.Interval;
import org.folkmoot.server.TestBrowser;
import org.folkmoot.server.TestClient;
import org.folkmoot.server.TestWorkbench;
import org.folkmoot.server.codebook.CodedQuestion;
import org.folkmoot.server.codebook.Counting;
import org.folkmoot.server.platform.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Themes against groups of respondents.
class TablePageTest {
    private static final TestWorkbench WORKBENCH = TestWorkbench.start();
    private static final ExploredConsultation OWN = ExploredConsultation.in(WORKBENCH, "Table");
    private static final TestClient LEAD = WORKBENCH.signIn(OWN.lead());
    private static final String QUERY = "?question=" + OWN.coded().question() + "&by=" + OWN.type();

    @AfterAll
    static void stop() {
        WORKBENCH.close();
    }

    private static ComparingGroups.Table table() {
        return table(Long.toString(OWN.type()));
    }

    private static ComparingGroups.Table table(String by) {
        return Scope.of(OWN.consultation())
                .call(() -> WORKBENCH
                        .bean(ComparingGroups.class)
                        .of(OWN.consultation(), OWN.coded().question(), by));
    }

    @Test
    void countsAreThoseOfTheAnswers() {
        ComparingGroups.Table table = table();
        CodedQuestion coded = Scope.of(OWN.consultation())
                .call(() -> WORKBENCH
                        .bean(Counting.class)
                        .of(OWN.coded().question())
                        .orElseThrow());
        assertThat(table.columns()).extracting(ComparingGroups.Column::value).containsExactly("Individual", "Charity");
        for (ComparingGroups.Row row : table.rows()) {
            for (int group = 0; group < 2; group++) {
                boolean charity = group == 1;
                ComparingGroups.Cell cell = row.cells().get(group);
                int expected = (int) coded.of(row.theme()).stream()
                        .filter(i -> (i % 7 == 0) == charity)
                        .count();
                if (cell.isHidden()) {
                    assertThat(row.cells()).allMatch(ComparingGroups.Cell::isHidden);
                } else {
                    assertThat(cell.count()).isEqualTo(expected);
                    Interval interval = Objects.requireNonNull(cell.interval());
                    // At shares of 0 and 1 a limit is the share itself, but for the last digit of the arithmetic.
                    assertThat(cell.share()).isBetween(interval.low() - 1e-12, interval.high() + 1e-12);
                }
            }
        }
    }

    @Test
    void themesAreComparedWithThemesAndSmallCountsHiddenOnBothSides() {
        ComparingGroups.Table table = table("themes");
        CodedQuestion coded = Scope.of(OWN.consultation())
                .call(() -> WORKBENCH
                        .bean(Counting.class)
                        .of(OWN.coded().question())
                        .orElseThrow());
        int n = table.rows().size();
        assertThat(n).isGreaterThan(1).isEqualTo(table.columns().size());
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                ComparingGroups.Cell cell = table.rows().get(r).cells().get(c);
                BitSet both = coded.of(table.rows().get(r).theme());
                both.and(coded.of(table.rows().get(c).theme()));
                assertThat(cell.isHidden())
                        .isEqualTo(table.rows().get(c).cells().get(r).isHidden());
                if (both.cardinality() > 0 && both.cardinality() < 5) {
                    assertThat(cell.isHidden()).isTrue();
                }
                if (!cell.isHidden()) {
                    assertThat(cell.count()).isEqualTo(both.cardinality());
                    assertThat(cell.share())
                            .isEqualTo((double) cell.count()
                                    / table.columns().get(c).base());
                }
            }
        }
        String path = OWN.path("/explore/table?question=" + OWN.coded().question() + "&by=themes");
        TestClient.Answer page = LEAD.get(path);
        TestBrowser.requireValid(page);
        assertThat(page.body()).contains("Answers that carry both themes", "value=\"themes\" selected");
        assertThat(LEAD.get(path.replace("table?", "table.csv?")).status()).isEqualTo(200);
        assertThat(LEAD.get(path.replace("by=themes", "by=nonsense")).status()).isEqualTo(404);
    }

    @Test
    void singleSmallCountOfThemesTogetherIsNotLeftAlone() {
        int[][] counts = {{40, 3, 20, 9}, {3, 30, 12, 8}, {20, 12, 50, 7}, {9, 8, 7, 25}};
        assertThat(ThemesTogether.hidden(counts))
                .as("the next smallest of each row with it, and the same on the other side")
                .isEqualTo(new boolean[][] {
                    {false, true, false, true},
                    {true, false, false, true},
                    {false, false, false, false},
                    {true, true, false, false}
                });
    }

    @Test
    void everyNumberLeadsToAsManyAnswers() {
        String page = LEAD.get(OWN.path("/explore/table" + QUERY)).body();
        List<MatchResult> numbers = Pattern.compile("href=\"([^\"]*/explore\\?[^\"]*)\">([\\d,]+)</a>")
                .matcher(page)
                .results()
                .toList();
        assertThat(numbers).hasSizeGreaterThan(5);
        for (MatchResult number : numbers) {
            String answers = LEAD.get(number.group(1).replace("&amp;", "&")).body();
            String heading = answers.replaceAll("(?s)^.*<h2 class=\"govuk-heading-m\" id=\"found\">([^<]*)<.*$", "$1");
            assertThat(heading.replaceAll("^.*?(\\d+)( answers?)?$", "$1"))
                    .as(number.group(1))
                    .isEqualTo(number.group(2));
        }
    }

    @Test
    void viewerSeesTheFiguresWithoutWhoSaidWhat() {
        TestClient viewer = WORKBENCH.signIn(OWN.viewer());
        String page = viewer.get(OWN.path("/explore/table" + QUERY)).body();
        assertThat(page).contains("Charity").doesNotContain("c" + OWN.type() + "=");
        assertThat(viewer.get(OWN.path("/explore/table.csv" + QUERY)).status()).isEqualTo(403);
    }

    @Test
    void fileRunsNoFormula() {
        CodedQuestion coded = Scope.of(OWN.consultation())
                .call(() -> WORKBENCH
                        .bean(Counting.class)
                        .of(OWN.coded().question())
                        .orElseThrow());
        WORKBENCH
                .owner()
                .sql("UPDATE codebook SET base = replace(base, ?, ?) WHERE question_id = ?")
                .params(
                        "\"headline\":"
                                + quoted(coded.themes().themes().getFirst().headline()),
                        "\"headline\":\"=1+1\"",
                        OWN.coded().question())
                .update();
        TestClient.Answer csv = LEAD.get(OWN.path("/explore/table.csv" + QUERY));
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.body()).contains("\"'=1+1\"").doesNotContain("\"=1+1\"");
        for (ComparingGroups.Row row : table().rows()) {
            if (row.cells().getFirst().isHidden()) {
                assertThat(csv.body()).contains("\"suppressed\",\"\",\"\",\"\"");
            }
        }
        assertThat(WORKBENCH
                        .owner()
                        .sql("""
                                SELECT count(*) FROM audit_entry
                                WHERE chain = ? AND action = 'table.exported' AND detail NOT LIKE '%themes%'""")
                        .param(OWN.consultation())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static String quoted(String text) {
        return tools.jackson.databind.json.JsonMapper.builder().build().writeValueAsString(text);
    }

    @Test
    void pageIsValidAndAccessible() {
        TestBrowser.requireValid(LEAD.get(OWN.path("/explore/table" + QUERY)));
        try (TestBrowser browser = TestBrowser.start(WORKBENCH)) {
            for (int width : new int[] {1280, 360}) {
                Page window = browser.signedIn(OWN.lead(), width, 800);
                window.navigate(
                        OWN.path("/explore/table?question=" + OWN.coded().question() + "&by=themes"));
                TestBrowser.picture(window, "explore-themes-" + width);
                TestBrowser.requireAccessible(window);
                window.navigate(OWN.path("/explore/table" + QUERY));
                TestBrowser.picture(window, "explore-table-" + width);
                TestBrowser.requireAccessible(window);
            }
        }
    }
}
