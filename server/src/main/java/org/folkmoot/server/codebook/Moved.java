package org.folkmoot.server.codebook;

import java.util.List;
import java.util.Objects;

/// What an edit changed, theme by theme, for people to read.
///
/// @param entry number of the edit
/// @param what the edit in words
/// @param answers how many answers moved
public record Moved(long entry, String what, int answers, List<Line> themes) {
    /// What became of one theme.
    ///
    /// @param fate `new`, `gone`, `set-aside`, `changed` or `same`: the key of a word
    /// @param into headline of the theme into which it went, empty if none
    public record Line(String headline, String fate, String into, int before, int after, int gained, int lost) {}

    static Moved of(long entry, String what, Difference difference, Codebook after) {
        return new Moved(
                entry,
                what,
                difference.answers().size(),
                difference.themes().stream().map(of -> line(of, after)).toList());
    }

    static Line line(Difference.OfTheme of, Codebook after) {
        WorkingTheme shown = Objects.requireNonNull(of.after() == null ? of.before() : of.after());
        ThemeId into = of.into();
        return new Line(
                shown.headline(),
                fate(of),
                into == null
                        ? ""
                        : after.theme(into).map(WorkingTheme::headline).orElse(into.value()),
                of.answersBefore(),
                of.answersAfter(),
                of.gained(),
                of.lost());
    }

    private static String fate(Difference.OfTheme of) {
        WorkingTheme before = of.before();
        WorkingTheme after = of.after();
        if (before == null) {
            return "new";
        }
        if (after == null) {
            return "gone";
        }
        if (after.isSetAside() && !before.isSetAside()) {
            return "set-aside";
        }
        return before.equals(after) ? "same" : "changed";
    }
}
