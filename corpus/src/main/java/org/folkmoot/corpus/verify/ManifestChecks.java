package org.folkmoot.corpus.verify;

import static org.folkmoot.corpus.verify.FileChecks.count;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.corpus.AnswerStatus;
import org.folkmoot.corpus.Uncovered;
import org.folkmoot.corpus.edit.EditedTable;
import org.folkmoot.corpus.verify.Verification.Check;
import org.folkmoot.corpus.write.ManifestFile;
import org.folkmoot.corpus.write.OutputNames;

/// Checks of what the manifest says a run counted against the tables.
final class ManifestChecks {
    private static final String NAME = "Manifest as the tables";

    private final Path folder;
    private final Map<AnswerKey, String> texts = new HashMap<>();
    private final Map<String, Set<String>> distinct = new HashMap<>();
    private final Map<String, Integer> reviewed = new HashMap<>();

    private ManifestChecks(Path folder) {
        this.folder = folder;
    }

    static Check figures(Path folder) {
        Path file = folder.resolve(OutputNames.MANIFEST);
        return Files.isRegularFile(file)
                ? new ManifestChecks(folder).compared(ManifestFile.read(file).measures())
                : new Check(NAME, "not looked at: no " + OutputNames.MANIFEST, List.of());
    }

    private Check compared(Map<String, String> measures) {
        new EditedTable(folder.resolve("answers.csv"), "").forEach(line -> {
            String question = line.word("question");
            // A person's decision makes an answer "analysed" that the engine did not read.
            if (line.word("status").equals(AnswerStatus.ANALYSED.label())) {
                texts.put(AnswerKey.of(line), line.text("text"));
                if (!line.word("distinct_text").isEmpty()) {
                    distinct.computeIfAbsent(question, _ -> new HashSet<>()).add(line.text("text"));
                    reviewed.merge(question, line.word("reviewed_by").isEmpty() ? 0 : 1, Integer::sum);
                }
            }
        });
        Map<String, Set<String>> uncovered = new HashMap<>();
        new EditedTable(folder.resolve("uncovered.csv"), "")
                .forEach(line -> uncovered
                        .computeIfAbsent(line.word("question"), _ -> new HashSet<>())
                        .add(line.word("start") + " " + line.word("end") + " " + texts.get(AnswerKey.of(line))));
        List<String> findings = new ArrayList<>();
        int[] figures = {0};
        measures.forEach((name, stated) -> {
            int space = name.indexOf(' ');
            if (space < 0 || !stated.matches("\\d{1,18}")) {
                return;
            }
            String question = name.substring(0, space);
            int counted;
            switch (name.substring(space + 1)) {
                case "distinct texts" -> counted = sizeOf(distinct, question);
                case "reviewed answers" -> counted = reviewed.getOrDefault(question, 0);
                case "passages no theme covers" -> {
                    counted = sizeOf(uncovered, question);
                    boolean all = Long.parseLong(stated) <= Uncovered.MOST_PASSAGES
                            && sizeOf(distinct, question) <= Uncovered.MOST_TEXTS;
                    if (!all && counted <= Long.parseLong(stated)) {
                        return;
                    }
                }
                default -> {
                    return;
                }
            }
            figures[0]++;
            if (Long.parseLong(stated) != counted) {
                findings.add(OutputNames.MANIFEST + ": " + name + ": " + stated + " stated, " + counted + " counted");
            }
        });
        return new Check(NAME, count(figures[0], "figure"), findings);
    }

    private static int sizeOf(Map<String, Set<String>> sets, String question) {
        return sets.getOrDefault(question, Set.of()).size();
    }
}
