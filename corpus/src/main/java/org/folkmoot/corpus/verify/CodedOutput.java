package org.folkmoot.corpus.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.corpus.edit.EditedTable;
import org.folkmoot.corpus.write.ItemList;

/// The themes of an output folder and which answers carry them, as its tables say.
///
/// An answer counts for its themes and for those they stand under.
///
/// @param themes by question and id, in the order of the codebook
/// @param answers the ids of their themes, in the order of the table
record CodedOutput(Map<String, Themed> themes, Map<AnswerKey, List<String>> answers) {
    /// @param parent id of the theme it stands under, empty if none
    /// @param answers those coded to the theme or to one of its sub-themes
    record Themed(String question, String id, String parent, String headline, Set<AnswerKey> answers) {}

    static String key(String question, String id) {
        return question + "\0" + id;
    }

    static String id(String key) {
        return key.substring(key.indexOf('\0') + 1);
    }

    static CodedOutput read(Path folder) {
        for (String name : List.of("themes.csv", "answers.csv")) {
            if (!Files.isRegularFile(folder.resolve(name))) {
                throw new IllegalArgumentException(folder + " is not an output folder of Folkmoot: no " + name);
            }
        }
        Map<String, Themed> themes = new LinkedHashMap<>();
        new EditedTable(folder.resolve("themes.csv"), "").forEach(line -> {
            String question = line.word("question");
            String id = line.word("id");
            themes.put(
                    key(question, id),
                    new Themed(question, id, line.word("parent"), line.word("headline"), new HashSet<>()));
        });
        Map<AnswerKey, List<String>> answers = new LinkedHashMap<>();
        new EditedTable(folder.resolve("answers.csv"), "").forEach(line -> {
            AnswerKey answer = AnswerKey.of(line);
            List<String> ids = ItemList.split(line.text("themes"));
            answers.put(answer, ids);
            for (String id : ids) {
                Themed theme = themes.get(key(answer.question(), id));
                if (theme != null) {
                    theme.answers().add(answer);
                    Themed parent = themes.get(key(answer.question(), theme.parent()));
                    if (parent != null) {
                        parent.answers().add(answer);
                    }
                }
            }
        });
        return new CodedOutput(themes, answers);
    }
}
