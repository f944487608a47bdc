package org.folkmoot.corpus;

/// Keeps text that begins like a formula from being run by a spreadsheet, and gives it back unaltered on import.
///
/// A guarded cell has one apostrophe more in front. A text that itself begins with apostrophes before a formula sign is
/// guarded too, so `restore(guard(text))` is `text` for every text.
public final class FormulaGuard {
    private FormulaGuard() {}

    /// The text as it goes into a spreadsheet cell.
    public static String guard(String text) {
        return looksLikeFormula(text) ? "'" + text : text;
    }

    /// The text that `guard` was given.
    public static String restore(String cell) {
        return isGuarded(cell) ? cell.substring(1) : cell;
    }

    /// Whether `restore` would take an apostrophe away.
    public static boolean isGuarded(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == '\'' && looksLikeFormula(cell);
    }

    private static boolean looksLikeFormula(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == '\'') {
            i++;
        }
        if (i == text.length()) {
            return false;
        }
        return switch (text.charAt(i)) {
            case '=', '+', '-', '@', '\t', '\r' -> true;
            default -> false;
        };
    }
}
