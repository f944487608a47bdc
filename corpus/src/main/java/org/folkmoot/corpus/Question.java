package org.folkmoot.corpus;

import org.jspecify.annotations.Nullable;

/// One question of a consultation: a column of what was received.
///
/// @param id short and stable, e.g. `Q3`; used in file names, theme ids and links
/// @param text the question as put to respondents, or the column's header
/// @param kind how its answers are treated
/// @param pairedWith for an open question the id of the closed question it explains ("Do you agree? — Why?"), else null
public record Question(
        String id, String text, Kind kind, @Nullable String pairedWith) {
    /// Open answers are themed, closed ones counted, about-you ones used to compare groups.
    public enum Kind {
        OPEN,
        CLOSED,
        ABOUT_YOU
    }
}
