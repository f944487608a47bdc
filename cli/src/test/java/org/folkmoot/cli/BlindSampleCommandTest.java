package org.folkmoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.folkmoot.corpus.write.SheetFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sample is drawn from a finished run, read by people, and put into the report.
class BlindSampleCommandTest {
    private static final int DRAWN = 24;

    @TempDir
    private static Path shared;

    private static Path run;
    private static String theme;

    @TempDir
    private Path folder;

    @BeforeAll
    static void analyse() {
        run = shared.resolve("run");
        Path survey = TownSurvey.write(shared.resolve("town.csv"));
        assertThat(CommandRun.of("analyse", survey, "--out", run)).returns(0, CommandRun::exit);
        theme = EditedCsv.read(run.resolve("themes.csv")).get(1, "id");
    }

    private CommandRun draw(String name, int readers) {
        return CommandRun.of(
                "sample", run, "--plan", "simple:" + DRAWN, "--readers", readers, "--to", folder.resolve(name));
    }

    /// Reads a sample: the first theme for each answer whose place in the file `gives` is a multiple of.
    private Path read(String name, String reader, int gives) {
        EditedCsv sheet = EditedCsv.read(folder.resolve(name));
        for (int row = 1; row < sheet.size(); row++) {
            sheet.set(row, "themes", row % gives == 0 ? theme : "").set(row, "reviewed_by", reader);
        }
        return TownSurvey.text(folder.resolve(name), sheet.toString());
    }

    @Test
    void aSampleHoldsNoCodesAndComesBackAsFigures() {
        CommandRun drawn = draw("read.csv", 1);
        assertThat(drawn).returns(0, CommandRun::exit);
        assertThat(drawn.out()).contains("for nothing outside them.");
        EditedCsv sheet = EditedCsv.read(folder.resolve("read.csv"));
        assertThat(sheet.values("themes")).hasSize(DRAWN).containsOnly("");
        assertThat(TownSurvey.ANSWERS).containsAll(sheet.values("answer"));
        assertThat(EditedCsv.read(folder.resolve("read-codebook.csv")).values("id"))
                .contains(theme);
        Path to = folder.resolve("checked");
        CommandRun report = CommandRun.of("report", run, "--sample", read("read.csv", "Ada", 3), "--to", to);
        assertThat(report.err()).isEmpty();
        assertThat(report).returns(0, CommandRun::exit);
        EditedCsv figures = EditedCsv.read(to.resolve("checked.csv"));
        int row = figures.find("theme", theme);
        assertThat(Double.parseDouble(figures.get(row, "low")))
                .isLessThanOrEqualTo(Double.parseDouble(figures.get(row, "share")));
        assertThat(figures.get(row, "read")).isEqualTo(Integer.toString(DRAWN));
        assertThat(figures.get(row, "alpha")).isEmpty();
        assertThat(to.resolve("differences.csv")).doesNotExist();
        assertThat(CommandRun.of("verify", to)).returns(0, CommandRun::exit);
    }

    @Test
    void whatTwoReadersDifferOnIsDecidedInASpreadsheet() throws IOException {
        assertThat(draw("read.csv", 2)).returns(0, CommandRun::exit);
        Path first = read("read.csv", "Ada", 3);
        Path second = read("read-2.csv", "Ben", 4);
        Path open = folder.resolve("open");
        CommandRun undecided = CommandRun.of("report", run, "--sample", first, "--sample", second, "--to", open);
        assertThat(undecided.out())
                .contains("24 of these read twice")
                .contains("readers differ on 10, of which 10 are undecided")
                .contains("No reader wins");
        assertThat(Files.readString(open.resolve("report/index.html")))
                .contains("Agreement (kappa)")
                .contains("No reader’s word counts more than another’s");
        EditedCsv differences = EditedCsv.read(open.resolve("differences.csv"));
        for (int row = 1; row < differences.size(); row++) {
            differences.set(row, "themes", differences.get(row, "reader_1")).set(row, "reviewed_by", "Cyd");
        }
        Path decisions = TownSurvey.text(folder.resolve("adj.csv"), differences.toString());
        CommandRun decided = CommandRun.of(
                "report",
                run,
                "--sample",
                first,
                "--sample",
                second,
                "--adjudicated",
                decisions,
                "--to",
                folder.resolve("decided"));
        assertThat(decided.out()).contains("readers differ on 10, of which 0 are undecided");
        CommandRun alone = CommandRun.of("report", run, "--sample", first, "--to", folder.resolve("alone"));
        assertThat(alone).returns(0, CommandRun::exit);
        assertThat(shares("decided")).isEqualTo(shares("alone")).isNotEqualTo(shares("open"));
    }

    private List<String> shares(String name) {
        EditedCsv figures = EditedCsv.read(folder.resolve(name).resolve("checked.csv"));
        return Stream.of("share", "low", "high", "precision", "recall")
                .flatMap(column -> figures.values(column).stream())
                .toList();
    }

    @Test
    void aWorkbookIsReadBackAsTheSameFigures() throws IOException {
        assertThat(draw("read.csv", 1)).returns(0, CommandRun::exit);
        assertThat(draw("book.xlsx", 1)).returns(0, CommandRun::exit);
        assertThat(folder.resolve("book-codebook.csv")).doesNotExist();
        List<List<String>> rows = rows(folder.resolve("book.xlsx"));
        EditedCsv csv = EditedCsv.read(read("read.csv", "Ada", 3));
        assertThat(rows).hasSameSizeAs(csv.rows());
        for (int i = 1; i < rows.size(); i++) {
            rows.get(i).set(3, csv.get(i, "themes"));
            rows.get(i).set(4, "Ada");
        }
        Path filled = folder.resolve("filled.xlsx");
        SheetFile.write(filled, List.of(new SheetFile.Sheet("Answers", rows)));
        for (Path sample : List.of(folder.resolve("read.csv"), filled)) {
            String name = sample.equals(filled) ? "of-book" : "of-csv";
            CommandRun report = CommandRun.of("report", run, "--sample", sample, "--to", folder.resolve(name));
            assertThat(report.err()).isEmpty();
        }
        assertThat(shares("of-book")).isEqualTo(shares("of-csv"));
    }

    private static List<List<String>> rows(Path file) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            assertThat(workbook.getSheets().map(Sheet::getName)).containsExactly("Answers", "Codebook");
            List<List<String>> rows = new ArrayList<>();
            for (Row row : workbook.getFirstSheet().read()) {
                List<String> cells = new ArrayList<>();
                for (int c = 0; c < 8; c++) {
                    cells.add(c < row.getCellCount() ? row.getCellText(c) : "");
                }
                rows.add(cells);
            }
            return rows;
        }
    }

    /// The report and the estimate of the run's own table rest on the same sample.
    @Test
    void aRunsTablesAreTakenAsTheyAre() {
        assertThat(CommandRun.of(
                        "sample",
                        run.resolve("answers.csv"),
                        "--plan",
                        "simple:" + DRAWN,
                        "--to",
                        folder.resolve("read.csv")))
                .returns(0, CommandRun::exit);
        Path sample = read("read.csv", "Ada", 3);
        Path to = folder.resolve("checked");
        assertThat(CommandRun.of("report", run, "--sample", sample, "--to", to)).returns(0, CommandRun::exit);
        EditedCsv report = EditedCsv.read(to.resolve("checked.csv"));
        Path out = folder.resolve("shares.csv");
        for (String table : List.of("answers.csv", "codings.csv")) {
            CommandRun estimate = CommandRun.of(
                    "estimate",
                    run.resolve(table),
                    "--sample",
                    sample,
                    "--by",
                    "consent",
                    "--copies",
                    "campaign",
                    "--out",
                    out);
            assertThat(estimate.err()).isEmpty();
            EditedCsv shares = EditedCsv.read(out);
            assertThat(shares.get(shares.find("label", theme), "share"))
                    .isEqualTo(report.get(report.find("theme", theme), "share"));
            assertThat(estimate.out()).contains("against all others", "design effect");
        }
        assertThat(CommandRun.of("estimate", run, "--sample", sample, "--by", "age")
                        .err())
                .contains("a run's answers have the columns language, campaign, consent, file: age");
    }

    @Test
    void faultsAreListedAndNothingIsWritten() {
        assertThat(draw("read.csv", 1)).returns(0, CommandRun::exit);
        EditedCsv sheet = EditedCsv.read(read("read.csv", "Ada", 3));
        sheet.set(2, "themes", "T99").set(3, "reviewed_by", "").set(4, "probability", "1.5");
        Path bad = TownSurvey.text(folder.resolve("bad.csv"), sheet.toString());
        Path to = folder.resolve("checked");
        CommandRun report = CommandRun.of("report", run, "--sample", bad, "--to", to);
        assertThat(report).returns(2, CommandRun::exit);
        assertThat(report.err()).contains("T99", "not marked as read", "the chance must be in (0, 1]");
        assertThat(to).doesNotExist();
        Path shares = folder.resolve("shares.csv");
        CommandRun estimate = CommandRun.of("estimate", run, "--sample", bad, "--out", shares);
        assertThat(estimate).returns(2, CommandRun::exit).returns(report.err(), CommandRun::err);
        assertThat(shares).doesNotExist();
    }

    /// A sheet nobody filled in would otherwise say that no answer has any theme.
    @Test
    void aSheetNobodyReadIsNoEstimate() {
        assertThat(draw("read.csv", 1)).returns(0, CommandRun::exit);
        CommandRun estimate = CommandRun.of("estimate", run, "--sample", folder.resolve("read.csv"));
        assertThat(estimate).returns(2, CommandRun::exit).returns("", CommandRun::out);
        assertThat(estimate.err()).contains("row 2, column \"reviewed_by\"", "is not marked as read");
    }

    @Test
    void howItWasDrawnIsToldToMachines() throws IOException {
        CommandRun drawn =
                CommandRun.of("sample", run, "--plan", "simple:" + DRAWN, "--to", folder.resolve("read.csv"), "--json");
        assertThat(drawn).returns(0, CommandRun::exit);
        assertThat(drawn.out()).isEqualTo(Files.readString(folder.resolve("read-draw.json")));
        assertThat(drawn.out()).contains("\"frameSha256\"", "\"drawn\" : " + DRAWN);
    }

    @Test
    void anExistingFileIsNotOverwritten() {
        assertThat(draw("read.csv", 1)).returns(0, CommandRun::exit);
        CommandRun again = draw("read.csv", 1);
        assertThat(again).returns(2, CommandRun::exit);
        assertThat(again.err()).contains("exists already");
    }
}
