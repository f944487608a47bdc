package org.folkmoot.server.codebook;

/// Why an edit cannot be made.
public sealed interface Refusal {
    /// The theme is not in the codebook: it never was, was merged or split, or the edit that made it is undone.
    record UnknownTheme(ThemeId theme) implements Refusal {}

    /// A headline of spaces.
    record EmptyHeadline(ThemeId theme) implements Refusal {}

    /// Another theme has that headline.
    record HeadlineUsed(String headline, ThemeId by) implements Refusal {}

    /// A note of spaces.
    record EmptyNote(ThemeId theme) implements Refusal {}

    /// The theme would stand below, above, before or in itself.
    record WithItself(ThemeId theme) implements Refusal {}

    /// There would be a theme below a sub-theme.
    record ThirdLevel(ThemeId theme) implements Refusal {}

    /// Nothing to merge, or fewer than two parts.
    record TooFew(ThemeId theme) implements Refusal {}

    /// The theme is named twice.
    record NamedTwice(ThemeId theme) implements Refusal {}

    /// A new theme has an id that was given before.
    record IdUsed(ThemeId theme) implements Refusal {}

    /// A new source has an id that another theme carries.
    record SourceUsed(SourceId source) implements Refusal {}

    /// The theme has sub-themes, which would be left without a theme above.
    record HasSubThemes(ThemeId theme) implements Refusal {}

    /// It is so already.
    record AlreadySo(ThemeId theme) implements Refusal {}

    /// A stable name of the reason, in kebab-case: the key of its text in the bundle of interface strings.
    default String code() {
        return switch (this) {
            case UnknownTheme _ -> "unknown-theme";
            case EmptyHeadline _ -> "empty-headline";
            case HeadlineUsed _ -> "headline-used";
            case EmptyNote _ -> "empty-note";
            case WithItself _ -> "with-itself";
            case ThirdLevel _ -> "third-level";
            case TooFew _ -> "too-few";
            case NamedTwice _ -> "named-twice";
            case IdUsed _ -> "id-used";
            case SourceUsed _ -> "source-used";
            case HasSubThemes _ -> "has-sub-themes";
            case AlreadySo _ -> "already-so";
        };
    }
}
