package org.folkmoot.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Manifest;
import org.folkmoot.corpus.read.Roles;
import org.folkmoot.corpus.read.RolesFile;
import org.folkmoot.corpus.run.RunOptions;
import org.folkmoot.corpus.run.RunRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Sorts the answers of a consultation into themes and writes the report.
@Command(
        name = "analyse",
        mixinStandardHelpOptions = true,
        description = "Sort the free-text answers of a consultation into themes, and write report and spreadsheets.")
final class Analyse implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    RunOutput output;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Responses: CSV, TSV, XLSX, ODS, JSONL, or a folder of letters or of Consult.")
    List<Path> files = List.of();

    @Option(names = "--roles", paramLabel = "FILE", description = "What the columns are; see folkmoot inspect.")
    @Nullable
    Path roles;

    @Option(names = "--title", paramLabel = "TEXT", description = "Name of the consultation, for the report.")
    @Nullable
    String title;

    @Option(names = "--manifest", paramLabel = "FILE", description = "Repeat the run that this manifest.json records.")
    @Nullable
    Path manifest;

    @Option(
            names = "--granularity",
            defaultValue = "1",
            paramLabel = "N",
            description = "2 for finer themes, 0.5 for coarser ones. Default 1.")
    double granularity;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Seed of every random choice.")
    long seed;

    Analyse() {}

    @Override
    public Integer call() {
        if (manifest != null) {
            return repeat(manifest);
        }
        if (files.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "name at least one file of responses");
        }
        if (!(granularity > 0) || granularity > 100) {
            throw new ParameterException(
                    spec.commandLine(), "--granularity must be above 0, at most 100: " + granularity);
        }
        Roles stated = null;
        if (roles != null) {
            switch (RolesFile.read(roles)) {
                case RolesFile.Faulty(List<Fault> faults) -> {
                    FaultList.print(faults, spec.commandLine().getErr());
                    return Folkmoot.BAD_INPUT;
                }
                case RolesFile.Stated(Roles read) -> stated = read;
            }
        }
        if (title != null) {
            Roles known = stated == null ? Roles.NONE : stated;
            stated = new Roles(title, known.sheets(), known.headerRows(), known.columns());
        }
        RunOptions options = RunOptions.DEFAULT.withGranularity(granularity).withSeed(seed);
        return output.run(new RunRequest(files, stated, null, null, null, options), spec);
    }

    private int repeat(Path file) {
        if (!files.isEmpty() || roles != null) {
            throw new ParameterException(spec.commandLine(), "--manifest names files and roles: give no others");
        }
        for (String option : List.of("--title", "--granularity", "--seed")) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new ParameterException(
                        spec.commandLine(), "--manifest repeats a run as it was: leave out " + option);
            }
        }
        Manifest recorded = RunOutput.manifest(file, spec);
        RunRequest request = RunRequest.from(recorded);
        List<Fault> changed = request.changedSince(recorded);
        if (!changed.isEmpty()) {
            FaultList.print(changed, spec.commandLine().getErr());
            return Folkmoot.BAD_INPUT;
        }
        return output.run(request, spec);
    }
}
