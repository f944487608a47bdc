package org.folkmoot.server.codebook;

/// Which theme carries, now, what people decided on a theme once.
public sealed interface Resolution {
    /// @param by the theme itself, or that into which it went
    /// @param needsSecondLook whether the theme was split after the decision, which then stays with `by` until a
    ///     person decides again
    record Carried(ThemeId by, boolean needsSecondLook) implements Resolution {}

    /// The theme that would carry it is set aside, or the theme above it.
    record Aside(ThemeId by) implements Resolution {}

    /// No theme: the edit that made it is undone, or it never was.
    record Nowhere() implements Resolution {}
}
