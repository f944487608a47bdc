package org.folkmoot.corpus.sample;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;
import org.folkmoot.corpus.edit.EditedTable;
import org.folkmoot.corpus.sample.BlindReading.Decision;
import org.folkmoot.corpus.sample.RunAnswers.Answer;
import org.folkmoot.corpus.sample.RunAnswers.RunTheme;
import org.folkmoot.corpus.write.ItemList;

/// A sample as one reader gave it back.
final class SampleFile {
    private final RunAnswers run;
    private final Path file;
    private final List<Fault> faults;
    private final Map<String, Integer> rows = new HashMap<>();
    private final Map<String, Map<String, Decision>> decisions = new LinkedHashMap<>();

    SampleFile(RunAnswers run, Path file, List<Fault> faults) {
        this.run = run;
        this.file = file;
        this.faults = faults;
    }

    Map<String, Map<String, Decision>> read() {
        new EditedTable(file, "").forEach(this::line);
        if (rows.isEmpty()) {
            faults.add(BlindReading.error(
                    "empty",
                    new Source(String.valueOf(file.getFileName()), "", 0),
                    "item",
                    "there is no answer in the sample",
                    "give the file that folkmoot sample wrote, filled in"));
        }
        return decisions;
    }

    private void line(EditedTable.Line line) {
        String item = line.word("item");
        Source source = line.source();
        Answer answer = run.answers().get(item);
        Integer before = rows.putIfAbsent(item, source.row());
        if (before != null) {
            faults.add(BlindReading.error(
                    "twice", source, "item", item + " stands in row " + before + " already", "keep one of them"));
        } else if (answer == null) {
            faults.add(BlindReading.error(
                    "unknown-item",
                    source,
                    "item",
                    "no answer \"" + item + "\" in this run",
                    "give the sample drawn from this run, its ids unaltered"));
        } else if (!answer.reviewedBy().isEmpty()) {
            faults.add(BlindReading.error(
                    "trained-on",
                    source,
                    "item",
                    item + " was decided by " + answer.reviewedBy()
                            + " before this run, which may have learnt from it, so it cannot check the run",
                    "draw a new sample from this run"));
        } else {
            decision(line, answer);
        }
    }

    private void decision(EditedTable.Line line, Answer answer) {
        Set<String> themes = themes(run, answer, line, faults);
        String reader = line.word("reviewed_by");
        if (reader.isEmpty()) {
            faults.add(BlindReading.error(
                    "not-read",
                    line.source(),
                    "reviewed_by",
                    answer.item() + " is not marked as read",
                    "read it and write the reader's name; leave themes blank if it has none"));
        }
        double probability = number(line.word("probability"));
        if (!(probability > 0 && probability <= 1)) {
            faults.add(BlindReading.error(
                    "probability",
                    line.source(),
                    "probability",
                    "the chance must be in (0, 1]: \"" + line.word("probability") + "\"",
                    "restore the column as it was drawn"));
            return;
        }
        if (!line.word("stratum").equals(RunAnswers.stratum(answer, column(line)))) {
            faults.add(BlindReading.error(
                    "stratum",
                    line.source(),
                    "stratum",
                    "the stratum is not that of the answer: \"" + line.word("stratum") + "\"",
                    "restore the column as it was drawn"));
            return;
        }
        decisions
                .computeIfAbsent(answer.question(), _ -> new LinkedHashMap<>())
                .put(answer.item(), new Decision(answer, themes, reader, line.word("stratum"), probability));
    }

    /// The themes a row gives, with those above them.
    static Set<String> themes(RunAnswers run, Answer answer, EditedTable.Line line, List<Fault> faults) {
        List<RunTheme> codebook = run.themes().getOrDefault(answer.question(), List.of());
        Set<String> unknown = new TreeSet<>(ItemList.split(line.text("themes")));
        codebook.forEach(theme -> unknown.remove(theme.id()));
        for (String id : unknown) {
            faults.add(BlindReading.error(
                    "unknown-theme",
                    line.source(),
                    "themes",
                    "no theme \"" + id + "\" for question " + answer.question(),
                    "write ids of the codebook, separated by |"));
        }
        return RunAnswers.withParents(ItemList.split(line.text("themes")), codebook);
    }

    private static String column(EditedTable.Line line) {
        return line.word("stratum").replaceFirst("=.*", "");
    }

    private static double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
