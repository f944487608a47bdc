package org.folkmoot.corpus.verify;

import static org.folkmoot.corpus.verify.FileChecks.count;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.folkmoot.corpus.AnswerStatus;
import org.folkmoot.corpus.edit.EditedTable;
import org.folkmoot.corpus.verify.Verification.Check;
import org.folkmoot.corpus.write.ItemList;
import org.folkmoot.corpus.write.OutputNames;
import org.jspecify.annotations.Nullable;

/// Checks of the tables against each other, row by row.
final class TableChecks {
    private final Path folder;
    private final Map<AnswerKey, Answer> answers = new HashMap<>();
    private final Set<String> themes = new HashSet<>();
    private final Map<String, String> parents = new HashMap<>();

    private record Answer(String status, String text, Set<String> themes, Set<String> coded) {}

    TableChecks(Path folder) {
        this.folder = folder;
    }

    List<Check> all() {
        List<String> doubled = readAnswers();
        each("themes.csv", line -> {
            String id = theme(line.word("question"), line.word("id"));
            themes.add(id);
            if (!line.word("parent").isEmpty()) {
                parents.put(id, theme(line.word("question"), line.word("parent")));
            }
        });
        return List.of(ledger(doubled), passages(), themesOfAnswers(), themeCounts());
    }

    private static String theme(String question, String id) {
        return question + "\0" + id;
    }

    private void each(String file, Consumer<EditedTable.Line> lines) {
        new EditedTable(folder.resolve(file), "").forEach(lines);
    }

    private static String at(EditedTable.Line line) {
        return line.source().file() + ", row " + line.source().row() + ": ";
    }

    private List<String> readAnswers() {
        List<String> findings = new ArrayList<>();
        each("answers.csv", line -> {
            Answer answer = new Answer(
                    line.word("status"),
                    line.text("text"),
                    new TreeSet<>(ItemList.split(line.text("themes"))),
                    new TreeSet<>());
            if (answers.put(AnswerKey.of(line), answer) != null) {
                findings.add(at(line) + "this answer stands in the table twice");
            }
        });
        return findings;
    }

    private Check ledger(List<String> findings) {
        Set<String> known = new HashSet<>(Set.of(OutputNames.EXCLUDED));
        for (AnswerStatus status : AnswerStatus.values()) {
            known.add(status.label());
        }
        Map<String, Integer> rows = new LinkedHashMap<>();
        Map<AnswerKey, Integer> seen = new HashMap<>();
        Set<AnswerKey> open = new HashSet<>(answers.keySet());
        each("ledger.csv", line -> {
            AnswerKey key = AnswerKey.of(line);
            String status = line.word("status");
            rows.merge(key.question(), 1, Integer::sum);
            seen.merge(key.received(), 1, Integer::sum);
            if (!known.contains(status)) {
                findings.add(at(line) + "unknown status \"" + status + "\"");
            } else if (!status.equals(OutputNames.EXCLUDED)) {
                Answer answer = answers.get(key);
                if (answer == null) {
                    findings.add(at(line) + "no such answer in answers.csv");
                } else if (!open.remove(key)) {
                    findings.add(at(line) + "this row is accounted for twice");
                } else if (!answer.status().equals(status)) {
                    findings.add(at(line) + "\"" + status + "\" here, \"" + answer.status() + "\" in answers.csv");
                }
            }
        });
        open.forEach(key -> findings.add("ledger.csv: not accounted for: " + key));
        seen.forEach((key, times) -> {
            if (times % Math.max(1, rows.size()) != 0) {
                findings.add("ledger.csv: accounted for under " + times + " of " + rows.size() + " questions: " + key);
            }
        });
        if (new HashSet<>(rows.values()).size() > 1) {
            findings.add("ledger.csv: the questions account for different numbers of rows: " + rows);
        }
        int received = rows.values().stream().findFirst().orElse(0);
        return new Check(
                "Ledger balanced", count(received, "row") + " received × " + count(rows.size(), "question"), findings);
    }

    private Check passages() {
        List<String> findings = new ArrayList<>();
        long[] checked = {0};
        each("codings.csv", line -> {
            String theme = line.word("theme");
            if (!theme.isEmpty()) {
                Answer answer = passage(line, "passage", findings);
                checked[0]++;
                if (answer != null) {
                    answer.coded().add(theme);
                }
                if (!themes.contains(theme(line.word("question"), theme))) {
                    findings.add(at(line) + "no theme " + theme + " in themes.csv");
                }
            }
        });
        each("uncovered.csv", line -> {
            passage(line, "passage", findings);
            checked[0]++;
        });
        each("campaigns.csv", line -> {
            if (line.word("part").equals("addition")) {
                passage(line, "text", findings);
                checked[0]++;
            }
        });
        return new Check("Quotes verbatim", count(checked[0], "passage"), findings);
    }

    private @Nullable Answer passage(EditedTable.Line line, String column, List<String> findings) {
        Answer answer = answers.get(AnswerKey.of(line));
        if (answer == null) {
            findings.add(at(line) + "no such answer in answers.csv");
        } else if (!isAt(answer.text(), line.word("start"), line.word("end"), line.text(column))) {
            findings.add(at(line) + "the passage does not stand word for word at its offsets in the answer");
        }
        return answer;
    }

    private static boolean isAt(String text, String start, String end, String passage) {
        if (!start.matches("\\d{1,9}") || !end.matches("\\d{1,9}")) {
            return false;
        }
        int from = Integer.parseInt(start);
        int to = Integer.parseInt(end);
        return from <= to && to <= text.length() && text.substring(from, to).equals(passage);
    }

    private Check themesOfAnswers() {
        List<String> findings = new ArrayList<>();
        answers.forEach((key, answer) -> {
            if (!answer.themes().equals(answer.coded())) {
                findings.add("answers.csv: themes " + answer.themes() + " but coded " + answer.coded() + ": " + key);
            }
        });
        findings.sort(null);
        return new Check("Answers and codings agree", count(answers.size(), "answer"), findings);
    }

    private Check themeCounts() {
        Map<String, Integer> counts = new TreeMap<>();
        answers.forEach((key, answer) -> {
            Set<String> carried = new HashSet<>();
            for (String id : answer.coded()) {
                String theme = theme(key.question(), id);
                while (theme != null && carried.add(theme)) {
                    theme = parents.get(theme);
                }
            }
            carried.forEach(theme -> counts.merge(theme, 1, Integer::sum));
        });
        List<String> findings = new ArrayList<>();
        each("themes.csv", line -> {
            int counted = counts.getOrDefault(theme(line.word("question"), line.word("id")), 0);
            if (!line.word("submissions").equals(String.valueOf(counted))) {
                findings.add(at(line) + line.word("submissions") + " submissions stated, " + counted + " counted");
            }
        });
        return new Check("Theme counts", count(themes.size(), "theme"), findings);
    }
}
