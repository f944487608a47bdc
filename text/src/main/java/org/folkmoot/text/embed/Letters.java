package org.folkmoot.text.embed;

import java.text.Normalizer;
import java.util.Locale;

/// What BERT's uncased normaliser makes of one character: nothing, white space, or letters without accents in
/// lower case.
///
/// Rules and their order (clean, set Chinese characters apart, decompose and drop accents, lower case) as in
/// `BasicTokenizer` of https://github.com/google-research/bert (`tokenization.py`), applied code point by code point;
/// results for the Basic Multilingual Plane are remembered.
final class Letters {
    /// What a code point becomes.
    ///
    /// @param letters its characters, empty if it vanishes
    /// @param space whether it parts words
    /// @param alone whether it is a word of its own (punctuation, a Chinese character)
    record Fold(char[] letters, boolean space, boolean alone) {}

    private static final Fold NOTHING = new Fold(new char[0], false, false);
    private static final Fold SPACE = new Fold(new char[0], true, false);
    // Racy on purpose: a fold is immutable and any thread computes the same one.
    private static final Fold[] KNOWN = new Fold[Character.MAX_VALUE + 1];

    private Letters() {}

    static Fold fold(int codePoint) {
        if (codePoint >= KNOWN.length) {
            return compute(codePoint);
        }
        Fold known = KNOWN[codePoint];
        if (known == null) {
            known = compute(codePoint);
            KNOWN[codePoint] = known;
        }
        return known;
    }

    private static Fold compute(int codePoint) {
        if (codePoint == '\t' || codePoint == '\n' || codePoint == '\r') {
            return SPACE;
        }
        if (codePoint == 0xFFFD || isOther(codePoint)) {
            return NOTHING;
        }
        if (Character.isSpaceChar(codePoint)) {
            return SPACE;
        }
        String decomposed = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD);
        var letters = new StringBuilder();
        decomposed
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(letters::appendCodePoint);
        if (letters.isEmpty()) {
            return NOTHING;
        }
        boolean alone = isChinese(codePoint) || isPunctuation(letters.codePointAt(0)) || isPictograph(codePoint);
        return new Fold(letters.toString().toLowerCase(Locale.ROOT).toCharArray(), false, alone);
    }

    private static boolean isOther(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /// Punctuation in Unicode's sense, and every ASCII character that is neither letter, digit nor space.
    private static boolean isPunctuation(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint > ' ' && !Character.isLetterOrDigit(codePoint);
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /// Emoji and dingbats. BERT leaves them glued to a word, which makes the whole word unknown ("great👍"); apart,
    /// only the pictograph is.
    private static boolean isPictograph(int codePoint) {
        boolean late = codePoint >= 0x1F000;
        return switch (Character.getType(codePoint)) {
            case Character.MODIFIER_SYMBOL -> late;
            case Character.OTHER_SYMBOL -> late || within(0x2700, codePoint, 0x27BF);
            default -> false;
        };
    }

    /// The blocks of CJK ideographs that BERT sets apart; Hangul and kana are not among them.
    private static boolean isChinese(int c) {
        return within(0x4E00, c, 0x9FFF)
                || within(0x3400, c, 0x4DBF)
                || within(0x20000, c, 0x2A6DF)
                || within(0x2A700, c, 0x2B73F)
                || within(0x2B740, c, 0x2B81F)
                || within(0x2B820, c, 0x2CEAF)
                || within(0xF900, c, 0xFAFF)
                || within(0x2F800, c, 0x2FA1F);
    }

    private static boolean within(int least, int c, int most) {
        return least <= c && c <= most;
    }
}
