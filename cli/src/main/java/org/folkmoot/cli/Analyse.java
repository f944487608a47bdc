package org.folkmoot.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.Manifest;
import org.folkmoot.corpus.read.Limits;
import org.folkmoot.corpus.read.Reading;
import org.folkmoot.corpus.run.Analysing;
import org.folkmoot.corpus.run.RunOptions;
import org.folkmoot.corpus.write.OutputFolder;
import org.folkmoot.corpus.write.OutputFolder.Format;
import org.folkmoot.text.Crew;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Responses: CSV, XLSX, ODS, JSONL, or a folder.")
    List<Path> files;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Where to write the results.")
    Path out;

    @Option(names = "--replace", description = "Replace the folder whatever it holds.")
    boolean replace;

    @Option(names = "--granularity", defaultValue = "1", description = "2 for finer themes, 0.5 for coarser.")
    double granularity;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of every random choice.")
    long seed;

    @Option(names = "--threads", defaultValue = "0", description = "How many cores to use; all if not given.")
    int threads;

    @Option(names = "--format", split = ",", description = "Other tools' files to write too: ${COMPLETION-CANDIDATES}.")
    Set<Format> formats = EnumSet.noneOf(Format.class);

    Analyse() {}

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        OutputFolder folder = OutputFolder.at(out, replace);
        try (var progress = new TerminalProgress(err, InstantSource.system())) {
            long began = InstantSource.system().millis();
            switch (Reading.read(files, null, Limits.DEFAULT, progress)) {
                case Reading.Refused refused -> {
                    FaultList.print(refused.faults(), err);
                    return Folkmoot.BAD_INPUT;
                }
                case Reading.Read read -> {
                    FaultList.print(read.faults(), err);
                    Analysis analysis = Analysing.analyse(
                            read.consultation(),
                            new ArrayList<Manifest.Input>(),
                            "",
                            Map.of(),
                            new RunOptions(
                                    granularity,
                                    RunOptions.DEFAULT.transformerTokens(),
                                    RunOptions.DEFAULT.discoveryPassages(),
                                    seed),
                            threads > 0 ? new Crew(threads) : Crew.ofAllCores(),
                            progress);
                    SortedMap<String, String> timings = new TreeMap<>();
                    timings.put(
                            "seconds before writing",
                            ""
                                    + Duration.ofMillis(InstantSource.system().millis() - began)
                                            .toSeconds());
                    folder.write(analysis, timings, formats, progress);
                }
            }
        }
        spec.commandLine().getOut().println("Report: " + out.resolve("report").resolve("index.html"));
        return Folkmoot.FINE;
    }
}
