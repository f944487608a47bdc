package org.folkmoot.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.edit.CodingsFile;
import org.folkmoot.corpus.edit.LabelsFile;
import org.folkmoot.corpus.sample.RunAnswers;
import org.folkmoot.quality.estimation.ThemeShares;
import org.folkmoot.quality.multiplicity.AdjustedP;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// Corrects machine counts of themes by a sample that people read blind.
@Command(
        name = "estimate",
        mixinStandardHelpOptions = true,
        description = {
            "Correct the machine's count of every theme by a sample that people read blind.",
            "CODINGS is a table item,label of all items, several labels separated by |, blank for none.",
            "The sample has the same columns and, unless all had the same chance, probability and stratum as the",
            "sample command wrote them; a blank label means read, and nothing found. CODINGS may also be a run's folder, or its answers.csv or codings.csv: the",
            "sample is then one drawn from it."
        },
        footer = "Example: folkmoot estimate codings.csv --sample read.csv")
final class EstimateShares implements Callable<Integer> {
    /// How p-values allow for the number of themes.
    enum Adjustment {
        holm(AdjustedP.Method.HOLM),
        bh(AdjustedP.Method.BENJAMINI_HOCHBERG),
        none(AdjustedP.Method.NONE);

        private final AdjustedP.Method method;

        Adjustment(AdjustedP.Method method) {
            this.method = method;
        }
    }

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "CODINGS", description = "What the machine says of all: CSV or XLSX.")
    Path codings;

    @Option(names = "--sample", required = true, paramLabel = "REVIEWED", description = "What people say of a sample.")
    Path reviewed;

    @Option(
            names = "--codebook",
            paramLabel = "FILE",
            description = "The labels allowed: a table with the column label, or themes.csv.")
    @Nullable
    Path codebook;

    @Option(names = "--confidence", defaultValue = "0.95", description = "Of the intervals. Default: ${DEFAULT-VALUE}.")
    double confidence;

    @Option(names = "--together", description = "Let all intervals hold at once with this confidence.")
    boolean together;

    @Option(
            names = "--adjust",
            defaultValue = "holm",
            description = "How p-values allow for many themes: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    Adjustment adjustment;

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            description = "Also compare groups: a column of CODINGS; for a run language, campaign, consent or file.")
    String by = "";

    @Option(
            names = "--copies",
            paramLabel = "COLUMN",
            description = "Also say what copies are worth: a column of CODINGS alike for copies and blank for others;"
                    + " for a run campaign.")
    String copies = "";

    @Option(names = "--out", paramLabel = "FILE", description = "Also write the table there as CSV.")
    @Nullable
    Path out;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    EstimateShares() {}

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (!(confidence > 0 && confidence < 1)) {
            throw new ParameterException(spec.commandLine(), "--confidence must be in (0, 1): " + confidence);
        }
        if (out != null && (same(out, codings) || same(out, reviewed))) {
            throw new ParameterException(spec.commandLine(), "--out must not be a file that is read: " + out);
        }
        CodingsFile people = CodingsFile.read(readable(reviewed));
        CodingsFile machine;
        List<String> known = List.of();
        Optional<Path> folder = RunCodings.folder(codings);
        if (folder.isEmpty()) {
            machine = CodingsFile.read(readable(codings), by, copies);
        } else {
            try {
                var run = new RunCodings(RunAnswers.read(folder.get()), people);
                machine = run.machine(by, copies);
                List<Fault> unfit = run.faults(reviewed);
                if (!unfit.isEmpty()) {
                    FaultList.print(unfit, err);
                    return Folkmoot.BAD_INPUT;
                }
                people = run.people();
                known = run.labels();
            } catch (IllegalArgumentException e) {
                err.println("folkmoot: " + e.getMessage());
                return Folkmoot.BAD_INPUT;
            }
        }
        LabelsFile labels = codebook == null ? new LabelsFile(known, List.of()) : LabelsFile.read(readable(codebook));
        var review = new ReviewedCodings(machine, people, labels.labels());
        List<Fault> faults = new ArrayList<>(machine.faults());
        faults.addAll(people.faults());
        faults.addAll(labels.faults());
        faults.addAll(review.faults());
        FaultList.print(faults, err);
        if (faults.stream().anyMatch(fault -> fault.severity() == Fault.Severity.ERROR)) {
            return Folkmoot.BAD_INPUT;
        }
        var options = new ThemeShares.Options(confidence, adjustment.method, together);
        ThemeShares shares = ThemeShares.of(review.themes(), options);
        var table = new SharesTable(shares, people.rows().size());
        if (out != null) {
            CsvFile.write(out, table.rows());
        }
        List<String> names = List.copyOf(review.labels());
        StringBuilder text = new StringBuilder(table.text());
        ObjectNode root = table.json();
        if (!by.isEmpty()) {
            GroupShares groups = GroupShares.of(machine, people, names, options);
            text.append(System.lineSeparator()).append(groups.text(by));
            groups.into(root);
        }
        if (!copies.isEmpty()) {
            CopiedAnswers copied = CopiedAnswers.of(machine, names);
            text.append(System.lineSeparator()).append(copied.text(copies));
            copied.into(root);
        }
        PrintWriter printed = spec.commandLine().getOut();
        printed.println(json ? JsonText.of(root) : text);
        printed.flush();
        return Folkmoot.FINE;
    }

    private static boolean same(Path written, Path read) {
        return written.toAbsolutePath().normalize().equals(read.toAbsolutePath().normalize());
    }

    private Path readable(Path path) {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new ParameterException(spec.commandLine(), "no file to read at " + path);
        }
        return path;
    }
}
