package org.folkmoot.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.folkmoot.cli.AgreementFigures.Kind;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.edit.LabelsFile;
import org.folkmoot.corpus.edit.RatingsFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Measures how far people who rated the same items agree.
@Command(
        name = "agreement",
        mixinStandardHelpOptions = true,
        description = {
            "Measure how far people who rated the same items agree.",
            "FILE is a table with the columns item, rater and label, a row for each rating."
        },
        footer = "Example: folkmoot agreement readers.csv --level masi --codebook themes.csv")
final class Agreement implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The ratings: CSV or XLSX.")
    Path file;

    @Option(
            names = "--level",
            defaultValue = "nominal",
            description = "What labels are: ${COMPLETION-CANDIDATES}. For masi and jaccard a label may be several,"
                    + " separated by |, or none. Default: ${DEFAULT-VALUE}.")
    RatingLevel level;

    @Option(
            names = "--coefficient",
            split = ",",
            description = "Only these: ${COMPLETION-CANDIDATES}. Without it, those that suit.")
    List<Kind> kinds = List.of();

    @Option(names = "--confidence", defaultValue = "0.95", description = "Of the intervals. Default: ${DEFAULT-VALUE}.")
    double confidence;

    @Option(
            names = "--codebook",
            paramLabel = "FILE",
            description = "The labels allowed, from low to high for --level ordinal: a table with the column label, or"
                    + " themes.csv.")
    @Nullable
    Path codebook;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    Agreement() {}

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (!(confidence > 0 && confidence < 1)) {
            throw new ParameterException(spec.commandLine(), "--confidence must be in (0, 1): " + confidence);
        }
        RatingsFile ratings = RatingsFile.read(readable(file));
        LabelsFile labels =
                codebook == null ? new LabelsFile(List.of(), List.of()) : LabelsFile.read(readable(codebook));
        List<Fault> faults = new ArrayList<>(ratings.faults());
        faults.addAll(labels.faults());
        faults.addAll(new RatingFaults(level, labels.labels()).of(ratings.rows()));
        FaultList.print(faults, err);
        if (faults.stream().anyMatch(fault -> fault.severity() == Fault.Severity.ERROR)) {
            return Folkmoot.BAD_INPUT;
        }
        AgreementFigures figures =
                AgreementFigures.of(ratings.rows(), labels.labels(), level, new LinkedHashSet<>(kinds), confidence);
        if (figures.nothingSupported()) {
            figures.reasons().forEach(reason -> err.println("folkmoot agreement: " + reason));
            err.flush();
            return Folkmoot.BAD_INPUT;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                json
                        ? AgreementJson.of(figures, level, confidence)
                        : AgreementText.of(figures, level, confidence).stripTrailing());
        out.flush();
        return Folkmoot.FINE;
    }

    private Path readable(Path path) {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new ParameterException(spec.commandLine(), "no file to read at " + path);
        }
        return path;
    }
}
