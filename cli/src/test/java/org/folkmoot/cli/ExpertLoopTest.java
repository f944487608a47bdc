package org.folkmoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people edit in spreadsheets is what the next run does.
class ExpertLoopTest {
    @TempDir
    private static Path shared;

    private static Path run;

    @TempDir
    private Path folder;

    private EditedCsv themes;
    private EditedCsv codings;

    @BeforeAll
    static void analyse() {
        run = shared.resolve("run");
        Path survey = TownSurvey.write(shared.resolve("town.csv"));
        assertThat(CommandRun.of("analyse", survey, "--out", run)).returns(0, CommandRun::exit);
    }

    @BeforeEach
    void open() {
        themes = EditedCsv.read(run.resolve("themes.csv"));
        codings = EditedCsv.read(run.resolve("codings.csv"));
    }

    @Test
    void codebookIsCodedToExactlyAsEdited() {
        List<String> leaves = leaves();
        String renamed = leaves.get(0);
        String merged = leaves.get(1);
        String dropped = leaves.get(2);
        int row = themes.find("id", renamed);
        themes.set(row, "headline", "Buses that can be relied on").set(row, "description", "Late or cancelled buses");
        themes.set(themes.find("id", merged), "merge_into", renamed);
        themes.rows().remove(themes.find("id", dropped));
        int added = themes.add();
        themes.set(added, "question", themes.get(1, "question"))
                .set(added, "headline", "Benches to sit on")
                .set(added, "examples", "More benches in the park for those of us with bad knees.");
        Path out = code();
        EditedCsv after = EditedCsv.read(out.resolve("themes.csv"));
        TreeSet<String> expected = new TreeSet<>(themes.values("id"));
        expected.removeAll(List.of("", merged));
        TreeSet<String> ids = new TreeSet<>(after.values("id"));
        assertThat(ids).containsAll(expected).hasSize(expected.size() + 1).doesNotContain(merged, dropped);
        int kept = after.find("id", renamed);
        assertThat(after.get(kept, "headline")).isEqualTo("Buses that can be relied on");
        assertThat(after.get(kept, "description")).isEqualTo("Late or cancelled buses");
        int benches = after.find("headline", "Benches to sit on");
        EditedCsv coded = EditedCsv.read(out.resolve("codings.csv"));
        assertThat(new TreeSet<>(coded.values("theme")))
                .doesNotContain(merged, dropped)
                .isSubsetOf(withBlank(ids));
        assertThat(coded.column("passage", r -> coded.get(r, "theme").equals(after.get(benches, "id"))))
                .contains("More benches in the park for those of us with bad knees.");
    }

    @Test
    void themeIsSplitByExamples() {
        String whole = leaves().getFirst();
        for (String half : List.of(
                "The buses never come on time.", "Bus fares have doubled and the buses are no better for it.")) {
            int row = themes.add();
            themes.set(row, "question", themes.get(1, "question"))
                    .set(row, "parent", parentOrSelf(whole))
                    .set(row, "headline", half)
                    .set(row, "examples", half);
        }
        EditedCsv after = EditedCsv.read(code().resolve("themes.csv"));
        assertThat(after.values("headline"))
                .contains(
                        "The buses never come on time.", "Bus fares have doubled and the buses are no better for it.");
        for (String half : List.of(
                "The buses never come on time.", "Bus fares have doubled and the buses are no better for it.")) {
            assertThat(after.get(after.find("headline", half), "submissions")).isNotEqualTo("0");
        }
    }

    @Test
    void reviewedAnswersStayAsDecidedHoweverOftenTheRunIsRepeated() {
        List<String> leaves = leaves();
        int corrected = codings.find("respondent", "T021");
        codings.set(corrected, "theme", leaves.getLast())
                .set(corrected, "theme_headline", "")
                .set(corrected, "reviewed_by", "A. Reader");
        int none = codings.find("respondent", "T012");
        codings.set(none, "theme", "").set(none, "theme_headline", "").set(none, "reviewed_by", "B. Reader");
        int hasAView = codings.add();
        int other = codings.find("respondent", "T030");
        codings.set(hasAView, "question", codings.get(other, "question"))
                .set(hasAView, "respondent", "T040")
                .set(hasAView, "file", codings.get(other, "file"))
                .set(hasAView, "row", "41")
                .set(hasAView, "theme", leaves.getFirst())
                .set(hasAView, "reviewed_by", "A. Reader");
        List<String> decidedOn21 =
                codings.column("theme", r -> codings.get(r, "respondent").equals("T021"));
        Path reviewed = TownSurvey.text(folder.resolve("reviewed.csv"), codings.toString());
        Path once = code("--reviewed", reviewed);
        assertDecided(once, "T021", decidedOn21, "A. Reader");
        assertDecided(once, "T012", List.of(), "B. Reader");
        assertDecided(once, "T040", List.of(leaves.getFirst()), "A. Reader");
        Path twice = folder.resolve("twice");
        assertThat(CommandRun.of(
                        "code",
                        "--codebook",
                        once.resolve("themes.csv"),
                        "--reviewed",
                        once.resolve("codings.csv"),
                        "--out",
                        twice))
                .returns(0, CommandRun::exit);
        assertDecided(twice, "T021", decidedOn21, "A. Reader");
        assertDecided(twice, "T012", List.of(), "B. Reader");
        assertDecided(twice, "T040", List.of(leaves.getFirst()), "A. Reader");
        assertThat(CommandRun.of("verify", twice)).returns(0, CommandRun::exit);
    }

    @Test
    void allFaultsAreListedWithTheirRowsAndNothingIsWritten() {
        codings.set(1, "theme", "nowhere-99").set(1, "reviewed_by", "A. Reader");
        int row = codings.find("respondent", "T021");
        codings.set(row, "row", "999").set(row, "respondent", "T999").set(row, "reviewed_by", "A. Reader");
        Path reviewed = TownSurvey.text(folder.resolve("reviewed.csv"), codings.toString());
        Path out = folder.resolve("out");
        CommandRun refused =
                CommandRun.of("code", "--codebook", run.resolve("themes.csv"), "--reviewed", reviewed, "--out", out);
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err())
                .contains("reviewed.csv, row 2, column \"theme\"", "nowhere-99")
                .contains("reviewed.csv, row " + (row + 1));
        assertThat(out).doesNotExist();
    }

    @Test
    void faultyCodebookIsRefusedWithAllItsRows() {
        themes.set(1, "headline", "").set(2, "merge_into", "nowhere-99");
        Path codebook = TownSurvey.text(folder.resolve("edited.csv"), themes.toString());
        Path out = folder.resolve("out");
        CommandRun refused = CommandRun.of("code", "--run", run, "--codebook", codebook, "--out", out);
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("edited.csv, row 2", "edited.csv, row 3", "nowhere-99");
        assertThat(out).doesNotExist();
    }

    @Test
    void codebookThatIsNoTableIsRefused() {
        Path codebook = TownSurvey.text(folder.resolve("edited.xlsx"), "no workbook");
        CommandRun refused =
                CommandRun.of("code", "--run", run, "--codebook", codebook, "--out", folder.resolve("out"));
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("edited.xlsx");
    }

    private Path code(Object... more) {
        Path codebook = TownSurvey.text(folder.resolve("edited.csv"), themes.toString());
        Path out = folder.resolve("out");
        List<Object> arguments = new ArrayList<>(List.of("code", "--run", run, "--codebook", codebook, "--out", out));
        arguments.addAll(List.of(more));
        CommandRun coded = CommandRun.of(arguments.toArray());
        assertThat(coded.exit()).as(coded.err()).isZero();
        CommandRun verified = CommandRun.of("verify", out);
        assertThat(verified.exit()).as(verified.out()).isZero();
        return out;
    }

    private void assertDecided(Path out, String respondent, List<String> decided, String reader) {
        EditedCsv coded = EditedCsv.read(out.resolve("codings.csv"));
        List<Integer> rows = IntStream.range(1, coded.size())
                .filter(row -> coded.get(row, "respondent").equals(respondent))
                .boxed()
                .toList();
        assertThat(rows.stream().map(row -> coded.get(row, "theme")).filter(theme -> !theme.isEmpty()))
                .containsExactlyInAnyOrderElementsOf(decided);
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(coded.get(row, "reviewed_by")).isEqualTo(reader);
            if (!decided.isEmpty()) {
                assertThat(Double.parseDouble(coded.get(row, "confidence"))).isEqualTo(1);
            }
        });
    }

    private List<String> leaves() {
        List<String> parents = themes.values("parent");
        return themes.values("id").stream().filter(id -> !parents.contains(id)).toList();
    }

    private String parentOrSelf(String id) {
        String parent = themes.get(themes.find("id", id), "parent");
        return parent.isEmpty() ? id : parent;
    }

    private static Set<String> withBlank(Set<String> ids) {
        Set<String> all = new TreeSet<>(ids);
        all.add("");
        return all;
    }
}
