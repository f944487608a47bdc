package org.folkmoot.corpus.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;
import org.folkmoot.corpus.sample.RunAnswers.Answer;

/// Samples as readers gave them back.
///
/// @param readings of each question, one for each file that holds it, each by item
/// @param adjudicated of each question, what was decided where readers differ, by item
/// @param faults all that is wrong, each with its row
public record BlindReading(
        Map<String, List<Map<String, Decision>>> readings,
        Map<String, Map<String, AdjudicatedFile.Decided>> adjudicated,
        List<Fault> faults) {
    /// What a reader decided of one answer.
    ///
    /// @param themes ids given, with the themes above them
    /// @param stratum as drawn, empty without strata
    /// @param probability with which the answer was drawn, in (0, 1]
    record Decision(Answer answer, Set<String> themes, String reader, String stratum, double probability) {}

    /// Reads the files against the run they were drawn from.
    ///
    /// @param adjudications files in which someone decided where readers differ
    /// @throws IllegalArgumentException if a file is not a table
    /// @throws java.io.UncheckedIOException if one cannot be read
    public static BlindReading of(RunAnswers run, List<Path> files, List<Path> adjudications) {
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
        Map<String, Map<String, AdjudicatedFile.Decided>> adjudicated = new LinkedHashMap<>();
        for (Path file : adjudications) {
            new AdjudicatedFile(run, readings, faults).read(file, adjudicated);
        }
        return new BlindReading(readings, adjudicated, List.copyOf(faults));
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

    AdjudicatedFile.Decided decided(Answer answer) {
        return adjudicated
                .getOrDefault(answer.question(), Map.of())
                .getOrDefault(answer.item(), AdjudicatedFile.Decided.NOT);
    }

    static Fault error(String code, Source source, String column, String message, String remedy) {
        return new Fault(Fault.Severity.ERROR, code, source, column, message, remedy);
    }
}
