package org.folkmoot.server.codebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A theme as the board shows it.
///
/// @param submissions how many answers carry it or one of its sub-themes
/// @param texts how many different texts
/// @param share of the analysed answers, in [0, 1]
/// @param isFirst whether no sibling stands before it
/// @param isLast whether no sibling stands after it
/// @param up the sibling before which it would stand if it moved up
/// @param down the one if it moved down, empty for the end
/// @param below sub-themes, in order
public record ThemeRow(
        String id,
        String headline,
        String description,
        List<String> keyPhrases,
        @Nullable String parent,
        boolean isAside,
        int submissions,
        int texts,
        double share,
        boolean isFirst,
        boolean isLast,
        String up,
        String down,
        List<ThemeRow> below) {
    /// The themes of a codebook at the top, each with its sub-themes.
    static List<ThemeRow> of(CodedQuestion coded) {
        List<WorkingTheme> top = coded.themes().themes().stream()
                .filter(theme -> theme.parent() == null)
                .toList();
        return rows(coded, top);
    }

    private static List<ThemeRow> rows(CodedQuestion coded, List<WorkingTheme> siblings) {
        List<ThemeRow> rows = new java.util.ArrayList<>();
        int analysed = Math.max(1, coded.analysed());
        for (int i = 0; i < siblings.size(); i++) {
            WorkingTheme theme = siblings.get(i);
            ThemeId parent = theme.parent();
            int submissions = coded.submissions(theme.id());
            rows.add(new ThemeRow(
                    theme.id().value(),
                    theme.headline(),
                    theme.description(),
                    theme.keyPhrases(),
                    parent == null ? null : parent.value(),
                    coded.themes().isSetAside(theme),
                    submissions,
                    coded.texts(theme.id()),
                    Math.min(1, (double) submissions / analysed),
                    i == 0,
                    i == siblings.size() - 1,
                    i == 0 ? "" : siblings.get(i - 1).id().value(),
                    i + 2 >= siblings.size() ? "" : siblings.get(i + 2).id().value(),
                    rows(coded, coded.themes().below(theme.id()))));
        }
        return rows;
    }
}
