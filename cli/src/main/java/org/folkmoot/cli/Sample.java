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
import org.folkmoot.corpus.sample.RunAnswers;
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
            "FILE is a table with the column item, and if wanted stratum and uncertainty, or the output folder",
            "of a run: its answers are then written without the machine's codes, with the codebook beside them."
        },
        footer = "Example: folkmoot sample answers.csv --plan stratified -n 300 --least 30 --out to-read.csv%n"
                + "         folkmoot sample out --plan simple:300 --question Q2 --readers 2 --to read.csv")
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

    @Parameters(
            paramLabel = "FILE",
            description = "The frame, all there is to draw from: CSV, XLSX, a run's folder, or its answers.csv.")
    Path file;

    @Option(
            names = "--plan",
            defaultValue = "simple",
            paramLabel = "PLAN[:NUMBER]",
            description = "simple, systematic, stratified or unsure, which draws more of what has a high uncertainty;"
                    + " with the number to draw, or see -n. Default: ${DEFAULT-VALUE}.")
    String asked = "simple";

    private Kind plan = Kind.simple;

    @Option(names = "-n", paramLabel = "NUMBER", description = "How many to draw.")
    int n;

    @Option(names = "--question", paramLabel = "ID", description = "For a run: the question to draw from.")
    @Nullable
    String question;

    @Option(
            names = "--by",
            defaultValue = "language",
            description = "For a run, stratified: language, campaign, consent or file. Default: ${DEFAULT-VALUE}.")
    String by;

    @Option(
            names = "--readers",
            defaultValue = "1",
            description = "For a run: a file for each of so many readers. Default: ${DEFAULT-VALUE}.")
    int readers;

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

    @Option(
            names = {"--out", "--to"},
            paramLabel = "FILE",
            description = "Write the sample there; else it is printed. For a run it may end in .xlsx.")
    @Nullable
    Path out;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    Sample() {}

    @Override
    public Integer call() {
        settlePlan();
        file = RunCodings.folder(file).orElse(file);
        if (Files.isDirectory(file)) {
            return sampleOfRun();
        }
        if (!Files.isReadable(file)) {
            throw new ParameterException(spec.commandLine(), "no file to read at " + file);
        }
        if (out != null && Files.exists(out)) {
            throw new ParameterException(
                    spec.commandLine(), out + " exists already: choose another name, or move it away");
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

    private void settlePlan() {
        String[] parts = asked.split(":", 2);
        try {
            plan = Kind.valueOf(parts[0].toLowerCase(Locale.ROOT));
            n = parts.length == 2 ? Integer.parseInt(parts[1]) : n;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--plan must be simple, systematic, stratified or unsure, as in simple:300: " + asked,
                    e);
        }
        if (n < 1) {
            throw new ParameterException(spec.commandLine(), "say how many to draw, as in --plan simple:300: " + n);
        }
    }

    private Integer sampleOfRun() {
        Path to = out;
        if (to == null) {
            throw new ParameterException(spec.commandLine(), "--to must name the file to write the sample to");
        }
        if (plan == Kind.unsure) {
            throw new ParameterException(
                    spec.commandLine(), "a run's answers are drawn simple, systematic or stratified");
        }
        if (!RunAnswers.GROUPS.contains(by)) {
            throw new ParameterException(spec.commandLine(), "--by must be one of " + RunAnswers.GROUPS + ": " + by);
        }
        if (readers < 1 || readers > 20) {
            throw new ParameterException(spec.commandLine(), "--readers must be in [1, 20]: " + readers);
        }
        String strata = plan == Kind.stratified ? by : "";
        least = Math.max(1, least);
        try {
            SampleOfRun.Written written = new SampleOfRun(file, plan(), seed, question, strata, readers, to).write();
            spec.commandLine().getOut().println(json ? written.json() : written.told());
            spec.commandLine().getOut().flush();
            return Folkmoot.FINE;
        } catch (IllegalArgumentException e) {
            spec.commandLine().getErr().println("folkmoot: " + e.getMessage());
            return Folkmoot.BAD_INPUT;
        }
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
