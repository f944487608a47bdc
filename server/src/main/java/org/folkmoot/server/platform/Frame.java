package org.folkmoot.server.platform;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What every page shows around its content.
///
/// @param words the interface's texts
/// @param place where the page stands
/// @param person name of who is signed in, null if nobody is
/// @param csrf token that every form sends back
/// @param notice what came of the last action, to be shown once; null if nothing
/// @param version fingerprint of style and script, so that browsers fetch new ones
public record Frame(
        Words words,
        Place place,
        @Nullable String person,
        String csrf,
        @Nullable Notice notice,
        String version) {
    /// The text of a key.
    public String t(String key, Object... arguments) {
        return words.t(key, arguments);
    }

    /// A number as read.
    public String n(long number) {
        return words.number(number);
    }

    /// What the `lang` of an element with somebody's words is; null where it is not known, or that of the page.
    ///
    /// @param language BCP 47 tag, `und` or empty if unknown
    public @Nullable String lang(String language) {
        boolean same = Locale.forLanguageTag(words.language()).getLanguage().equals(language);
        return language.isEmpty() || language.equals("und") || same ? null : language;
    }
}
