package org.folkmoot.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Manifest;
import org.folkmoot.corpus.run.RunRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Codes the answers of an earlier run anew: to a codebook that people edited, learning from codings they corrected.
@Command(
        name = "code",
        mixinStandardHelpOptions = true,
        description = "Code the answers to a codebook that people edited, and learn from the codings they corrected.")
final class Code implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    RunOutput output;

    @Option(
            names = "--codebook",
            required = true,
            paramLabel = "FILE",
            description = "An edited themes.csv (or results.xlsx).")
    Path codebook;

    @Option(
            names = "--reviewed",
            paramLabel = "FILE",
            description = "An edited codings.csv: answers with a name in reviewed_by stay exactly as decided.")
    @Nullable
    Path reviewed;

    @Option(
            names = "--run",
            paramLabel = "FOLDER",
            description = "The run whose answers to code. Without it, the folder the codebook lies in.")
    @Nullable
    Path run;

    Code() {}

    @Override
    public Integer call() {
        Path manifest = run != null
                ? run.resolve("manifest.json")
                : codebook.toAbsolutePath().resolveSibling("manifest.json");
        if (!Files.isRegularFile(manifest)) {
            throw new ParameterException(
                    spec.commandLine(), "no run was found at " + manifest + ": name the run's folder with --run");
        }
        for (Path file : reviewed == null ? List.of(codebook) : List.of(codebook, reviewed)) {
            if (!Files.isRegularFile(file)) {
                throw new ParameterException(spec.commandLine(), "no such file: " + file);
            }
        }
        Manifest recorded = RunOutput.manifest(manifest, spec);
        RunRequest earlier = RunRequest.from(recorded);
        List<Fault> changed = earlier.responsesChangedSince(recorded);
        if (!changed.isEmpty()) {
            FaultList.print(changed, spec.commandLine().getErr());
            return Folkmoot.BAD_INPUT;
        }
        Path codings = manifest.resolveSibling("codings.csv");
        return output.run(
                new RunRequest(
                        earlier.inputs(),
                        earlier.roles(),
                        codebook,
                        reviewed,
                        Files.isRegularFile(codings) ? codings : null,
                        earlier.options()),
                spec);
    }
}
