package org.folkmoot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.folkmoot.evaluation.Evaluation;
import org.folkmoot.evaluation.Evaluations;
import org.folkmoot.evaluation.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Measures accuracy on real labelled data and writes the tables.
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Measure accuracy on the real labelled data in FOLKMOOT_DATA, and print the tables.")
final class Evaluate implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "Run only these, e.g. discovery,coding. Without it, all.")
    List<String> only = List.of();

    @Option(names = "--data", paramLabel = "FOLDER", description = "The data folder instead of FOLKMOOT_DATA.")
    @Nullable
    Path data;

    @Option(names = "--out", paramLabel = "FILE", description = "Also write the tables to this Markdown file.")
    @Nullable
    Path out;

    Evaluate() {}

    @Override
    public Integer call() throws IOException {
        Path folder = data != null ? data : Path.of(System.getenv().getOrDefault("FOLKMOOT_DATA", "../shared/data"));
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(
                    spec.commandLine(), "no data folder at " + folder + ": set FOLKMOOT_DATA or give --data FOLDER");
        }
        List<Table> tables;
        try (var progress = new TerminalProgress(spec.commandLine().getErr(), InstantSource.system())) {
            tables = Evaluations.run(
                    chosen(), folder, progress, spec.commandLine().getErr()::println);
        }
        String markdown = tables.stream().map(Table::markdown).collect(Collectors.joining("\n"));
        spec.commandLine().getOut().print(markdown);
        spec.commandLine().getOut().flush();
        if (out != null) {
            Files.writeString(out, markdown);
        }
        return tables.isEmpty() ? Folkmoot.FINDINGS : Folkmoot.FINE;
    }

    private List<Evaluation> chosen() {
        List<String> names = Evaluations.all().stream().map(Evaluation::name).toList();
        for (String name : only) {
            if (!names.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(), "no evaluation named " + name + ": there are " + String.join(", ", names));
            }
        }
        return Evaluations.all().stream()
                .filter(evaluation -> only.isEmpty() || only.contains(evaluation.name()))
                .toList();
    }
}
