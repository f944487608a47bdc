package org.folkmoot.corpus.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.folkmoot.corpus.sample.BlindReading.Decision;
import org.folkmoot.corpus.sample.RunAnswers.Answer;
import org.folkmoot.corpus.sample.RunAnswers.RunTheme;

/// The figures of one question of a run after people read a sample of it.
///
/// @param readers who read, in alphabetical order
/// @param themes of the codebook, in its order: that of the themes of `check`
/// @param check the statistics
public record CheckedQuestion(String question, List<String> readers, List<RunTheme> themes, BlindCheck check) {
    public CheckedQuestion {
        readers = List.copyOf(readers);
        themes = List.copyOf(themes);
    }

    /// Every question that was read.
    public static List<CheckedQuestion> of(RunAnswers run, BlindReading reading, BlindCheck.Options options) {
        List<CheckedQuestion> checked = new ArrayList<>();
        reading.readings().forEach((question, readings) -> {
            Map<String, Set<String>> adjudicated = new LinkedHashMap<>();
            reading.adjudicated()
                    .getOrDefault(question, Map.of())
                    .forEach((item, decided) -> adjudicated.put(item, decided.themes()));
            checked.add(of(run, question, readings, adjudicated, options));
        });
        return List.copyOf(checked);
    }

    private static CheckedQuestion of(
            RunAnswers run,
            String question,
            List<Map<String, Decision>> readings,
            Map<String, Set<String>> adjudicated,
            BlindCheck.Options options) {
        List<RunTheme> codebook = run.themes().getOrDefault(question, List.of());
        Set<String> readers = new TreeSet<>();
        readings.forEach(file -> file.values().forEach(decision -> readers.add(decision.reader())));
        return new CheckedQuestion(
                question,
                List.copyOf(readers),
                codebook,
                BlindCheck.of(material(run.machineCoded(question), codebook, readings, adjudicated), options));
    }

    private static BlindMaterial material(
            List<Answer> population,
            List<RunTheme> codebook,
            List<Map<String, Decision>> readings,
            Map<String, Set<String>> adjudicated) {
        Map<String, Double> drawn = new LinkedHashMap<>();
        String by = "";
        for (Decision decision : readings.getFirst().values()) {
            drawn.put(decision.answer().item(), decision.probability());
            by = decision.stratum().replaceFirst("=.*", "");
        }
        List<BlindMaterial.Unit> units = new ArrayList<>();
        for (Answer answer : population) {
            units.add(new BlindMaterial.Unit(answer.item(), RunAnswers.stratum(answer, by), answer.themes()));
        }
        List<BlindMaterial.Reading> read = new ArrayList<>();
        for (Map<String, Decision> file : readings) {
            Map<String, Set<String>> decisions = new LinkedHashMap<>();
            file.forEach((item, decision) -> decisions.put(item, decision.themes()));
            read.add(new BlindMaterial.Reading("reader " + (read.size() + 1), decisions));
        }
        return new BlindMaterial(
                codebook.stream()
                        .map(theme -> new BlindMaterial.Theme(theme.id(), theme.parent()))
                        .toList(),
                units,
                drawn,
                read,
                adjudicated);
    }
}
