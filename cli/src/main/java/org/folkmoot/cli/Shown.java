package org.folkmoot.cli;

/// What files say, made fit for a terminal: a character that would move its cursor, change its colours or turn the
/// direction of writing is shown as `�`, a line end or tab as a space.
final class Shown {
    private Shown() {}

    static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> shown.appendCodePoint(
                        switch (c) {
                            case '\n', '\r', '\t', 0x85, 0x2028, 0x2029 -> ' ';
                            default -> Character.getType(c) == Character.CONTROL || turns(c) ? 0xFFFD : c;
                        }));
        return shown.toString();
    }

    /// Whether it is one of the marks that reorder what follows (embeddings, overrides and isolates).
    private static boolean turns(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
