package org.folkmoot.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.edit.CodingsFile;
import org.folkmoot.corpus.edit.LabelsFile;
import org.folkmoot.quality.estimation.ThemeShares;
import org.folkmoot.quality.multiplicity.AdjustedP;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Corrects machine counts of themes by a sample that people read blind.
@Command(
        name = "estimate",
        mixinStandardHelpOptions = true,
        description = {
            "Correct the machine's count of every theme by a sample that people read blind.",
            "CODINGS is a table item,label of all items, several labels separated by |, blank for none.",
            "The sample has the same columns and, unless all had the same chance, probability and stratum as the",
            "sample command wrote them."
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
        CodingsFile machine = CodingsFile.read(readable(codings));
        CodingsFile people = CodingsFile.read(readable(reviewed));
        LabelsFile labels =
                codebook == null ? new LabelsFile(List.of(), List.of()) : LabelsFile.read(readable(codebook));
        var review = new ReviewedCodings(machine, people, labels.labels());
        List<Fault> faults = new ArrayList<>(machine.faults());
        faults.addAll(people.faults());
        faults.addAll(labels.faults());
        faults.addAll(review.faults());
        FaultList.print(faults, err);
        if (faults.stream().anyMatch(fault -> fault.severity() == Fault.Severity.ERROR)) {
            return Folkmoot.BAD_INPUT;
        }
        ThemeShares shares =
                ThemeShares.of(review.themes(), new ThemeShares.Options(confidence, adjustment.method, together));
        var table = new SharesTable(shares, people.rows().size());
        if (out != null) {
            CsvFile.write(out, table.rows());
        }
        PrintWriter printed = spec.commandLine().getOut();
        printed.println(json ? table.json() : table.text());
        printed.flush();
        return Folkmoot.FINE;
    }

    private Path readable(Path path) {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new ParameterException(spec.commandLine(), "no file to read at " + path);
        }
        return path;
    }
}
