package org.folkmoot.server.codebook;

import org.jspecify.annotations.Nullable;

/// Where a theme comes from.
///
/// @param of the theme it is a part of, null unless it came of a split
public record Provenance(Kind kind, @Nullable ThemeId of) {
    /// How a theme came to be.
    public enum Kind {
        /// Proposed by the engine.
        DISCOVERED,
        /// Written by a person.
        WRITTEN,
        /// Made by a person of passages.
        OF_PASSAGES,
        /// A part of a theme that was split.
        PART
    }

    public static final Provenance DISCOVERED = new Provenance(Kind.DISCOVERED, null);
    public static final Provenance WRITTEN = new Provenance(Kind.WRITTEN, null);
    public static final Provenance OF_PASSAGES = new Provenance(Kind.OF_PASSAGES, null);

    public Provenance {
        if ((kind == Kind.PART) != (of != null)) {
            throw new IllegalArgumentException("a part, and nothing else, is of a theme: " + kind + ", " + of);
        }
    }

    static Provenance partOf(ThemeId theme) {
        return new Provenance(Kind.PART, theme);
    }
}
