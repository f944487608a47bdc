package org.folkmoot.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.AnswerStatus;
import org.folkmoot.corpus.Manifest;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.corpus.run.Analysing;
import org.folkmoot.corpus.run.RunRequest;
import org.folkmoot.corpus.run.RunResult;
import org.folkmoot.corpus.write.ManifestFile;
import org.folkmoot.corpus.write.OutputFolder;
import org.folkmoot.corpus.write.OutputFolder.Format;
import org.folkmoot.text.Crew;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Where and how the commands that run the engine write their results.
final class RunOutput {
    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Folder to write the results to.")
    Path out;

    @Option(names = "--replace", description = "Replace that folder even if it holds files edited since.")
    boolean replace;

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "NAME",
            description = "Also write other tools' files: themefinder, consult.")
    Set<String> formats = Set.of();

    @Option(names = "--threads", paramLabel = "N", description = "Use so many cores. Without it, all.")
    int threads = Runtime.getRuntime().availableProcessors();

    RunOutput() {}

    /// The manifest of an earlier run; wrong usage if the file is none, or no run can be made of it.
    static Manifest manifest(Path file, CommandSpec spec) {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), "no such manifest: " + file);
        }
        try {
            Manifest recorded = ManifestFile.read(file);
            RunRequest.from(recorded);
            return recorded;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /// Runs the request and writes what came of it; says what was done on standard output, what is wrong on the other.
    int run(RunRequest request, CommandSpec spec) {
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads must be at least 1: " + threads);
        }
        Set<Format> chosen = chosenFormats(spec);
        Path target = out.toAbsolutePath().normalize();
        for (Path input : request.named()) {
            if (input.toAbsolutePath().normalize().startsWith(target)) {
                throw new ParameterException(
                        spec.commandLine(), "--out " + out + " would replace " + input + ", which this run reads");
            }
            if (target.startsWith(input.toAbsolutePath().normalize())) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--out " + out + " lies inside " + input + ", which this run reads: choose a folder elsewhere");
            }
        }
        OutputFolder folder;
        try {
            folder = OutputFolder.at(out, replace).by(new Crew(threads));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage() + " (--replace, --out)", e);
        }
        PrintWriter err = spec.commandLine().getErr();
        RunResult result;
        try (var progress = new TerminalProgress(err, InstantSource.system())) {
            result = Analysing.run(request, new Crew(threads), progress);
            if (result instanceof RunResult.Done done) {
                folder.write(done.analysis(), progress.timings(), chosen, progress);
            }
        }
        return switch (result) {
            case RunResult.Refused refused -> {
                FaultList.print(refused.faults(), err);
                yield Folkmoot.BAD_INPUT;
            }
            case RunResult.Done done -> {
                FaultList.print(done.faults(), err);
                summarise(done.analysis(), spec.commandLine().getOut());
                yield Folkmoot.FINE;
            }
        };
    }

    private Set<Format> chosenFormats(CommandSpec spec) {
        Set<Format> chosen = EnumSet.noneOf(Format.class);
        for (String name : formats) {
            chosen.add(Arrays.stream(Format.values())
                    .filter(format -> format.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), "no format named " + name + ": there are themefinder and consult")));
        }
        return chosen;
    }

    private void summarise(Analysis analysis, PrintWriter to) {
        to.printf(
                Locale.UK,
                "%,d responses received, %,d set aside with a reason.%n",
                analysis.consultation().received(),
                analysis.consultation().excluded().size());
        for (QuestionAnalysis question : analysis.questions()) {
            long analysed = question.status().stream()
                    .filter(status -> status == AnswerStatus.ANALYSED)
                    .count();
            long tops = question.themes().stream()
                    .filter(theme -> theme.parent() == null)
                    .count();
            to.printf(
                    Locale.UK,
                    "%s: %,d answers analysed, %d themes (%d with sub-themes counted), %s.%n",
                    question.question().id(),
                    analysed,
                    tops,
                    question.themes().size(),
                    campaigns(question.campaigns().size()));
        }
        to.println("Report: " + out.resolve("report").resolve("index.html"));
        to.flush();
    }

    private static String campaigns(int count) {
        return count == 0 ? "no campaign" : count == 1 ? "1 campaign" : count + " campaigns";
    }
}
