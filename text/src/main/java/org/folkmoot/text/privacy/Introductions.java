package org.folkmoot.text.privacy;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.folkmoot.text.Span;
import org.folkmoot.text.privacy.PersonalData.Kind;
import org.jspecify.annotations.Nullable;

/// Words that introduce personal data: a name, a date of birth, a personal page.
final class Introductions {
    private enum Cue {
        MY_NAME_IS,
        LABEL,
        I_AM,
        TITLE,
        DEAR,
        CLOSING,
        THANKS,
        BORN,
        PAGE
    }

    private static final Map<String, Cue> CUES = Map.ofEntries(
            Map.entry("my", Cue.MY_NAME_IS),
            Map.entry("fy", Cue.MY_NAME_IS),
            Map.entry("mein", Cue.MY_NAME_IS),
            Map.entry("ich", Cue.MY_NAME_IS),
            Map.entry("name", Cue.LABEL),
            Map.entry("enw", Cue.LABEL),
            Map.entry("signed", Cue.LABEL),
            Map.entry("i", Cue.I_AM),
            Map.entry("mr", Cue.TITLE),
            Map.entry("mrs", Cue.TITLE),
            Map.entry("ms", Cue.TITLE),
            Map.entry("miss", Cue.TITLE),
            Map.entry("mx", Cue.TITLE),
            Map.entry("dr", Cue.TITLE),
            Map.entry("prof", Cue.TITLE),
            Map.entry("professor", Cue.TITLE),
            Map.entry("cllr", Cue.TITLE),
            Map.entry("councillor", Cue.TITLE),
            Map.entry("rev", Cue.TITLE),
            Map.entry("reverend", Cue.TITLE),
            Map.entry("sir", Cue.TITLE),
            Map.entry("dame", Cue.TITLE),
            Map.entry("herr", Cue.TITLE),
            Map.entry("frau", Cue.TITLE),
            Map.entry("dear", Cue.DEAR),
            Map.entry("hi", Cue.DEAR),
            Map.entry("hello", Cue.DEAR),
            Map.entry("annwyl", Cue.DEAR),
            Map.entry("liebe", Cue.DEAR),
            Map.entry("lieber", Cue.DEAR),
            Map.entry("regards", Cue.CLOSING),
            Map.entry("sincerely", Cue.CLOSING),
            Map.entry("faithfully", Cue.CLOSING),
            Map.entry("truly", Cue.CLOSING),
            Map.entry("yours", Cue.CLOSING),
            Map.entry("wishes", Cue.CLOSING),
            Map.entry("cofion", Cue.CLOSING),
            Map.entry("gywir", Cue.CLOSING),
            Map.entry("grüßen", Cue.CLOSING),
            Map.entry("grüße", Cue.CLOSING),
            Map.entry("hochachtungsvoll", Cue.CLOSING),
            Map.entry("thanks", Cue.THANKS),
            Map.entry("you", Cue.THANKS),
            Map.entry("cheers", Cue.THANKS),
            Map.entry("diolch", Cue.THANKS),
            Map.entry("danke", Cue.THANKS),
            Map.entry("born", Cue.BORN),
            Map.entry("dob", Cue.BORN),
            Map.entry("birth", Cue.BORN),
            Map.entry("geboren", Cue.BORN),
            Map.entry("http", Cue.PAGE),
            Map.entry("https", Cue.PAGE),
            Map.entry("www", Cue.PAGE),
            Map.entry("facebook", Cue.PAGE),
            Map.entry("twitter", Cue.PAGE),
            Map.entry("linkedin", Cue.PAGE),
            Map.entry("instagram", Cue.PAGE),
            Map.entry("github", Cue.PAGE),
            Map.entry("t", Cue.PAGE),
            Map.entry("wa", Cue.PAGE));

    private static final String[] MY_NAME = {
        "my name is ",
        "my name's ",
        "my name’s ",
        "my full name is ",
        "fy enw i yw ",
        "fy enw yw ",
        "fy enw i ydy ",
        "mein name ist ",
        "ich heiße ",
        "ich heisse "
    };

    private static final Set<String> MONTHS =
            Set.of(("january february march april may june july august september october november december jan feb mar "
                            + "apr jun jul aug sep sept oct nov dec januar februar märz mai juni juli oktober dezember ionawr chwefror mawrth "
                            + "ebrill mehefin gorffennaf awst medi hydref tachwedd rhagfyr")
                    .split(" "));

    private static final int LONGEST_CUE = 16;
    private static final int MOST_NAMES = 4;

    private Introductions() {}

    /// What the word at `i` introduces.
    static @Nullable PersonalData at(String text, int i) {
        int end = i;
        while (end < text.length() && end - i <= LONGEST_CUE && Character.isLetter(text.charAt(end))) {
            end++;
        }
        Cue cue = end - i > LONGEST_CUE ? null : CUES.get(text.substring(i, end).toLowerCase(Locale.ROOT));
        return switch (cue) {
            case null -> null;
            case MY_NAME_IS -> myNameIs(text, i);
            case LABEL -> text.startsWith(":", end) ? name(text, skipSpaces(text, end + 1)) : null;
            case I_AM -> iAm(text, i, end);
            case TITLE -> Character.isUpperCase(text.charAt(i)) ? title(text, end) : null;
            case DEAR -> dear(text, end);
            case CLOSING -> closing(text, end, false);
            case THANKS -> closing(text, end, true);
            case BORN -> born(text, i, end);
            case PAGE -> Contacts.page(text, i);
        };
    }

    private static @Nullable PersonalData myNameIs(String text, int i) {
        for (String cue : MY_NAME) {
            if (text.regionMatches(true, i, cue, 0, cue.length())) {
                int from = i + cue.length();
                PersonalData capitalised = name(text, from);
                int end = NameWords.wordEnd(text, from);
                boolean plain = capitalised == null && end - from > 1 && !NameWords.isCommon(text.substring(from, end));
                return plain ? new PersonalData(Kind.NAME, new Span(from, end)) : capitalised;
            }
        }
        return null;
    }

    private static @Nullable PersonalData name(String text, int from) {
        int end = NameWords.end(text, from, MOST_NAMES);
        return end < 0 ? null : new PersonalData(Kind.NAME, new Span(from, end));
    }

    /// "I am Jane Smith," but not "I am Welsh" nor "I am Head Teacher of".
    private static @Nullable PersonalData iAm(String text, int i, int end) {
        int from = text.startsWith(" am ", end)
                ? end + 4
                : text.startsWith("'m ", end) || text.startsWith("’m ", end) ? end + 3 : -1;
        PersonalData found = from < 0 || text.charAt(i) != 'I' ? null : name(text, from);
        if (found == null || NameWords.count(text, from, found.span().end()) < 2) {
            return null;
        }
        int next = found.span().end();
        boolean closes = next >= text.length()
                || ",.;:\n\r(–-!".indexOf(text.charAt(next)) >= 0
                || text.startsWith(" and ", next)
                || text.startsWith(" from ", next)
                || text.startsWith(" (", next);
        return closes ? found : null;
    }

    private static @Nullable PersonalData title(String text, int end) {
        int from = end < text.length() && text.charAt(end) == '.' ? end + 1 : end;
        return from < text.length() && text.charAt(from) == ' ' ? name(text, from + 1) : null;
    }

    private static @Nullable PersonalData dear(String text, int end) {
        PersonalData found = text.startsWith(" ", end) ? name(text, end + 1) : null;
        if (found == null) {
            return null;
        }
        int next = found.span().end();
        boolean closes = next >= text.length() || ",:!\n\r-–".indexOf(text.charAt(next)) >= 0;
        return closes ? found : null;
    }

    /// A name after "Regards" that ends its line; after thanks only at the end of the text.
    private static @Nullable PersonalData closing(String text, int end, boolean weak) {
        int from = end;
        boolean apart = false;
        while (from < text.length() && from - end < 12 && " ,.!-–\n\r\t".indexOf(text.charAt(from)) >= 0) {
            apart |= text.charAt(from) != ' ';
            from++;
        }
        PersonalData found = name(text, from);
        if (found == null || from == end) {
            return null;
        }
        int next = skipSpaces(text, found.span().end());
        boolean endsText = skipBlank(text, next) >= text.length();
        boolean endsLine = endsText || ",.\n\r".indexOf(text.charAt(next)) >= 0;
        boolean signed = weak ? endsText && apart : apart || endsLine;
        return signed ? found : null;
    }

    /// "born on the 3rd of May 1962", "DOB 3 May 62"; numeric dates are found at their digits.
    private static @Nullable PersonalData born(String text, int i, int end) {
        int k = end;
        boolean month = false;
        boolean number = false;
        int last = -1;
        for (int words = 0; words < 7 && k < text.length(); words++) {
            while (k < text.length() && " ,.:".indexOf(text.charAt(k)) >= 0) {
                k++;
            }
            int from = k;
            while (k < text.length() && k - from < 12 && Character.isLetterOrDigit(text.charAt(k))) {
                k++;
            }
            if (k == from) {
                break;
            }
            boolean aMonth = MONTHS.contains(text.substring(from, k).toLowerCase(Locale.ROOT));
            boolean aNumber = Character.isDigit(text.charAt(from));
            month |= aMonth;
            number |= aNumber;
            last = aMonth || aNumber ? k : last;
        }
        return month && number ? new PersonalData(Kind.BIRTH_DATE, new Span(i, last)) : null;
    }

    private static int skipSpaces(String text, int from) {
        int k = from;
        while (k < text.length() && k - from < 8 && text.charAt(k) == ' ') {
            k++;
        }
        return k;
    }

    private static int skipBlank(String text, int from) {
        int k = from;
        while (k < text.length() && k - from < 8 && (text.charAt(k) <= ' ' || text.charAt(k) == '.')) {
            k++;
        }
        return k;
    }
}
