package org.folkmoot.text.privacy;

import java.util.Locale;
import java.util.Set;
import org.folkmoot.text.Span;
import org.folkmoot.text.privacy.PersonalData.Kind;
import org.jspecify.annotations.Nullable;

/// Street addresses: a house number with a street, British ("12 Acacia Avenue", "3 Heol y Parc") or, with the town's
/// postcode, German ("Lindenweg 4, 12345 Musterstadt").
final class Addresses {
    static final Set<String> STREETS =
            Set.of(("street st road rd avenue ave lane ln close drive gardens gdns crescent cres place terrace "
                            + "way grove square mews row walk rise hill court ct view wharf quay parade")
                    .split(" "));
    static final Set<String> WELSH = Set.of("heol", "ffordd", "stryd", "lôn", "maes", "rhodfa");
    private static final Set<String> COURTS =
            Set.of("high", "supreme", "county", "crown", "magistrates", "food", "tennis");
    private static final int MOST_WORDS = 4;

    private Addresses() {}

    /// The address whose house number begins at `i`.
    static @Nullable PersonalData at(String text, int i) {
        int k = i;
        while (k < text.length() && k - i < 4 && isDigit(text.charAt(k))) {
            k++;
        }
        if (k < text.length()
                && Character.isLetter(text.charAt(k))
                && (k + 1 == text.length() || !Character.isLetter(text.charAt(k + 1)))) {
            k++;
        }
        int german = germanEnd(text, i, k);
        if (german > 0) {
            return new PersonalData(Kind.ADDRESS, new Span(wordStart(text, i - 1), german));
        }
        k = k < text.length() && text.charAt(k) == ',' ? k + 1 : k;
        String before = "";
        for (int words = 0; words < MOST_WORDS; words++) {
            if (k >= text.length() || text.charAt(k) != ' ') {
                return null;
            }
            int end = wordEnd(text, k + 1);
            String word = text.substring(k + 1, end).toLowerCase(Locale.ROOT);
            boolean capital = end > k + 1 && Character.isUpperCase(text.charAt(k + 1));
            if (words == 0 && capital && WELSH.contains(word)) {
                return new PersonalData(Kind.ADDRESS, new Span(i, lastCapital(text, end)));
            }
            if (words > 0 && capital && STREETS.contains(word) && !COURTS.contains(before)) {
                return new PersonalData(Kind.ADDRESS, new Span(i, end));
            }
            if (!capital) {
                return null;
            }
            before = word;
            k = end;
        }
        return null;
    }

    private static int germanEnd(String text, int i, int number) {
        int town = afterBreak(text, number);
        if (i < 2 || text.charAt(i - 1) != ' ' || town < 0) {
            return -1;
        }
        String street = text.substring(wordStart(text, i - 1), i - 1).toLowerCase(Locale.ROOT);
        boolean named = street.endsWith("straße")
                || street.endsWith("strasse")
                || street.endsWith("str.")
                || street.endsWith("weg")
                || street.endsWith("platz")
                || street.endsWith("allee")
                || street.endsWith("gasse")
                || street.endsWith("ring");
        int k = town;
        while (k < text.length() && k - town < 6 && isDigit(text.charAt(k))) {
            k++;
        }
        boolean isTown = k - town == 5
                && k + 1 < text.length()
                && text.charAt(k) == ' '
                && Character.isUpperCase(text.charAt(k + 1));
        return named && isTown ? wordEnd(text, k + 1) : -1;
    }

    /// The start of what follows a comma or a line end at `from`, -1 if neither stands there.
    private static int afterBreak(String text, int from) {
        int k = from;
        while (k < text.length() && k - from < 4 && ", \r\n".indexOf(text.charAt(k)) >= 0) {
            k++;
        }
        String between = text.substring(from, k);
        boolean onlySpaces = between.isBlank() && between.indexOf('\n') < 0;
        return onlySpaces ? -1 : k;
    }

    /// The end of the capitalised words after a Welsh street word, articles between them included.
    private static int lastCapital(String text, int from) {
        int end = from;
        int k = from;
        for (int words = 0; words < MOST_WORDS && k < text.length() && text.charAt(k) == ' '; words++) {
            int next = wordEnd(text, k + 1);
            if (next == k + 1) {
                break;
            }
            end = Character.isUpperCase(text.charAt(k + 1)) ? next : end;
            k = next;
        }
        return end;
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length()
                && end - from < 24
                && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '\'')) {
            end++;
        }
        return end;
    }

    private static int wordStart(String text, int to) {
        int start = to;
        while (start > 0 && to - start < 40 && text.charAt(start - 1) > ' ') {
            start--;
        }
        return start;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
