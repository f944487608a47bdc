package org.folkmoot.text.privacy;

import java.util.Locale;
import java.util.Set;
import org.folkmoot.text.Span;
import org.folkmoot.text.privacy.PersonalData.Kind;
import org.jspecify.annotations.Nullable;

/// Codes of letters and digits: postcodes, National Insurance numbers, vehicle registrations.
final class Codes {
    /// The 124 postcode areas of the United Kingdom and the islands.
    private static final Set<String> AREAS =
            Set.of(("AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL "
                            + "DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME "
                            + "MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR "
                            + "TS TW UB W WA WC WD WF WN WR WS WV YO ZE")
                    .split(" "));

    private static final String NEVER_INWARD = "CIKMOV";
    private static final String NEVER_FIRST = "DFIQUV";
    private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th");

    private Codes() {}

    static @Nullable PersonalData at(String text, int i) {
        int letters = 0;
        while (letters < 3 && i + letters < text.length() && isLetter(text.charAt(i + letters))) {
            letters++;
        }
        if (letters > 2 || i + letters + 3 >= text.length()) {
            return null;
        }
        char next = text.charAt(i + letters);
        if (isDigit(next)) {
            int end = postcodeEnd(text, i, letters);
            if (end > 0) {
                return new PersonalData(Kind.POSTCODE, new Span(i, end));
            }
            end = letters == 2 ? vehicleEnd(text, i) : -1;
            if (end > 0) {
                return new PersonalData(Kind.VEHICLE, new Span(i, end));
            }
        }
        if (letters == 2 && (isDigit(next) || (next == ' ' && isDigit(text.charAt(i + 3))))) {
            int end = insuranceEnd(text, i);
            if (end > 0) {
                return new PersonalData(Kind.NATIONAL_INSURANCE, new Span(i, end));
            }
        }
        return null;
    }

    /// `A9 9AA`, `A9A 9AA`, `A99 9AA`, `AA9 9AA`, `AA9A 9AA`, `AA99 9AA`, with or without the space, in one case.
    private static int postcodeEnd(String text, int i, int letters) {
        String area = text.substring(i, i + letters);
        boolean upper = Character.isUpperCase(area.charAt(0));
        if (!AREAS.contains(area.toUpperCase(Locale.ROOT))) {
            return -1;
        }
        int k = i + letters + 1;
        for (int outward = 0; outward < 2; outward++, k++) {
            int inward = k < text.length() && text.charAt(k) == ' ' ? k + 1 : k;
            // Without a space, small letters are more often a word such as "s3x" than a postcode.
            if ((upper || inward > k) && isInward(text, inward, upper)) {
                return inward + 3;
            }
            if (k >= text.length() || !(isDigit(text.charAt(k)) || isLetter(text.charAt(k)))) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isInward(String text, int i, boolean upper) {
        if (i + 3 > text.length() || !isDigit(text.charAt(i)) || !ends(text, i + 3)) {
            return false;
        }
        for (int k = i + 1; k < i + 3; k++) {
            char c = text.charAt(k);
            if (!isLetter(c)
                    || Character.isUpperCase(c) != upper
                    || NEVER_INWARD.indexOf(Character.toUpperCase(c)) >= 0) {
                return false;
            }
        }
        String last = text.substring(i + 1, i + 3);
        return upper || !ORDINALS.contains(last);
    }

    /// `AA99 AAA`, capitals.
    private static int vehicleEnd(String text, int i) {
        int k = i + 4;
        if (k + 3 > text.length() || !isDigit(text.charAt(i + 2)) || !isDigit(text.charAt(i + 3))) {
            return -1;
        }
        k = text.charAt(k) == ' ' ? k + 1 : k;
        if (k + 3 > text.length() || !ends(text, k + 3)) {
            return -1;
        }
        String letters = text.substring(i, i + 2) + text.substring(k, k + 3);
        boolean plausible = letters.chars().allMatch(c -> c >= 'A' && c <= 'Z' && c != 'I' && c != 'Q');
        return plausible ? k + 3 : -1;
    }

    /// `AA 99 99 99 A`, spaces optional. Prefixes never issued (TN, ZZ, …) count too: temporary and invented numbers
    /// bear them, and a number written as one's own is not for publication.
    private static int insuranceEnd(String text, int i) {
        String prefix = text.substring(i, i + 2).toUpperCase(Locale.ROOT);
        boolean used = NEVER_FIRST.indexOf(prefix.charAt(0)) < 0
                && NEVER_FIRST.indexOf(prefix.charAt(1)) < 0
                && prefix.charAt(1) != 'O';
        int k = i + 2;
        int digits = 0;
        while (used && k < text.length() && digits < 6) {
            char c = text.charAt(k);
            if (isDigit(c)) {
                digits++;
            } else if (c != ' ' && c != '-') {
                return -1;
            }
            k++;
            if (k - i > 14) {
                return -1;
            }
        }
        if (digits < 6) {
            return -1;
        }
        int suffix = k < text.length() && (text.charAt(k) == ' ' || text.charAt(k) == '-') ? k + 1 : k;
        boolean suffixed = suffix < text.length()
                && "ABCD".indexOf(Character.toUpperCase(text.charAt(suffix))) >= 0
                && ends(text, suffix + 1);
        return suffixed ? suffix + 1 : -1;
    }

    private static boolean ends(String text, int end) {
        return end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
