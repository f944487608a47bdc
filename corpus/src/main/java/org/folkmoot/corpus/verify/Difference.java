package org.folkmoot.corpus.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.folkmoot.corpus.verify.CodedOutput.Themed;
import org.jspecify.annotations.Nullable;

/// What moved from one output to another, per theme and per answer.
///
/// @param themes in the order of the later codebook, then those that are gone
/// @param answers those whose themes changed, in the order of the later table
/// @param inBoth answers that stand in both outputs
/// @param onlyBefore answers that stand in the earlier output alone
/// @param onlyAfter answers that stand in the later output alone
public record Difference(
        List<ThemeChange> themes, List<AnswerChange> answers, int inBoth, int onlyBefore, int onlyAfter) {
    /// One theme in both outputs, or in one.
    ///
    /// @param idBefore null if the theme is new
    /// @param idAfter null if the theme is gone
    /// @param gained answers in both outputs that carry it only in the later one
    /// @param lost answers in both outputs that carried it only in the earlier one
    public record ThemeChange(
            String question,
            @Nullable String idBefore,
            String headlineBefore,
            int before,
            @Nullable String idAfter,
            String headlineAfter,
            int after,
            int gained,
            int lost) {}

    /// One answer whose themes changed.
    ///
    /// @param added ids in the later codebook
    /// @param removed ids in the earlier codebook
    public record AnswerChange(
            String question,
            String respondent,
            String file,
            String sheet,
            String row,
            List<String> added,
            List<String> removed) {}

    /// Compares two output folders from their `themes.csv` and `answers.csv`.
    ///
    /// Themes are matched by id where headline or codings agree, then by the overlap of their codings.
    ///
    /// @throws IllegalArgumentException if a folder is not an output of Folkmoot
    /// @throws java.io.UncheckedIOException if a file cannot be read
    public static Difference between(Path before, Path after) {
        CodedOutput earlier = CodedOutput.read(before);
        CodedOutput later = CodedOutput.read(after);
        Map<String, String> match = new ThemeMatch(earlier, later).laterToEarlier();
        List<ThemeChange> themes = new ArrayList<>();
        TreeSet<String> gone = new TreeSet<>(earlier.themes().keySet());
        later.themes().forEach((key, theme) -> {
            String old = match.get(key);
            Themed matched = old == null ? null : earlier.themes().get(old);
            themes.add(change(matched, theme, earlier, later));
            if (old != null) {
                gone.remove(old);
            }
        });
        earlier.themes().forEach((key, theme) -> {
            if (gone.contains(key)) {
                themes.add(change(theme, null, earlier, later));
            }
        });
        return new Difference(
                List.copyOf(themes),
                answers(earlier, later, match),
                (int) later.answers().keySet().stream()
                        .filter(earlier.answers()::containsKey)
                        .count(),
                (int) earlier.answers().keySet().stream()
                        .filter(k -> !later.answers().containsKey(k))
                        .count(),
                (int) later.answers().keySet().stream()
                        .filter(k -> !earlier.answers().containsKey(k))
                        .count());
    }

    private static ThemeChange change(
            @Nullable Themed before, @Nullable Themed after, CodedOutput earlier, CodedOutput later) {
        int gained = after == null
                ? 0
                : (int) after.answers().stream()
                        .filter(a -> earlier.answers().containsKey(a)
                                && (before == null || !before.answers().contains(a)))
                        .count();
        int lost = before == null
                ? 0
                : (int) before.answers().stream()
                        .filter(a -> later.answers().containsKey(a)
                                && (after == null || !after.answers().contains(a)))
                        .count();
        return new ThemeChange(
                after != null ? after.question() : before != null ? before.question() : "",
                before == null ? null : before.id(),
                before == null ? "" : before.headline(),
                before == null ? 0 : before.answers().size(),
                after == null ? null : after.id(),
                after == null ? "" : after.headline(),
                after == null ? 0 : after.answers().size(),
                gained,
                lost);
    }

    private static List<AnswerChange> answers(CodedOutput earlier, CodedOutput later, Map<String, String> match) {
        List<AnswerChange> changes = new ArrayList<>();
        later.answers().forEach((key, ids) -> {
            List<String> old = earlier.answers().get(key);
            if (old != null) {
                List<String> added = new ArrayList<>();
                List<String> removed = new ArrayList<>(old);
                for (String id : ids) {
                    String matched = match.get(CodedOutput.key(key.question(), id));
                    String idBefore = matched == null ? null : CodedOutput.id(matched);
                    if (idBefore == null || !removed.remove(idBefore)) {
                        added.add(id);
                    }
                }
                if (!added.isEmpty() || !removed.isEmpty()) {
                    changes.add(new AnswerChange(
                            key.question(),
                            key.respondent(),
                            key.file(),
                            key.sheet(),
                            key.row(),
                            List.copyOf(added),
                            List.copyOf(removed)));
                }
            }
        });
        return List.copyOf(changes);
    }
}
