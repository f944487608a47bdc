package org.folkmoot.corpus.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.folkmoot.corpus.Analyses;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.LargeAnalysis;
import org.folkmoot.corpus.verify.Verification;
import org.folkmoot.corpus.write.OutputFolder;
import org.folkmoot.quality.estimation.BlindSample;
import org.folkmoot.quality.estimation.Estimate.Measured;
import org.folkmoot.quality.estimation.MachineCount;
import org.folkmoot.quality.estimation.ThemeShare;
import org.folkmoot.quality.sampling.Draw;
import org.folkmoot.quality.sampling.SamplePlan;
import org.folkmoot.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlindSampleTest {
    private static final int READ = 60;

    @TempDir
    private Path temporary;

    private Path run(Analysis analysis) {
        Path out = temporary.resolve("out");
        OutputFolder.at(out, false).write(analysis, new TreeMap<>(), Set.of(), Progress.SILENT);
        return out;
    }

    private static String question(RunAnswers run) {
        return run.themes().keySet().iterator().next();
    }

    private static List<List<String>> drawn(RunAnswers run, SamplePlan plan, String by) {
        String question = question(run);
        return BlindSheet.answers(run, Draw.from(run.frame(question, by), plan, 7));
    }

    /// A reader who agrees with the machine, but overlooks all themes of every fifth answer.
    private static List<List<String>> read(RunAnswers run, List<List<String>> sheet, String reader) {
        List<List<String>> filled = new ArrayList<>(sheet.subList(0, 1));
        for (int i = 1; i < sheet.size(); i++) {
            List<String> row = new ArrayList<>(sheet.get(i));
            RunAnswers.Answer answer = run.answers().get(row.getFirst());
            row.set(3, i % 5 == 0 || answer == null ? "" : String.join(" | ", answer.themes()));
            row.set(4, reader);
            filled.add(row);
        }
        return filled;
    }

    private Path write(String name, List<List<String>> rows) throws IOException {
        Path file = temporary.resolve(name);
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            rows.forEach(csv::writeRecord);
        }
        return file;
    }

    @Test
    void readersSeeAnswersButNoCodes() {
        RunAnswers run = RunAnswers.read(run(LargeAnalysis.of(300)));
        List<List<String>> sheet = drawn(run, new SamplePlan.Simple(READ), "");
        assertThat(sheet).hasSize(READ + 1).isEqualTo(drawn(run, new SamplePlan.Simple(READ), ""));
        Set<String> ids = Set.copyOf(BlindSheet.codebook(run, question(run)).stream()
                .map(List::getFirst)
                .toList());
        for (List<String> row : sheet.subList(1, sheet.size())) {
            assertThat(run.answers().get(row.getFirst()))
                    .isNotNull()
                    .extracting(RunAnswers.Answer::text)
                    .isEqualTo(row.get(2));
            assertThat(row.subList(3, 6)).containsOnly("");
            assertThat(ids).doesNotContainAnyElementsOf(row);
        }
    }

    @Test
    void figuresAreThoseOfTheQualityLibrary() throws IOException {
        RunAnswers run = RunAnswers.read(run(LargeAnalysis.of(300)));
        List<List<String>> sheet = drawn(run, new SamplePlan.Simple(READ), "");
        BlindReading reading = BlindReading.of(run, List.of(write("read.csv", read(run, sheet, "Ada"))), List.of());
        assertThat(reading.faults()).isEmpty();
        CheckedQuestion checked =
                CheckedQuestion.of(run, reading, BlindCheck.Options.DEFAULT).getFirst();
        List<RunAnswers.Answer> population = run.machineCoded(checked.question());
        for (BlindCheck.ThemeCheck theme : checked.check().themes()) {
            String id = theme.theme();
            boolean[] human = new boolean[READ];
            boolean[] machine = new boolean[READ];
            for (int i = 0; i < READ; i++) {
                RunAnswers.Answer answer = run.answers().get(sheet.get(i + 1).getFirst());
                machine[i] = answer != null && answer.themes().contains(id);
                human[i] = machine[i] && (i + 1) % 5 != 0;
            }
            long coded = population.stream()
                    .filter(answer -> answer.themes().contains(id))
                    .count();
            assertThat(theme.figures().share())
                    .isEqualTo(ThemeShare.corrected(
                            BlindSample.simple(human, machine, population.size()),
                            MachineCount.of(coded, population.size()),
                            0.95));
        }
    }

    @Test
    void aStratifiedSampleIsWeightedByItsChances() throws IOException {
        RunAnswers run = RunAnswers.read(run(LargeAnalysis.of(300)));
        var plan = new SamplePlan.Stratified(READ, new SamplePlan.Allocation.Proportional(), 20);
        List<List<String>> sheet = drawn(run, plan, "consent");
        assertThat(sheet.stream().skip(1).map(row -> row.get(7)).distinct().count())
                .isGreaterThan(1);
        BlindReading reading = BlindReading.of(run, List.of(write("read.csv", read(run, sheet, "Ada"))), List.of());
        assertThat(reading.faults()).isEmpty();
        for (var theme : CheckedQuestion.of(run, reading, BlindCheck.Options.DEFAULT)
                .getFirst()
                .check()
                .themes()) {
            assertThat(theme.figures().share()).isInstanceOf(Measured.class);
            assertThat(theme.figures().coded())
                    .isEqualTo(run.machineCoded(question(run)).stream()
                            .filter(answer -> answer.themes().contains(theme.theme()))
                            .count());
        }
    }

    @Test
    void theCheckedFolderShowsTheFiguresAndStaysSound() throws IOException {
        Path out = run(LargeAnalysis.of(300));
        RunAnswers run = RunAnswers.read(out);
        List<List<String>> sheet = drawn(run, new SamplePlan.Simple(READ), "");
        List<List<String>> second = read(run, sheet, "Ben");
        second.set(1, withCell(second.get(1), 3, ""));
        List<Path> files = List.of(write("read.csv", read(run, sheet, "Ada")), write("read-2.csv", second));
        BlindReading reading = BlindReading.of(run, files, List.of());
        assertThat(reading.faults()).isEmpty();
        List<CheckedQuestion> checked = CheckedQuestion.of(run, reading, BlindCheck.Options.DEFAULT);
        assertThat(checked.getFirst().readers()).containsExactly("Ada", "Ben");
        assertThat(checked.getFirst().check().readTwice()).isEqualTo(READ);
        Path to = temporary.resolve("checked-out");
        CheckedFolder.write(out, run, checked, files, Map.of("checked.csv", "figures"), to);
        assertThat(statusOfWorkbook(to))
                .contains(question(run) + ": checked by people, 60 answers read blind")
                .doesNotContain(question(run) + ": machine draft");
        String id = question(run);
        String html = Files.readString(to.resolve("report/index.html"));
        assertThat(html)
                .contains("Checked: 60 answers to question " + id + " read blind by 2 people")
                .doesNotContain("<strong>Machine draft, not yet checked by people</strong>")
                .contains("Agreement (alpha)");
        List<String> others = run.themes().keySet().stream().skip(1).toList();
        assertThat(html)
                .contains(
                        others.isEmpty()
                                ? "How many was measured by reading a sample"
                                : "How many was measured for " + id + " by reading a sample, and is not known yet for "
                                        + String.join(", ", others))
                .doesNotContain("How many has not been measured yet");
        others.forEach(other ->
                assertThat(html).contains("<bdi>" + other + "</bdi>: Machine draft, not yet checked by people"));
        assertThat(Verification.of(to).isSound())
                .isEqualTo(Verification.of(out).isSound())
                .isTrue();
        assertThatThrownBy(() -> CheckedFolder.write(out, run, checked, files, Map.of("checked.csv", "figures"), to))
                .hasMessageContaining("exists already");
    }

    private static String statusOfWorkbook(Path folder) throws IOException {
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(folder.resolve("results.xlsx").toFile())) {
            assertThat(workbook.getSheets().map(Sheet::getName)).contains("Themes", "Checked");
            Sheet checked = workbook.findSheet("Checked").orElseThrow();
            assertThat(checked.read().getFirst().getCellText(8)).isEqualTo("share %");
            assertThat(checked.read().get(1).getCellAsNumber(8)).isPresent();
            return workbook.getFirstSheet().read().get(2).getCellText(1);
        }
    }

    @Test
    void everyFaultIsListedWithItsRow() throws IOException {
        RunAnswers run = RunAnswers.read(run(LargeAnalysis.of(300)));
        List<List<String>> sheet = read(run, drawn(run, new SamplePlan.Simple(READ), ""), "Ada");
        sheet.set(1, withCell(sheet.get(1), 0, "Q9-1-00000000"));
        sheet.set(2, withCell(sheet.get(2), 3, "Q9-77"));
        sheet.set(3, withCell(sheet.get(3), 4, ""));
        sheet.set(4, sheet.get(5));
        sheet.set(6, withCell(sheet.get(6), 7, "2"));
        BlindReading reading = BlindReading.of(run, List.of(write("read.csv", sheet)), List.of());
        assertThat(reading.faults())
                .extracting(Fault::code, fault -> fault.source().row())
                .containsExactly(
                        tuple("unknown-item", 2),
                        tuple("unknown-theme", 3),
                        tuple("not-read", 4),
                        tuple("twice", 6),
                        tuple("probability", 7),
                        tuple("incomplete", 0));
    }

    /// The small analysis holds one answer that a person decided before the run.
    @Test
    void whatTheCoderLearntFromCannotCheckIt() throws IOException {
        RunAnswers run = RunAnswers.read(run(Analyses.small()));
        RunAnswers.Answer reviewed = run.answers().values().stream()
                .filter(answer -> !answer.reviewedBy().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(run.machineCoded(reviewed.question())).doesNotContain(reviewed);
        List<List<String>> sheet =
                new ArrayList<>(drawn(run, new SamplePlan.Simple(2), "").subList(0, 1));
        sheet.add(List.of(reviewed.item(), reviewed.question(), reviewed.text(), "", "Ada", "", "", "1"));
        BlindReading reading = BlindReading.of(run, List.of(write("read.csv", sheet)), List.of());
        assertThat(reading.faults()).extracting(Fault::code).containsExactly("trained-on");
        assertThat(reading.faults().getFirst().source().row()).isEqualTo(2);
    }

    @Test
    void onePersonIsNotTwoReaders() throws IOException {
        RunAnswers run = RunAnswers.read(run(LargeAnalysis.of(300)));
        List<List<String>> sheet = read(run, drawn(run, new SamplePlan.Simple(2), ""), "Ada");
        BlindReading reading = BlindReading.of(run, List.of(write("a.csv", sheet), write("b.csv", sheet)), List.of());
        assertThat(reading.faults()).extracting(Fault::code).containsExactly("same-reader", "same-reader");
    }

    @Test
    void whatReadersDifferOnIsDecidedByAThird() throws IOException {
        Path out = run(LargeAnalysis.of(300));
        RunAnswers run = RunAnswers.read(out);
        List<List<String>> sheet = drawn(run, new SamplePlan.Simple(READ), "");
        List<List<String>> first = read(run, sheet, "Ada");
        List<List<String>> second = read(run, sheet, "Ben");
        for (int i = 1; i <= 3; i++) {
            second.set(i, withCell(second.get(i), 3, ""));
        }
        List<Path> files = List.of(write("a.csv", first), write("b.csv", second));
        BlindReading open = BlindReading.of(run, files, List.of());
        List<CheckedQuestion> undecided = CheckedQuestion.of(run, open, BlindCheck.Options.DEFAULT);
        List<List<String>> differences = DifferencesSheet.of(run, open, undecided);
        assertThat(differences.getFirst())
                .containsExactly(
                        "item",
                        "question",
                        "answer",
                        "reader_1",
                        "reader_2",
                        "differing",
                        "themes",
                        "reviewed_by",
                        "note");
        assertThat(differences).hasSize(4);
        assertThat(undecided.getFirst().check().undecided()).isEqualTo(3);
        List<List<String>> asAda = new ArrayList<>(differences.subList(0, 1));
        for (List<String> row : differences.subList(1, 4)) {
            asAda.add(withCell(withCell(row, 6, row.get(3)), 7, "Cyd"));
        }
        BlindReading decided = BlindReading.of(run, files, List.of(write("adj.csv", asAda)));
        assertThat(decided.faults()).isEmpty();
        BlindCheck check = CheckedQuestion.of(run, decided, BlindCheck.Options.DEFAULT)
                .getFirst()
                .check();
        BlindCheck ada = CheckedQuestion.of(
                        run, BlindReading.of(run, files.subList(0, 1), List.of()), BlindCheck.Options.DEFAULT)
                .getFirst()
                .check();
        assertThat(check.undecided()).isZero();
        assertThat(check.themes().stream().map(BlindCheck.ThemeCheck::figures))
                .isEqualTo(ada.themes().stream()
                        .map(BlindCheck.ThemeCheck::figures)
                        .toList());
    }

    @Test
    void everyFaultOfAnAdjudicationIsListed() throws IOException {
        RunAnswers run = RunAnswers.read(run(LargeAnalysis.of(300)));
        List<List<String>> sheet = read(run, drawn(run, new SamplePlan.Simple(5), ""), "Ada");
        String unread = run.machineCoded(question(run)).stream()
                .map(RunAnswers.Answer::item)
                .filter(item -> sheet.stream().noneMatch(row -> row.getFirst().equals(item)))
                .findFirst()
                .orElseThrow();
        String theme =
                run.themes().getOrDefault(question(run), List.of()).getFirst().id();
        Path decisions = write(
                "adj.csv",
                List.of(
                        List.of("item", "themes", "reviewed_by"),
                        List.of(unread, theme, "Cyd"),
                        List.of(sheet.get(1).getFirst(), theme, ""),
                        List.of(sheet.get(2).getFirst(), "T99", "Cyd"),
                        List.of(sheet.get(2).getFirst(), theme, "Cyd"),
                        List.of(sheet.get(3).getFirst(), "", "")));
        BlindReading reading = BlindReading.of(run, List.of(write("read.csv", sheet)), List.of(decisions));
        assertThat(reading.faults())
                .extracting(Fault::code, fault -> fault.source().row())
                .containsExactly(
                        tuple("not-in-sample", 2),
                        tuple("not-signed", 3),
                        tuple("unknown-theme", 4),
                        tuple("twice", 5));
    }

    private static List<String> withCell(List<String> row, int column, String value) {
        List<String> changed = new ArrayList<>(row);
        changed.set(column, value);
        return changed;
    }
}
