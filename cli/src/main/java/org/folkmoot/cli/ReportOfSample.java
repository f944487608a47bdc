package org.folkmoot.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.folkmoot.corpus.sample.BlindCheck;
import org.folkmoot.corpus.sample.BlindReading;
import org.folkmoot.corpus.sample.CheckedFigures;
import org.folkmoot.corpus.sample.CheckedFolder;
import org.folkmoot.corpus.sample.CheckedQuestion;
import org.folkmoot.corpus.sample.DifferencesSheet;
import org.folkmoot.corpus.sample.RunAnswers;
import org.folkmoot.quality.agreement.Coefficient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/// Puts the figures of a sample that people read into a run's report.
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Put the figures of a sample that people read blind into a run's report.",
            "The corrected share of each theme with its interval, the machine's precision and recall, and how far",
            "readers agree. The run's folder is left as it is."
        },
        footer = "Example: folkmoot report out --sample read.csv --sample read-2.csv --to out-checked")
final class ReportOfSample implements Callable<Integer> {
    private static final String DIFFERENCES = "differences.csv";

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "The output folder of the run that the sample was drawn from.")
    Path folder;

    @Option(
            names = "--sample",
            required = true,
            paramLabel = "FILE",
            description = "A sample read, CSV or XLSX. Give a second for a second reader of the same answers, or for"
                    + " another question.")
    List<Path> samples;

    @Option(
            names = "--adjudicated",
            paramLabel = "FILE",
            description = "What someone decided where readers differ: differences.csv, filled in. Until then a theme"
                    + " that half of the readers gave stays open and widens the intervals.")
    List<Path> adjudicated = List.of();

    @Option(names = "--to", required = true, paramLabel = "FOLDER", description = "A new folder to write.")
    Path to;

    @Option(
            names = "--reach",
            defaultValue = "0.05",
            description = "How many more to read is said for shares to plus or minus so much. Default:"
                    + " ${DEFAULT-VALUE}.")
    double reach;

    @Option(names = "--json", description = "Print the figures as JSON.")
    boolean json;

    ReportOfSample() {}

    @Override
    public Integer call() {
        if (!(reach > 0 && reach < 1)) {
            throw new ParameterException(spec.commandLine(), "--reach must be in (0, 1): " + reach);
        }
        List<Path> given = new ArrayList<>(samples);
        given.addAll(adjudicated);
        for (Path sample : given) {
            if (!Files.isRegularFile(sample)) {
                throw new ParameterException(spec.commandLine(), "no file to read at " + sample);
            }
        }
        try {
            RunAnswers run = RunAnswers.read(folder);
            BlindReading reading = BlindReading.of(run, samples, adjudicated);
            if (!reading.faults().isEmpty()) {
                FaultList.print(reading.faults(), spec.commandLine().getErr());
                return Folkmoot.BAD_INPUT;
            }
            List<CheckedQuestion> checked = CheckedQuestion.of(run, reading, new BlindCheck.Options(0.95, reach));
            Map<String, String> tables = new LinkedHashMap<>();
            tables.put("checked.csv", CsvFile.BYTE_ORDER_MARK + CsvFile.text(CheckedFigures.rows(checked)));
            List<List<String>> differences = DifferencesSheet.of(run, reading, checked);
            if (differences.size() > 1) {
                tables.put(DIFFERENCES, CsvFile.BYTE_ORDER_MARK + CsvFile.text(differences));
            }
            CheckedFolder.write(folder, run, checked, given, tables, to);
            var out = spec.commandLine().getOut();
            out.println(json ? json(checked) : text(checked));
            out.flush();
            return Folkmoot.FINE;
        } catch (IllegalArgumentException e) {
            spec.commandLine().getErr().println("folkmoot: " + e.getMessage());
            return Folkmoot.BAD_INPUT;
        }
    }

    private String text(List<CheckedQuestion> checked) {
        StringBuilder text = new StringBuilder();
        for (CheckedQuestion question : checked) {
            text.append(String.format(
                    Locale.UK,
                    "%s: %,d of %,d answers read blind by %d.%n",
                    question.question(),
                    question.check().read(),
                    question.check().population(),
                    question.readers().size()));
            agreement(question, text);
        }
        return text.append("Report: ")
                .append(to.resolve("report").resolve("index.html"))
                .append(System.lineSeparator())
                .append("Figures: ")
                .append(to.resolve("checked.csv"))
                .toString();
    }

    private void agreement(CheckedQuestion question, StringBuilder text) {
        BlindCheck check = question.check();
        if (check.readTwice() > 0) {
            text.append(String.format(
                    Locale.UK,
                    "%s: %,d of these read twice; agreement on whole answers (alpha, MASI) %s; readers differ on %,d, of"
                            + " which %,d are undecided.%n",
                    question.question(),
                    check.readTwice(),
                    CheckedFigures.coefficient(check.agreement()),
                    check.differences().size(),
                    check.undecided()));
        }
        if (check.undecided() > 0) {
            text.append(String.format(
                    Locale.UK,
                    "No reader wins: the intervals reach over both ways of deciding. To decide, fill in %s and add"
                            + " --adjudicated.%n",
                    to.resolve(DIFFERENCES)));
        }
    }

    private static String json(List<CheckedQuestion> checked) {
        var root = JsonText.object();
        var questions = root.putArray("questions");
        for (CheckedQuestion question : checked) {
            var node = questions.addObject();
            node.put("question", question.question());
            node.put("read", question.check().read());
            node.put("answers", question.check().population());
            node.put("readers", question.readers().size());
            node.put("readTwice", question.check().readTwice());
            node.put("reach", question.check().options().reach());
            node.put("differing", question.check().differences().size());
            node.put("undecided", question.check().undecided());
            put(node, "masiAlpha", question.check().agreement(), question);
            var themes = node.putArray("themes");
            for (int i = 0; i < question.themes().size(); i++) {
                BlindCheck.ThemeCheck theme = question.check().themes().get(i);
                var row = themes.addObject();
                row.put("id", theme.theme());
                row.put("headline", question.themes().get(i).headline());
                row.put("coded", theme.figures().coded());
                JsonText.put(row, "share", theme.figures().share());
                JsonText.put(row, "precision", theme.figures().accuracy().precision());
                JsonText.put(row, "recall", theme.figures().accuracy().recall());
                put(row, "alpha", theme.agreement().alpha(), question);
                put(row, "kappa", theme.agreement().kappa(), question);
                put(row, "ac1", theme.agreement().ac1(), question);
                if (theme.more() >= 0) {
                    row.put("moreToRead", theme.more());
                }
            }
        }
        return JsonText.of(root);
    }

    private static void put(ObjectNode node, String name, Coefficient coefficient, CheckedQuestion question) {
        if (question.check().readTwice() == 0) {
            return;
        }
        switch (coefficient) {
            case Coefficient.Refused refused ->
                node.putObject(name).put("refused", refused.reason().message());
            case Coefficient.Estimate estimate -> {
                ObjectNode figure = node.putObject(name);
                figure.put("value", estimate.value());
                figure.put("low", estimate.interval().low());
                figure.put("high", estimate.interval().high());
                var cautions = figure.putArray("cautions");
                estimate.cautions().forEach(caution -> cautions.add(caution.message()));
            }
        }
    }
}
