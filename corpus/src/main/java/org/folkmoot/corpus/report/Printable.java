package org.folkmoot.corpus.report;

/// Makes the characters visible that an HTML file must not hold: control characters become their Unicode pictures (NUL
/// is `␀`), halves of surrogate pairs, non-characters and C1 controls the replacement character.
final class Printable {
    private Printable() {}

    static String of(String html) {
        StringBuilder printable = null;
        int plain = 0;
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < html.length() && Character.isLowSurrogate(html.charAt(i + 1))) {
                i++;
            } else if (!isAllowed(c)) {
                printable = printable == null ? new StringBuilder(html.length() + 16) : printable;
                printable.append(html, plain, i).append(picture(c));
                plain = i + 1;
            }
        }
        return printable == null
                ? html
                : printable.append(html, plain, html.length()).toString();
    }

    private static boolean isAllowed(char c) {
        if (c < ' ') {
            return c == '\n' || c == '\r' || c == '\t';
        }
        boolean nonCharacter = c >= 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        return (c < 0x7F || c > 0x9F) && !Character.isSurrogate(c) && !nonCharacter;
    }

    private static char picture(char c) {
        return c < ' ' ? (char) (0x2400 + c) : '\uFFFD';
    }
}
