package org.folkmoot.corpus.sample;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.folkmoot.corpus.sample.RunAnswers.Answer;
import org.folkmoot.corpus.write.ItemList;

/// What an adjudicator gets: every answer on which readers differ, with what each gave, and a cell to decide in.
/// Readers are numbered, not named, and the machine's codes are not shown.
public final class DifferencesSheet {
    private DifferencesSheet() {}

    /// The differences as rows, header first. To be filled in: `themes` (ids separated by |) and `reviewed_by`, which
    /// marks an answer as decided. What was decided before is filled in.
    public static List<List<String>> of(RunAnswers run, BlindReading reading, List<CheckedQuestion> checked) {
        Set<String> readers = new LinkedHashSet<>();
        for (CheckedQuestion question : checked) {
            question.check()
                    .differences()
                    .forEach(difference -> readers.addAll(difference.given().keySet()));
        }
        List<String> names = readers.stream().sorted().toList();
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("item", "question", "answer"));
        names.forEach(name -> header.add(name.replace(' ', '_')));
        header.addAll(List.of("differing", "themes", "reviewed_by", "note"));
        rows.add(header);
        for (CheckedQuestion question : checked) {
            for (BlindCheck.Difference difference : question.check().differences()) {
                rows.add(row(run, reading, difference, names));
            }
        }
        return rows;
    }

    private static List<String> row(
            RunAnswers run, BlindReading reading, BlindCheck.Difference difference, List<String> names) {
        Answer answer = run.answers().get(difference.unit());
        if (answer == null) {
            throw new IllegalArgumentException("no answer " + difference.unit() + " in the run");
        }
        List<String> row = new ArrayList<>(List.of(answer.item(), answer.question(), answer.text()));
        for (String name : names) {
            row.add(cell(difference.given().getOrDefault(name, Set.of())));
        }
        row.add(cell(difference.differing()));
        AdjudicatedFile.Decided decided = reading.decided(answer);
        row.addAll(List.of(cell(decided.themes()), decided.by(), ""));
        return row;
    }

    private static String cell(Set<String> themes) {
        return ItemList.join(themes.stream().sorted().toList());
    }
}
