package org.folkmoot.text.passage;

/// Classes of characters that decide where sentences begin and end.
final class Glyphs {
    private Glyphs() {}

    /// Space of any width, line breaks included.
    static boolean isSpace(char c) {
        if (c < 128) {
            return c <= ' ';
        }
        return Character.isSpaceChar(c) || Character.isWhitespace(c) || c == '\u200B' || c == '\uFEFF' || c == '\u0085';
    }

    static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r' || c == '\f' || c == '\u000B' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /// A mark that begins a list item wherever it stands.
    static boolean isBullet(char c) {
        return switch (c) {
            case '•', '●', '○', '▪', '▫', '■', '□', '◦', '‣', '⁃', '➢', '➤', '►', '✓', '✔', '\uF0B7', '\uF0A7' -> true;
            default -> false;
        };
    }

    /// A mark that begins a list item only at the start of a line.
    static boolean isDash(char c) {
        return c == '-' || c == '–' || c == '—' || c == '*' || c == '>' || c == '+' || c == '·' || c == '~';
    }

    /// Full stops of scripts that need no space after them.
    static boolean isWideStop(char c) {
        return switch (c) {
            case '。', '！', '？', '｡', '．', '।', '॥', '؟', '۔', '።', '։', '။', '។' -> true;
            default -> false;
        };
    }

    static boolean isCloser(char c) {
        return switch (c) {
            case '"', '\'', ')', ']', '}', '”', '’', '»', '›', '」', '』', '）', '】', '》' -> true;
            default -> false;
        };
    }

    static boolean isEmoji(int codePoint) {
        return isIn(codePoint, 0x1F000, 0x1FAFF) || isIn(codePoint, 0x2600, 0x27BF);
    }

    /// Whether a cut before `codePoint` would tear a letter from its accent or an emoji from its parts.
    static boolean clings(int codePoint) {
        if (codePoint < 0x300) {
            return false;
        }
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || codePoint == 0x200D
                || isIn(codePoint, 0x1F3FB, 0x1F3FF);
    }

    /// Letters of scripts written without spaces between words.
    static boolean isUnspaced(int codePoint) {
        return Character.isIdeographic(codePoint)
                || isIn(codePoint, 0x3040, 0x30FF)
                || isIn(codePoint, 0x0E00, 0x0EFF)
                || isIn(codePoint, 0x1000, 0x109F)
                || isIn(codePoint, 0x1780, 0x17FF);
    }

    private static boolean isIn(int codePoint, int from, int to) {
        return codePoint >= from && codePoint <= to;
    }

    static boolean hasLetterOrDigit(String text, int from, int to) {
        for (int i = from; i < to; ) {
            int codePoint = text.codePointAt(i);
            if (Character.isLetterOrDigit(codePoint)) {
                return true;
            }
            i += Character.charCount(codePoint);
        }
        return false;
    }
}
