package org.folkmoot.corpus.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;
import org.folkmoot.corpus.edit.EditedTable;
import org.folkmoot.corpus.sample.RunAnswers.Answer;
import org.folkmoot.corpus.sample.RunAnswers.RunTheme;
import org.folkmoot.corpus.write.ItemList;

/// Samples as readers gave them back.
///
/// @param readings of each question, one for each file that holds it: the first is the check, the others tell how far
///     readers agree
/// @param faults all that is wrong, each with its row
public record BlindReading(Map<String, List<Map<String, Decision>>> readings, List<Fault> faults) {
    /// What a reader decided of one answer.
    ///
    /// @param themes ids given, with the themes above them
    /// @param stratum as drawn, empty without strata
    /// @param probability with which the answer was drawn, in (0, 1]
    record Decision(Answer answer, Set<String> themes, String reader, String stratum, double probability) {}

    /// Reads the files against the run they were drawn from.
    ///
    /// @throws IllegalArgumentException if a file is not a table
    /// @throws java.io.UncheckedIOException if one cannot be read
    public static BlindReading of(RunAnswers run, List<Path> files) {
        Map<String, List<Map<String, Decision>>> readings = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (Path file : files) {
            Map<String, Map<String, Decision>> inFile = new SampleFile(run, file, faults).read();
            inFile.forEach((question, decisions) -> {
                List<Map<String, Decision>> others = readings.computeIfAbsent(question, _ -> new ArrayList<>());
                Source whole = new Source(String.valueOf(file.getFileName()), "", 0);
                if (others.isEmpty()) {
                    missing(run, question, decisions, whole, faults);
                } else {
                    unlike(others.getFirst(), decisions, whole, faults);
                }
                others.add(decisions);
            });
        }
        return new BlindReading(readings, List.copyOf(faults));
    }

    /// A sample with answers left out is no random sample: its chances give away how many were drawn.
    private static void missing(
            RunAnswers run, String question, Map<String, Decision> decisions, Source file, List<Fault> faults) {
        Map<String, Double> drawn = new HashMap<>();
        Map<String, Integer> given = new HashMap<>();
        Map<String, Integer> sizes = new HashMap<>();
        for (Decision decision : decisions.values()) {
            String by = decision.stratum().replaceFirst("=.*", "");
            if (sizes.isEmpty()) {
                run.machineCoded(question)
                        .forEach(answer -> sizes.merge(RunAnswers.stratum(answer, by), 1, Integer::sum));
            }
            given.merge(decision.stratum(), 1, Integer::sum);
            drawn.put(decision.stratum(), decision.probability() * sizes.getOrDefault(decision.stratum(), 0));
        }
        given.forEach((stratum, count) -> {
            long expected = Math.round(drawn.getOrDefault(stratum, 0.0));
            if (expected != count) {
                faults.add(error(
                        "incomplete",
                        file,
                        "",
                        expected + " answers to " + question + (stratum.isEmpty() ? "" : " with " + stratum)
                                + " were drawn and " + count + " can be used",
                        "give back every row as it was drawn; to leave some out would make the figures wrong"));
            }
        });
        sizes.keySet().stream()
                .filter(stratum -> !given.containsKey(stratum))
                .sorted()
                .forEach(stratum -> faults.add(error(
                        "stratum-unread",
                        file,
                        "stratum",
                        "no answer with " + stratum + " was read",
                        "draw with --least 1 or more, so that every group is seen")));
    }

    private static void unlike(
            Map<String, Decision> first, Map<String, Decision> second, Source file, List<Fault> faults) {
        second.forEach((item, decision) -> {
            Decision other = first.get(item);
            if (other == null) {
                faults.add(error(
                        "not-in-first",
                        file,
                        "item",
                        item + " is not in the first reader's sample",
                        "give both readers the same sample"));
            } else if (other.reader().equalsIgnoreCase(decision.reader())) {
                faults.add(error(
                        "same-reader",
                        file,
                        "reviewed_by",
                        item + " was read twice by " + decision.reader(),
                        "agreement needs two people who each read alone"));
            }
        });
    }

    static Fault error(String code, Source source, String column, String message, String remedy) {
        return new Fault(Fault.Severity.ERROR, code, source, column, message, remedy);
    }

    /// One file on its way in.
    private static final class SampleFile {
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
                faults.add(error(
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
                faults.add(error(
                        "twice", source, "item", item + " stands in row " + before + " already", "keep one of them"));
            } else if (answer == null) {
                faults.add(error(
                        "unknown-item",
                        source,
                        "item",
                        "no answer \"" + item + "\" in this run",
                        "give the sample drawn from this run, its ids unaltered"));
            } else if (!answer.reviewedBy().isEmpty()) {
                faults.add(error(
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
            List<RunTheme> codebook = run.themes().getOrDefault(answer.question(), List.of());
            Set<String> known = codebook.stream().map(RunTheme::id).collect(Collectors.toSet());
            List<String> ids = ItemList.split(line.text("themes"));
            Set<String> unknown = new TreeSet<>(ids);
            unknown.removeAll(known);
            for (String id : unknown) {
                faults.add(error(
                        "unknown-theme",
                        line.source(),
                        "themes",
                        "no theme \"" + id + "\" for question " + answer.question(),
                        "write ids of the codebook, separated by |"));
            }
            String reader = line.word("reviewed_by");
            if (reader.isEmpty()) {
                faults.add(error(
                        "not-read",
                        line.source(),
                        "reviewed_by",
                        answer.item() + " is not marked as read",
                        "read it and write the reader's name; leave themes blank if it has none"));
            }
            double probability = number(line.word("probability"));
            if (!(probability > 0 && probability <= 1)) {
                faults.add(error(
                        "probability",
                        line.source(),
                        "probability",
                        "the chance must be in (0, 1]: \"" + line.word("probability") + "\"",
                        "restore the column as it was drawn"));
                return;
            }
            if (!line.word("stratum").equals(RunAnswers.stratum(answer, column(line)))) {
                faults.add(error(
                        "stratum",
                        line.source(),
                        "stratum",
                        "the stratum is not that of the answer: \"" + line.word("stratum") + "\"",
                        "restore the column as it was drawn"));
                return;
            }
            decisions
                    .computeIfAbsent(answer.question(), _ -> new LinkedHashMap<>())
                    .put(
                            answer.item(),
                            new Decision(
                                    answer,
                                    RunAnswers.withParents(ids, codebook),
                                    reader,
                                    line.word("stratum"),
                                    probability));
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
}
