package org.folkmoot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.folkmoot.evaluation.Evaluated;
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

    private int written;

    Evaluate() {}

    @Override
    public Integer call() throws IOException {
        Path folder = data != null ? data : Path.of(System.getenv().getOrDefault("FOLKMOOT_DATA", "../shared/data"));
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(
                    spec.commandLine(), "no data folder at " + folder + ": set FOLKMOOT_DATA or give --data FOLDER");
        }
        boolean failed = false;
        for (Evaluation evaluation : chosen()) {
            switch (evaluated(evaluation, folder)) {
                case Evaluated.Measured(List<Table> tables) -> write(tables);
                case Evaluated.LeftOut(String reason) ->
                    spec.commandLine().getErr().println(reason);
                case Evaluated.Failed(String reason, Exception cause) -> {
                    failed = true;
                    spec.commandLine().getErr().println(reason);
                    if (((Folkmoot) spec.root().userObject()).debug) {
                        cause.printStackTrace(spec.commandLine().getErr());
                    }
                }
            }
        }
        return failed || written == 0 ? Folkmoot.FINDINGS : Folkmoot.FINE;
    }

    private Evaluated evaluated(Evaluation evaluation, Path folder) {
        try (var progress = new TerminalProgress(spec.commandLine().getErr(), InstantSource.system())) {
            return Evaluated.of(evaluation, folder, progress);
        }
    }

    /// Prints the tables at once, so that a run which is stopped has shown what it measured.
    private void write(List<Table> tables) throws IOException {
        for (Table table : tables) {
            String markdown = (written == 0 ? "" : "\n") + table.markdown();
            spec.commandLine().getOut().print(markdown);
            spec.commandLine().getOut().flush();
            if (out != null) {
                StandardOpenOption how =
                        written == 0 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
                Files.writeString(out, markdown, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
            }
            written++;
        }
    }

    private List<Evaluation> chosen() {
        List<Evaluation> all = Evaluations.all(Path.of(System.getProperty("folkmoot.home", "")));
        List<String> names = all.stream().map(Evaluation::name).toList();
        for (String name : only) {
            if (!names.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(), "no evaluation named " + name + ": there are " + String.join(", ", names));
            }
        }
        return all.stream()
                .filter(evaluation -> only.isEmpty() || only.contains(evaluation.name()))
                .toList();
    }
}
