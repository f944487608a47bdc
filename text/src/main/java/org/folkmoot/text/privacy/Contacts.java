package org.folkmoot.text.privacy;

import org.folkmoot.text.Span;
import org.folkmoot.text.privacy.PersonalData.Kind;
import org.jspecify.annotations.Nullable;

/// E-mail addresses, handles and personal pages.
final class Contacts {
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;

    /// Paths of these sites name people.
    private static final String[] PERSONAL_SITES = {
        "facebook.com/",
        "twitter.com/",
        "x.com/",
        "linkedin.com/in/",
        "instagram.com/",
        "tiktok.com/@",
        "youtube.com/@",
        "threads.net/@",
        "bsky.app/profile/",
        "github.com/",
        "medium.com/@",
        "t.me/",
        "wa.me/"
    };

    private Contacts() {}

    /// The address or handle around the `@` at `at`, nothing before `from`.
    static @Nullable PersonalData at(String text, int from, int at) {
        int start = at;
        while (start > from && at - start < LONGEST_LOCAL && isLocal(text.charAt(start - 1))) {
            start--;
        }
        while (start < at && text.charAt(start) == '.') {
            start++;
        }
        int end = at + 1;
        while (end < text.length() && end - at <= LONGEST_DOMAIN && isDomain(text.charAt(end))) {

            end++;
        }
        while (end > at + 1 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        int lastDot = end - 1;
        while (lastDot > at && text.charAt(lastDot) != '.') {
            lastDot--;
        }
        if (start < at && lastDot > at + 1 && end - lastDot > 2) {
            return new PersonalData(Kind.EMAIL, new Span(start, end));
        }
        boolean handle = (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) && isHandle(text, at + 1);
        return handle ? new PersonalData(Kind.LINK, new Span(at, handleEnd(text, at + 1))) : null;
    }

    private static boolean isHandle(String text, int from) {
        return handleEnd(text, from) - from >= 4 && Character.isLetter(text.charAt(from));
    }

    private static int handleEnd(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < 30 && isHandlePart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isHandlePart(char c) {
        return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }

    /// A page of a person that begins at `i`, where "http" or "www" or the site itself stands.
    static @Nullable PersonalData page(String text, int i) {
        int site = i;
        if (text.startsWith("://", i + 4) || text.startsWith("://", i + 5)) {
            site = text.indexOf("://", i) + 3;
        }
        site = text.regionMatches(true, site, "www.", 0, 4) ? site + 4 : site;
        for (String personal : PERSONAL_SITES) {
            if (text.regionMatches(true, site, personal, 0, personal.length())) {
                int end = site + personal.length();
                while (end < text.length() && end - site < 200 && text.charAt(end) > ' ' && text.charAt(end) < 128) {
                    end++;
                }
                boolean named = end > site + personal.length();
                return named ? new PersonalData(Kind.LINK, new Span(i, end)) : null;
            }
        }
        return null;
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-' || c == '\'';
    }

    private static boolean isDomain(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }
}
