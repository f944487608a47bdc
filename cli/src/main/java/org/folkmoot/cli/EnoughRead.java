package org.folkmoot.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.edit.CodingsFile;
import org.folkmoot.quality.Interval;
import org.folkmoot.quality.sampling.ConfidenceSequence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// Whether what was read is enough, asked as often as one likes.
@Command(
        name = "enough",
        mixinStandardHelpOptions = true,
        description = {
            "Whether enough was read: an interval that may be looked at after every item.",
            "FILE is a table item,label in the order of reading, drawn with equal chances; a blank label means read,",
            "and nothing found, so leave out rows not read yet."
        })
final class EnoughRead extends PlanQuestion {
    @Parameters(paramLabel = "FILE", description = "What was read so far: CSV or XLSX.")
    Path file;

    @Option(names = "--label", required = true, description = "The theme in question.")
    String label;

    @Option(names = "--population", required = true, description = "How many there are in all.")
    long population;

    @Option(names = "--reach", required = true, description = "Plus or minus so much is wanted, e.g. 0.05.")
    double reach;

    @Option(names = "--confidence", defaultValue = "0.95", description = "Default: ${DEFAULT-VALUE}.")
    double confidence;

    EnoughRead() {}

    @Override
    public Integer call() {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new ParameterException(spec.commandLine(), "no file to read at " + file);
        }
        CodingsFile read = CodingsFile.read(file);
        FaultList.print(read.faults(), spec.commandLine().getErr());
        boolean bad = read.faults().stream().anyMatch(fault -> fault.severity() == Fault.Severity.ERROR);
        return bad ? (Integer) Folkmoot.BAD_INPUT : super.call();
    }

    @Override
    Answer answer() {
        if (!(reach > 0)) {
            throw new IllegalArgumentException("reach must be positive: " + reach);
        }
        CodingsFile read = CodingsFile.read(file);
        if (read.rows().size() > population) {
            throw new IllegalArgumentException(
                    "more were read than there are: " + read.rows().size() + " > " + population);
        }
        var sequence = new ConfidenceSequence(new ConfidenceSequence.Options(confidence, population, 1000));
        long with = 0;
        for (CodingsFile.Row row : read.rows()) {
            boolean has = row.labels().contains(label);
            sequence.add(has ? 1 : 0);
            with += has ? 1 : 0;
        }
        Interval now = sequence.now();
        boolean enough = now.width() <= 2 * reach;
        ObjectNode fields = JsonText.object();
        fields.put("read", sequence.read());
        fields.put("with", with);
        fields.put("low", now.low());
        fields.put("high", now.high());
        fields.put("enough", enough);
        return new Answer(
                String.format(
                        Locale.ROOT,
                        "%,d read, %,d with \"%s\": between %.1f and %.1f %%. %s%nThis interval holds however often one looks, and is"
                                + " wider for it; once reading has ended, use the estimate command.",
                        sequence.read(),
                        with,
                        label,
                        100 * now.low(),
                        100 * now.high(),
                        enough ? "Enough." : "Not yet enough: read on."),
                fields);
    }
}
