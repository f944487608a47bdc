package org.folkmoot.server.platform;

import org.jspecify.annotations.Nullable;

/// What every page shows around its content.
///
/// @param words the interface's texts
/// @param place where the page stands
/// @param person name of who is signed in, null if nobody is
/// @param csrf token that every form sends back
/// @param notice what the last action did, to be shown once; null if nothing
/// @param version fingerprint of style and script, so that browsers fetch new ones
public record Frame(
        Words words,
        Place place,
        @Nullable String person,
        String csrf,
        @Nullable String notice,
        String version) {
    /// The text of a key.
    public String t(String key, Object... arguments) {
        return words.t(key, arguments);
    }

    /// A number as read.
    public String n(long number) {
        return words.number(number);
    }
}
