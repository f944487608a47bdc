package org.folkmoot.corpus;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One question of a consultation: a column of what was received.
///
/// @param id short and stable, e.g. `Q3`; used in file names, theme ids and links
/// @param text the question as put to respondents, or the column's header
/// @param kind how its answers are treated
/// @param pairedWith for an open question the id of the closed question it explains ("Do you agree? — Why?"), else null
public record Question(
        String id, String text, Kind kind, @Nullable String pairedWith) {
    private static final Pattern NUMBER = Pattern.compile(
            "^(?:(?:QID|Question|Cwestiwn|Frage|Q)\\s?(\\d{1,3}[\\w.()]{0,10}?)(?:[.:)–—-]*\\s+(?:[–—-]\\s+)?|:)"
                    + "|(\\d{1,3}[\\w.()]{0,10}?)[.:)]+\\s+)(?=\\S)",
            Pattern.CASE_INSENSITIVE);

    /// The text without the number it begins with, where that is the id's own, to stand beside the id: "Why?" of `Q4b`
    /// "4(b). Why?".
    public String unnumbered() {
        Matcher number = NUMBER.matcher(text);
        if (!number.find()) {
            return text;
        }
        String said = number.group(1) == null ? number.group(2) : number.group(1);
        return bare(said).equals(bare(id.replaceFirst("^[Qq]", ""))) ? text.substring(number.end()) : text;
    }

    private static String bare(String number) {
        return number.replaceAll("[^\\p{Alnum}]", "").toLowerCase(Locale.ROOT);
    }

    /// Open answers are themed, closed ones counted, about-you ones used to compare groups.
    public enum Kind {
        OPEN,
        CLOSED,
        ABOUT_YOU
    }
}
