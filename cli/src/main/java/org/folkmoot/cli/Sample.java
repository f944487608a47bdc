package org.folkmoot.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.edit.FrameFile;
import org.folkmoot.quality.sampling.Draw;
import org.folkmoot.quality.sampling.Frame;
import org.folkmoot.quality.sampling.SamplePlan;
import org.folkmoot.quality.sampling.SamplePlan.Allocation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Draws a random sample to be read.
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description = {
            "Draw a random sample to be read blind.",
            "FILE is a table with the column item, and if wanted stratum and uncertainty."
        },
        footer = "Example: folkmoot sample answers.csv --plan stratified -n 300 --least 30 --out to-read.csv")
final class Sample implements Callable<Integer> {
    /// The plans by name.
    enum Kind {
        simple,
        systematic,
        stratified,
        unsure
    }

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The frame, all there is to draw from: CSV or XLSX.")
    Path file;

    @Option(
            names = "--plan",
            defaultValue = "simple",
            description = "${COMPLETION-CANDIDATES}. unsure draws more of what has a high uncertainty. Default:"
                    + " ${DEFAULT-VALUE}.")
    Kind plan;

    @Option(names = "-n", required = true, paramLabel = "NUMBER", description = "How many to draw.")
    int n;

    @Option(
            names = "--least",
            defaultValue = "0",
            description = "For stratified: at least so many from each stratum, or all it has.")
    int least;

    @Option(
            names = "--deviation",
            split = ",",
            paramLabel = "STRATUM=SD",
            description = "For stratified: divide by size times standard deviation (Neyman), given for each stratum.")
    Map<String, Double> deviation = Map.of();

    @Option(
            names = "--equal-part",
            defaultValue = "0.5",
            description = "For unsure: share of the sample given out with equal chances. Default: ${DEFAULT-VALUE}.")
    double equalPart;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the draw. Default: ${DEFAULT-VALUE}.")
    long seed;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the sample there; else it is printed.")
    @Nullable
    Path out;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    Sample() {}

    @Override
    public Integer call() {
        if (Files.isDirectory(file) || !Files.isReadable(file)) {
            throw new ParameterException(spec.commandLine(), "no file to read at " + file);
        }
        FrameFile frame = FrameFile.read(file);
        FaultList.print(frame.faults(), spec.commandLine().getErr());
        if (frame.faults().stream().anyMatch(fault -> fault.severity() == Fault.Severity.ERROR)) {
            return Folkmoot.BAD_INPUT;
        }
        Draw draw = draw(new Frame(frame.units()));
        if (out != null) {
            CsvFile.write(out, rows(draw));
        }
        PrintWriter printed = spec.commandLine().getOut();
        if (json) {
            printed.println(json(draw));
        } else if (out == null) {
            printed.print(CsvFile.text(rows(draw)));
        } else {
            printed.println(summary(draw));
        }
        printed.flush();
        if (out == null && !json) {
            spec.commandLine().getErr().println(summary(draw));
            spec.commandLine().getErr().flush();
        }
        return Folkmoot.FINE;
    }

    private Draw draw(Frame frame) {
        try {
            return Draw.from(frame, plan(), seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private SamplePlan plan() {
        return switch (plan) {
            case simple -> new SamplePlan.Simple(n);
            case systematic -> new SamplePlan.Systematic(n);
            case stratified ->
                new SamplePlan.Stratified(
                        n,
                        deviation.isEmpty() ? new Allocation.Proportional() : new Allocation.Neyman(deviation),
                        least);
            case unsure -> new SamplePlan.Unsure(n, equalPart);
        };
    }

    private static List<List<String>> rows(Draw draw) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("item", "label", "stratum", "probability"));
        for (Draw.Drawn drawn : draw.units()) {
            rows.add(List.of(drawn.unit().id(), "", drawn.unit().stratum(), Double.toString(drawn.probability())));
        }
        return rows;
    }

    private String summary(Draw draw) {
        return String.format(
                Locale.ROOT,
                "%,d of %,d drawn, plan %s, seed %d, frame SHA-256 %s.%nThe same file, plan and seed draw the same again."
                        + " Figures from these stand for all of the file if every one drawn is read, and for nothing"
                        + " outside it.",
                draw.units().size(),
                draw.frameSize(),
                plan,
                draw.seed(),
                draw.frameHash());
    }

    private String json(Draw draw) {
        var root = JsonText.object();
        root.put("plan", plan.name());
        root.put("seed", draw.seed());
        root.put("frameSha256", draw.frameHash());
        root.put("frameSize", draw.frameSize());
        var units = root.putArray("units");
        for (Draw.Drawn drawn : draw.units()) {
            var unit = units.addObject();
            unit.put("item", drawn.unit().id());
            unit.put("stratum", drawn.unit().stratum());
            unit.put("probability", drawn.probability());
        }
        return JsonText.of(root);
    }
}
