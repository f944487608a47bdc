package org.folkmoot.corpus.edit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an earlier run coded to each theme: by question and theme id its surest passages, from that run's
/// `codings.csv`.
///
/// A coder takes from them where a theme lies, so that coding anew to a codebook nobody edited changes little.
///
/// @param byQuestion by question id and then by theme id the passages, surest first
public record CodedPassages(Map<String, Map<String, List<String>>> byQuestion) {
    private static final int MOST = 60;
    private static final int KEPT = 4 * MOST;

    /// No earlier run.
    public static final CodedPassages NONE = new CodedPassages(Map.of());

    private record Coded(String passage, double confidence) {}

    /// Reads a `codings.csv` (or the sheet "Codings" of a `results.xlsx`).
    ///
    /// @param codebooks by question id, to follow themes that were merged into others
    /// @throws IllegalArgumentException if the file is not a table
    public static CodedPassages read(Path file, Map<String, Codebook> codebooks) {
        Map<String, Map<String, List<Coded>>> found = new HashMap<>();
        new EditedTable(file, "Codings").forEach(line -> {
            Codebook codebook = codebooks.get(line.word("question"));
            String passage = line.text("passage");
            if (codebook != null && !line.word("theme").isEmpty() && !passage.isBlank()) {
                List<Coded> coded = found.computeIfAbsent(line.word("question"), _ -> new HashMap<>())
                        .computeIfAbsent(codebook.current(line.word("theme")), _ -> new ArrayList<>());
                coded.add(new Coded(passage, confidence(line.word("confidence"))));
                if (coded.size() >= KEPT) {
                    keepSurest(coded);
                }
            }
        });
        Map<String, Map<String, List<String>>> byQuestion = new HashMap<>();
        found.forEach((question, themes) -> themes.forEach((theme, coded) -> {
            keepSurest(coded);
            byQuestion
                    .computeIfAbsent(question, _ -> new HashMap<>())
                    .put(theme, coded.stream().map(Coded::passage).toList());
        }));
        return new CodedPassages(byQuestion);
    }

    /// The passages of one question, by theme id.
    public Map<String, List<String>> of(String question) {
        return byQuestion.getOrDefault(question, Map.of());
    }

    private static void keepSurest(List<Coded> coded) {
        Set<String> seen = new HashSet<>();
        coded.sort(Comparator.comparingDouble((Coded c) -> -c.confidence).thenComparing(Coded::passage));
        coded.removeIf(c -> !seen.add(c.passage));
        if (coded.size() > MOST) {
            coded.subList(MOST, coded.size()).clear();
        }
    }

    private static double confidence(String cell) {
        try {
            return Double.parseDouble(cell.replace(',', '.'));
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
