package org.folkmoot.corpus.verify;

import static org.folkmoot.corpus.verify.FileChecks.count;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.folkmoot.corpus.AnswerStatus;
import org.folkmoot.corpus.edit.EditedTable;
import org.folkmoot.corpus.report.WrittenReport;
import org.folkmoot.corpus.verify.Verification.Check;
import org.folkmoot.corpus.write.OutputNames;

/// Checks of the report against the tables: what it quotes, counts and accounts for stands there too.
final class ReportChecks {
    private static final String REPORT = "report/index.html";

    private final Path folder;

    ReportChecks(Path folder) {
        this.folder = folder;
    }

    Check all() {
        Path file = folder.resolve(REPORT);
        if (!Files.isRegularFile(file)) {
            return new Check("Report as the tables", "not looked at", List.of(REPORT + " is missing"));
        }
        String html;
        try {
            html = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        WrittenReport report = WrittenReport.of(html);
        List<String> findings = new ArrayList<>();
        quotes(report, WrittenReport.quotations(html), findings);
        themes(report, findings);
        ledger(report, findings);
        String checked = count(report.quotes().size(), "quote") + ", "
                + count(report.themes().size(), "theme");
        return new Check("Report as the tables", checked, findings);
    }

    private void quotes(WrittenReport report, int quotations, List<String> findings) {
        Set<String> texts = new HashSet<>();
        each("codings.csv", line -> texts.add(WrittenReport.shown(line.text("passage"))));
        each("uncovered.csv", line -> texts.add(WrittenReport.shown(line.text("passage"))));
        each("campaigns.csv", line -> texts.add(WrittenReport.shown(line.text("text"))));
        for (int i = 0; i < report.quotes().size(); i++) {
            if (!texts.contains(report.quotes().get(i))) {
                findings.add(REPORT + ": quote " + (i + 1) + " of "
                        + report.quotes().size() + " stands word for word in none of the tables");
            }
        }
        if (quotations != report.quotes().size()) {
            findings.add(REPORT + ": " + (quotations - report.quotes().size())
                    + " of its quotations are not in the form that reports are written in");
        }
    }

    private void themes(WrittenReport report, List<String> findings) {
        Set<String> stated = new HashSet<>();
        each("themes.csv", line -> {
            String anchor = WrittenReport.anchor(line.word("question"), line.word("id"));
            stated.add(anchor);
            WrittenReport.Figures figures = report.themes().get(anchor);
            String shown = figures == null ? "no figures" : figures.submissions() + " and " + figures.distinctTexts();
            String counted = line.word("submissions") + " and " + line.word("distinct_texts");
            if (!shown.equals(counted)) {
                findings.add(REPORT + ": theme " + line.word("id") + " has " + shown
                        + " as submissions and distinct texts, " + counted + " in themes.csv");
            }
        });
        report.themes().keySet().stream()
                .filter(anchor -> !stated.contains(anchor))
                .sorted()
                .forEach(anchor -> findings.add(REPORT + ": " + anchor + " is no theme of themes.csv"));
    }

    private void ledger(WrittenReport report, List<String> findings) {
        List<String> labels = new ArrayList<>();
        for (AnswerStatus status : AnswerStatus.values()) {
            labels.add(status.label());
        }
        labels.add(OutputNames.EXCLUDED);
        Map<String, int[]> counts = new LinkedHashMap<>();
        each("ledger.csv", line -> {
            int[] of = counts.computeIfAbsent(line.word("question"), _ -> new int[labels.size() + 1]);
            int label = labels.indexOf(line.word("status"));
            if (label >= 0) {
                of[label]++;
            }
            of[labels.size()]++;
        });
        List<List<Integer>> counted = new ArrayList<>();
        for (int row = 0; row <= labels.size(); row++) {
            List<Integer> numbers = new ArrayList<>();
            for (int[] of : counts.values()) {
                numbers.add(of[row]);
            }
            counted.add(numbers);
        }
        if (!report.ledger().equals(counted)) {
            findings.add(REPORT + ": its ledger is " + report.ledger() + ", that of ledger.csv " + counted);
        }
    }

    private void each(String file, Consumer<EditedTable.Line> lines) {
        new EditedTable(folder.resolve(file), "").forEach(lines);
    }
}
