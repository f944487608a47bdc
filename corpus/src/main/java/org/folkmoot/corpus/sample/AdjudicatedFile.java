package org.folkmoot.corpus.sample;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;
import org.folkmoot.corpus.edit.EditedTable;
import org.folkmoot.corpus.sample.BlindReading.Decision;
import org.folkmoot.corpus.sample.RunAnswers.Answer;

/// The differences between readers as an adjudicator gave them back. A row without `reviewed_by` and themes is not
/// decided yet.
final class AdjudicatedFile {
    /// What was decided of one answer.
    ///
    /// @param themes ids, with the themes above them
    /// @param by who decided, empty if nobody did
    record Decided(Set<String> themes, String by) {
        static final Decided NOT = new Decided(Set.of(), "");
    }

    private final RunAnswers run;
    private final Map<String, List<Map<String, Decision>>> readings;
    private final List<Fault> faults;

    AdjudicatedFile(RunAnswers run, Map<String, List<Map<String, Decision>>> readings, List<Fault> faults) {
        this.run = run;
        this.readings = readings;
        this.faults = faults;
    }

    /// Adds what the file decides.
    ///
    /// @param into decisions by item, of each question
    void read(Path file, Map<String, Map<String, Decided>> into) {
        Map<String, Integer> rows = new HashMap<>();
        new EditedTable(file, "").forEach(line -> line(line, rows, into));
        if (rows.isEmpty()) {
            faults.add(BlindReading.error(
                    "empty",
                    new Source(String.valueOf(file.getFileName()), "", 0),
                    "item",
                    "there is no answer in the file",
                    "give differences.csv as folkmoot report wrote it, filled in"));
        }
    }

    private void line(EditedTable.Line line, Map<String, Integer> rows, Map<String, Map<String, Decided>> into) {
        String item = line.word("item");
        Source source = line.source();
        Answer answer = run.answers().get(item);
        Integer before = rows.putIfAbsent(item, source.row());
        boolean signed = !line.word("reviewed_by").isEmpty();
        if (before != null) {
            faults.add(BlindReading.error(
                    "twice", source, "item", item + " stands in row " + before + " already", "keep one of them"));
        } else if (answer == null || !wasRead(answer)) {
            faults.add(BlindReading.error(
                    "not-in-sample",
                    source,
                    "item",
                    "\"" + item + "\" is not in the samples given",
                    "decide only answers that readers read, their ids unaltered"));
        } else if (signed) {
            Map<String, Decided> ofQuestion = into.computeIfAbsent(answer.question(), _ -> new LinkedHashMap<>());
            if (ofQuestion.put(
                            item, new Decided(SampleFile.themes(run, answer, line, faults), line.word("reviewed_by")))
                    != null) {
                faults.add(BlindReading.error(
                        "twice", source, "item", item + " is decided in another file already", "keep one of them"));
            }
        } else if (!line.word("themes").isEmpty()) {
            faults.add(BlindReading.error(
                    "not-signed",
                    source,
                    "reviewed_by",
                    item + " has themes and nobody decided on them",
                    "write who decided, or empty the themes"));
        }
    }

    private boolean wasRead(Answer answer) {
        return readings.getOrDefault(answer.question(), List.of()).stream()
                .anyMatch(file -> file.containsKey(answer.item()));
    }
}
