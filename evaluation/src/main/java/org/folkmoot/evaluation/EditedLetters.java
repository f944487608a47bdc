package org.folkmoot.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.folkmoot.text.duplicate.DuplicateGroups;
import org.folkmoot.text.duplicate.NearDuplicates;
import org.folkmoot.text.passage.Passages;

/// Real letters copied with light, medium and heavy edits, hidden among the other comments.
final class EditedLetters {
    private static final int LETTERS = 40;
    private static final int COPIES = 25;
    private static final int SHORTEST = 400;
    private static final int LONGEST = 2500;

    /// @param words share of words replaced or dropped
    /// @param dropped share of passages left out
    /// @param own passages of other comments added, as a share of the letter's
    private record Edit(String name, double words, double dropped, double own, boolean shuffled) {}

    private static final List<Edit> EDITS = List.of(
            new Edit("exact", 0, 0, 0, false),
            new Edit("light: 3 % of words, a signature", 0.03, 0, 0.01, false),
            new Edit("medium: 8 % of words, 1 in 6 passages dropped, 1 in 4 added", 0.08, 0.17, 0.25, false),
            new Edit(
                    "heavy: 10 % of words, 1 in 3 passages dropped, 1 in 2 added, order changed",
                    0.10, 0.33, 0.5, true),
            new Edit("words only: 20 % of words", 0.20, 0, 0, false));

    private EditedLetters() {}

    static Table table(List<String> comments) {
        Random random = new Random(17);
        DuplicateGroups groups = NearDuplicates.of(comments);
        List<String> letters = IntStream.range(0, comments.size())
                .filter(groups::isFirst)
                .mapToObj(comments::get)
                .filter(text -> text.length() >= SHORTEST && text.length() <= LONGEST)
                .toList();
        List<String> shuffled = new ArrayList<>(letters);
        Collections.shuffle(shuffled, random);
        List<String> templates = shuffled.subList(0, Math.min(LETTERS, shuffled.size() / 2));
        List<String> others = shuffled.subList(templates.size(), shuffled.size());
        List<List<String>> rows = new ArrayList<>();
        for (Edit edit : EDITS) {
            rows.add(row(edit, templates, others, random));
        }
        return new Table(
                "Near-duplicates: letters edited on purpose",
                """
                %d comments, one of each group, sent %d times each: five times as they are and else edited, hidden among %d
                others. Recall: share of the edited copies in the group of the unedited ones. Precision: share of the pairs
                of copies in one group that come from one letter. Seed 17.""".formatted(templates.size(), COPIES, others.size()),
                List.of("edits", "recall", "precision"),
                rows);
    }

    private static List<String> row(Edit edit, List<String> templates, List<String> others, Random random) {
        List<String> texts = new ArrayList<>();
        for (String template : templates) {
            for (int copy = 0; copy < COPIES; copy++) {
                texts.add(copy < 5 ? template : edited(template, edit, others, random));
            }
        }
        int copies = texts.size();
        texts.addAll(others);
        int[] group = NearDuplicates.of(texts).group();
        long found = 0;
        for (int i = 0; i < copies; i++) {
            found += i % COPIES >= 5 && group[i] == group[i - i % COPIES] ? 1 : 0;
        }
        long together = 0;
        long right = 0;
        for (int i = 0; i < copies; i++) {
            for (int j = 0; j < i; j++) {
                if (group[i] == group[j]) {
                    together++;
                    right += i / COPIES == j / COPIES ? 1 : 0;
                }
            }
        }
        return List.of(
                edit.name(),
                NearDuplicateEvaluation.share(found, (long) templates.size() * (COPIES - 5)),
                NearDuplicateEvaluation.share(right, together));
    }

    private static String edited(String template, Edit edit, List<String> others, Random random) {
        List<String> passages = new ArrayList<>(
                Passages.of(template).stream().map(span -> span.of(template)).toList());
        int own = (int) Math.ceil(edit.own() * passages.size());
        passages.removeIf(_ -> random.nextDouble() < edit.dropped());
        passages.replaceAll(passage -> reworded(passage, edit.words(), random));
        for (int i = 0; i < own; i++) {
            String other = others.get(random.nextInt(others.size()));
            List<String> theirs =
                    Passages.of(other).stream().map(span -> span.of(other)).toList();
            passages.add(random.nextInt(passages.size() + 1), theirs.get(random.nextInt(theirs.size())));
        }
        if (edit.shuffled()) {
            Collections.shuffle(passages, random);
        }
        return String.join(" ", passages);
    }

    private static String reworded(String passage, double share, Random random) {
        List<String> words = new ArrayList<>(List.of(passage.split("\\s+")));
        for (int i = words.size() - 1; i >= 0; i--) {
            if (random.nextDouble() < share) {
                if (random.nextBoolean()) {
                    words.remove(i);
                } else {
                    words.set(i, "other" + random.nextInt(1000));
                }
            }
        }
        return String.join(" ", words);
    }
}
