package org.folkmoot.text.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Locale;
import org.folkmoot.text.Span;
import org.folkmoot.text.privacy.PersonalData.Kind;
import org.jspecify.annotations.Nullable;

/// Groups of digits that are a telephone, NHS, card or account number or, after a word that says so, a date of birth.
final class Numbers {
    private static final int LONGEST = 32;
    private static final int CONTEXT = 32;
    private static final String[] REGIONS = {"GB", "DE"};

    private Numbers() {}

    /// The number that begins at `i`, if it is personal.
    static @Nullable PersonalData at(String text, int i) {
        if (i > 0 && isMoneyOrDecimal(text.charAt(i - 1))) {
            return null;
        }
        StringBuilder digits = new StringBuilder();
        boolean plain = true;
        int end = i;
        int gap = 0;
        for (int k = i; k < text.length() && k - i < LONGEST; k++) {
            char c = text.charAt(k);
            if (c >= '0' && c <= '9') {
                digits.append(c);
                end = k + 1;
                gap = 0;
            } else if (isSeparator(c, k == i) && ++gap <= 2) {
                plain &= c == ' ' || c == '-';
            } else {
                break;
            }
        }
        if (digits.length() < 6 || isTail(text, end)) {
            return null;
        }
        Kind kind = kind(text, i, end, digits, plain);
        return kind == null ? null : new PersonalData(kind, new Span(i, end));
    }

    private static @Nullable Kind kind(String text, int i, int end, CharSequence digits, boolean plain) {
        int n = digits.length();
        boolean starts = text.charAt(i) != '(';
        if (plain && n >= 13 && n <= 19 && CheckDigits.isLuhn(digits)) {
            return Kind.CARD;
        }
        if (isDateShape(text, i, end)) {
            return contains(before(text, i), "born", "d.o.b", "dob", "birth", "geboren", "geb.", "eni")
                    ? Kind.BIRTH_DATE
                    : null;
        }
        if (plain && starts && n == 10 && CheckDigits.isNhsNumber(digits) && isNhsShape(text, i, end, digits)) {
            return Kind.NHS_NUMBER;
        }
        if (plain && (n == 6 || n == 8 || n == 14)) {
            String before = before(text, i);
            boolean sortCode = n == 6 && contains(before, "sort code", "sort-code", "sortcode", "s/c");
            boolean account = n == 8 && contains(before, "account", "a/c", "acc no", "acct");
            boolean both = n == 14 && isSortCode(text, i);
            if (sortCode || account || both) {
                return Kind.BANK_ACCOUNT;
            }
        }
        return n >= 9 && n <= 15 && isPhone(text, i, end, digits) ? Kind.PHONE : null;
    }

    private static boolean isMoneyOrDecimal(char c) {
        return c == '£' || c == '$' || c == '€' || c == '.' || c == ',' || c == '/' || c == '#' || c == '=' || c == '-';
    }

    private static boolean isSeparator(char c, boolean first) {
        return first
                ? c == '+' || c == '('
                : c == ' ' || c == '-' || c == '.' || c == '/' || c == '(' || c == ')' || c == '\u00A0';
    }

    /// More of a longer number, or a unit, follows.
    private static boolean isTail(String text, int end) {
        if (end >= text.length()) {
            return false;
        }
        char c = text.charAt(end);
        return Character.isLetterOrDigit(c)
                || c == '%'
                || (c == ',' && end + 1 < text.length() && Character.isDigit(text.charAt(end + 1)));
    }

    private static boolean isNhsShape(String text, int i, int end, CharSequence digits) {
        boolean grouped = end - i == 12 && !isDigit(text.charAt(i + 3)) && !isDigit(text.charAt(i + 7));
        boolean issued = digits.charAt(0) == '4'
                || digits.charAt(0) == '6'
                || digits.charAt(0) == '7'
                || digits.charAt(0) == '9';
        return grouped || (end - i == 10 && (issued || contains(before(text, i), "nhs")));
    }

    private static boolean isSortCode(String text, int i) {
        return i + 8 < text.length()
                && text.charAt(i + 2) == '-'
                && text.charAt(i + 5) == '-'
                && text.charAt(i + 8) == ' ';
    }

    /// `3/5/1962`, `03-05-62`, `1962.05.03`.
    private static boolean isDateShape(String text, int i, int end) {
        int groups = 1;
        int run = 0;
        int longest = 0;
        char separator = 0;
        for (int k = i; k < end; k++) {
            char c = text.charAt(k);
            if (isDigit(c)) {
                longest = Math.max(longest, ++run);
            } else {
                if ((separator != 0 && c != separator) || run > 4) {
                    return false;
                }
                separator = c;
                groups++;
                run = 0;
            }
        }
        boolean date = separator == '/' || separator == '-' || separator == '.';
        return groups == 3 && date && longest <= 4 && run <= 4 && end - i <= 10 && !contains(before(text, i), "sort");
    }

    private static boolean isPhone(String text, int i, int end, CharSequence digits) {
        if (end - i >= 8 && text.charAt(i + 2) == '/' && text.charAt(i + 5) == '/') {
            return false;
        }
        boolean international = text.charAt(i) == '+' || (digits.charAt(0) == '0' && digits.charAt(1) == '0');
        if (!international && digits.charAt(0) != '0') {
            return contains(before(text, i), "tel", "phone", "mobile", "call ", "ring ", "ffôn");
        }
        // Ranges kept free for drama, which nobody owns but which look like anybody's.
        String national = digits.toString().replaceFirst("^(0044|44)(?=[127])", "0");
        boolean drama = national.length() == 11 && (national.startsWith("07700900") || national.startsWith("0207946"));
        return drama || isUkLength(national) || isValid(text.substring(i, end));
    }

    /// Eleven digits in a range that Ofcom allots: valid or mistyped, it is a telephone number.
    private static boolean isUkLength(String national) {
        return national.length() == 11 && "12378".indexOf(national.charAt(1)) >= 0;
    }

    private static boolean isValid(String number) {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        for (String region : REGIONS) {
            try {
                if (phones.isValidNumber(phones.parse(number, region))) {
                    return true;
                }
            } catch (NumberParseException _) {
                // Not a number of this region.
            }
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String before(String text, int i) {
        return text.substring(Math.max(0, i - CONTEXT), i).toLowerCase(Locale.ROOT);
    }

    private static boolean contains(String context, String... words) {
        for (String word : words) {
            if (context.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
