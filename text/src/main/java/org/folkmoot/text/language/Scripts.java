package org.folkmoot.text.language;

import org.jspecify.annotations.Nullable;

/// Scripts in which, among those who answer, one language is written.
final class Scripts {
    private static final int LOOKED_AT = 400;

    private Scripts() {}

    /// The language that the script of most letters gives away, `latin` for Latin letters, null for any other script.
    static @Nullable String languageOf(String text) {
        int latin = 0;
        int other = 0;
        int kana = 0;
        int han = 0;
        int[] letters = new int[LANGUAGES.length];
        int seen = 0;
        for (int i = 0; i < text.length() && seen < LOOKED_AT; ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (codePoint < 0x250 ? !Character.isLetter(codePoint) : Character.isEmoji(codePoint)) {
                continue;
            }
            seen++;
            if (codePoint < 0x250 || (codePoint >= 0x1E00 && codePoint < 0x1F00)) {
                latin++;
            } else {
                switch (Character.UnicodeScript.of(codePoint)) {
                    case HAN -> han++;
                    case HIRAGANA, KATAKANA -> kana++;
                    case COMMON, INHERITED -> {}
                    case Character.UnicodeScript script -> {
                        int at = indexOf(script);
                        if (at >= 0) {
                            letters[at]++;
                        } else {
                            other++;
                        }
                    }
                }
            }
        }
        int east = han + kana;
        int most = Math.max(latin, Math.max(other, 3 * east));
        for (int k = 0; k < letters.length; k++) {
            if (letters[k] > most) {
                return LANGUAGES[k];
            }
        }
        if (east > 0 && 3 * east >= Math.max(latin, other)) {
            return 8 * kana >= east ? "ja" : "zh";
        }
        return latin > 0 && latin >= other ? "latin" : null;
    }

    private static final Character.UnicodeScript[] SCRIPTS = {
        Character.UnicodeScript.HANGUL,
        Character.UnicodeScript.GREEK,
        Character.UnicodeScript.HEBREW,
        Character.UnicodeScript.THAI,
        Character.UnicodeScript.GURMUKHI,
        Character.UnicodeScript.GUJARATI,
        Character.UnicodeScript.BENGALI,
        Character.UnicodeScript.TAMIL,
        Character.UnicodeScript.TELUGU,
        Character.UnicodeScript.MALAYALAM,
        Character.UnicodeScript.SINHALA,
        Character.UnicodeScript.GEORGIAN,
        Character.UnicodeScript.ARMENIAN
    };

    private static final String[] LANGUAGES = {
        "ko", "el", "he", "th", "pa", "gu", "bn", "ta", "te", "ml", "si", "ka", "hy"
    };

    private static int indexOf(Character.UnicodeScript script) {
        for (int k = 0; k < SCRIPTS.length; k++) {
            if (SCRIPTS[k] == script) {
                return k;
            }
        }
        return -1;
    }
}
