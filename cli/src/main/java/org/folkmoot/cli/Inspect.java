package org.folkmoot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.read.Inspection;
import org.folkmoot.corpus.read.Limits;
import org.folkmoot.corpus.read.Reading;
import org.folkmoot.corpus.read.Role;
import org.folkmoot.corpus.read.Roles;
import org.folkmoot.corpus.read.RolesFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Says what would be read from files of responses, and every problem with its remedy.
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = {
            "Say what would be read: format, encoding, sheets, each column's role with samples, every problem.",
            "Exit code 0: fine; 1: warnings; 2: errors."
        })
final class Inspect implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "CSV, TSV, XLSX, ODS, JSON or JSONL files of the same layout; a folder of letters (PDF, DOCX, EML, TXT);"
                            + " or a Consult input folder.")
    List<Path> inputs = List.of();

    @Option(names = "--roles", paramLabel = "FILE", description = "What the columns mean, as drafted by --write-roles.")
    @Nullable
    Path roles;

    @Option(names = "--write-roles", paramLabel = "FILE", description = "Draft a roles file to correct.")
    @Nullable
    Path writeRoles;

    @Option(names = "--json", description = "Print JSON instead of text.")
    boolean json;

    Inspect() {}

    @Override
    public Integer call() throws IOException {
        Roles stated = null;
        if (roles != null) {
            switch (RolesFile.read(roles)) {
                case RolesFile.Stated(Roles read) -> stated = read;
                case RolesFile.Faulty(List<Fault> faults) -> {
                    return print(new Reading.Refused(faults, new Inspection(List.of(), List.of(), "", 0, List.of())));
                }
            }
        }
        Reading reading;
        try (var progress = new TerminalProgress(spec.commandLine().getErr(), InstantSource.system())) {
            reading = Reading.read(inputs, stated, Limits.DEFAULT, progress);
        }
        int code = print(reading);
        if (writeRoles != null) {
            write(reading, writeRoles);
        }
        return code;
    }

    private void write(Reading reading, Path file) throws IOException {
        if (reading.inspection().columns().isEmpty()) {
            spec.commandLine().getErr().println("No roles file was written: no columns were found.");
            return;
        }
        if (Files.exists(file)) {
            throw new ParameterException(
                    spec.commandLine(), file + " exists and may hold corrections; remove it or name another file");
        }
        Roles used = reading instanceof Reading.Read read ? read.roles() : seen(reading.inspection());
        Files.writeString(file, RolesFile.draft(used, reading.inspection()));
        spec.commandLine().getErr().println("Roles drafted in " + file + ": correct them and give them with --roles.");
    }

    private static Roles seen(Inspection inspection) {
        return new Roles(
                "",
                List.of(),
                -1,
                inspection.columns().stream()
                        .map(c -> new Roles.Column(c.name(), c.role()))
                        .toList());
    }

    private int print(Reading reading) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                json
                        ? json(reading)
                        : new InspectionText(spec.commandLine().getColorScheme().ansi()).of(reading));
        out.flush();
        return switch (reading) {
            case Reading.Refused _ -> Folkmoot.BAD_INPUT;
            case Reading.Read read -> read.faults().isEmpty() ? Folkmoot.FINE : Folkmoot.FINDINGS;
        };
    }

    private static String json(Reading reading) {
        Map<String, Object> whole = new LinkedHashMap<>();
        Inspection seen = reading.inspection();
        whole.put("readable", reading instanceof Reading.Read);
        whole.put("files", seen.files());
        whole.put("arrangement", seen.arrangement());
        whole.put("rows", seen.rows());
        if (reading instanceof Reading.Read read) {
            whole.put("responses", read.consultation().responses().size());
            whole.put("excluded", read.consultation().excluded().size());
        }
        var columns = new ArrayList<Inspection.ColumnView>();
        seen.columns().forEach(c -> columns.add(c.role() == Role.IDENTIFIER ? withoutSamples(c) : c));
        whole.put("columns", columns);
        whole.put("notes", seen.notes());
        whole.put("faults", reading.faults());
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        return mapper.writeValueAsString(whole) + "\n";
    }

    private static Inspection.ColumnView withoutSamples(Inspection.ColumnView c) {
        return new Inspection.ColumnView(
                c.letters(),
                c.name(),
                c.text(),
                c.role(),
                c.why(),
                c.questionId(),
                c.explains(),
                c.filled(),
                c.distinct(),
                c.meanWords(),
                List.of());
    }
}
