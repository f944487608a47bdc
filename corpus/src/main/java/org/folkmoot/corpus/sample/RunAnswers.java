package org.folkmoot.corpus.sample;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.folkmoot.corpus.AnswerStatus;
import org.folkmoot.corpus.edit.EditedTable;
import org.folkmoot.corpus.write.FileHashes;
import org.folkmoot.corpus.write.ItemList;
import org.folkmoot.quality.sampling.Frame;

/// The analysed answers of a finished run and its themes, as its tables say.
///
/// @param answers by item id, in the order of `answers.csv`
/// @param themes of each question, in the order of the codebook
public record RunAnswers(Map<String, Answer> answers, Map<String, List<RunTheme>> themes) {
    /// One analysed answer.
    ///
    /// @param item question, number within it, and a fingerprint of where it was received and what it
    ///     says: an id of another run is not taken for one of this
    /// @param themes ids the run gave, with the themes above them
    /// @param reviewedBy who decided it before the run; empty if the machine did
    /// @param groups value of each column that samples can be stratified by
    public record Answer(
            String item,
            String question,
            String text,
            Set<String> themes,
            String reviewedBy,
            Map<String, String> groups) {}

    /// @param parent empty for a theme of the top level
    public record RunTheme(String id, String parent, String headline, String description) {}

    /// The columns of `answers.csv` that samples can be stratified by.
    public static final List<String> GROUPS = List.of("language", "campaign", "consent", "file");

    private static final List<String> NEEDED = List.of("answers.csv", "themes.csv", "report/index.html");

    /// Reads an output folder.
    ///
    /// @throws IllegalArgumentException if it is none, or its tables or report were edited since they were written
    /// @throws java.io.UncheckedIOException if a file cannot be read
    public static RunAnswers read(Path folder) {
        SortedMap<String, String> recorded = FileHashes.recorded(folder);
        for (String name : NEEDED) {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException(folder + " is not a whole output folder of Folkmoot: no " + name);
            }
            if (!FileHashes.sha256(file).equals(recorded.get(name))) {
                throw new IllegalArgumentException(
                        file + " was changed since the run: apply the edits with a new run, and sample that one");
            }
        }
        Map<String, List<RunTheme>> themes = new LinkedHashMap<>();
        new EditedTable(folder.resolve("themes.csv"), "")
                .forEach(line -> themes.computeIfAbsent(line.word("question"), _ -> new ArrayList<>())
                        .add(new RunTheme(
                                line.word("id"),
                                line.word("parent"),
                                line.text("headline"),
                                line.text("description"))));
        Map<String, Answer> answers = new LinkedHashMap<>();
        Map<String, Integer> number = new HashMap<>();
        new EditedTable(folder.resolve("answers.csv"), "").forEach(line -> {
            String question = line.word("question");
            int ordinal = number.merge(question, 1, Integer::sum);
            if (line.word("status").equals(AnswerStatus.ANALYSED.label())) {
                String item = question + "-" + ordinal + "-" + fingerprint(line);
                Map<String, String> groups = new HashMap<>();
                GROUPS.forEach(column -> groups.put(column, line.word(column)));
                answers.put(
                        item,
                        new Answer(
                                item,
                                question,
                                line.text("text"),
                                withParents(
                                        ItemList.split(line.text("themes")), themes.getOrDefault(question, List.of())),
                                line.word("reviewed_by"),
                                Map.copyOf(groups)));
            }
        });
        return new RunAnswers(answers, themes);
    }

    private static String fingerprint(EditedTable.Line line) {
        String identity =
                line.text("file") + "\0" + line.text("sheet") + "\0" + line.word("row") + "\0" + line.text("text");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// The ids of a question's themes, with those above them.
    public List<String> withParents(String question, List<String> ids) {
        return List.copyOf(withParents(ids, themes.getOrDefault(question, List.of())));
    }

    /// The ids, and those of the themes above them: who raises a sub-theme raises its theme.
    static Set<String> withParents(List<String> ids, List<RunTheme> themes) {
        Set<String> all = new LinkedHashSet<>(ids);
        for (String id : ids) {
            themes.stream()
                    .filter(theme -> theme.id().equals(id) && !theme.parent().isEmpty())
                    .forEach(theme -> all.add(theme.parent()));
        }
        return all;
    }

    /// The answers of a question that a machine coded: what a check of the machine can be drawn from. Those people
    /// decided before the run, from which the coder may have learnt, are left out.
    public List<Answer> machineCoded(String question) {
        return answers.values().stream()
                .filter(answer -> answer.question().equals(question)
                        && answer.reviewedBy().isEmpty())
                .toList();
    }

    /// The frame to draw from.
    ///
    /// @param by column of `GROUPS` whose values are the strata, empty for none
    public Frame frame(String question, String by) {
        return new Frame(machineCoded(question).stream()
                .map(answer -> new Frame.Unit(answer.item(), stratum(answer, by), 1))
                .toList());
    }

    /// The stratum an answer belongs to.
    ///
    /// @param by column of `GROUPS`, empty for none
    public static String stratum(Answer answer, String by) {
        return by.isEmpty() ? "" : by + "=" + answer.groups().getOrDefault(by, "");
    }
}
