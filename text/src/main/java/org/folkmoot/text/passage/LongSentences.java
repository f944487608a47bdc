package org.folkmoot.text.passage;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Cuts runs that are far longer than a sentence where a reader would breathe: at a semicolon, before a
/// connective, at a comma, at worst between two words or inside an endless one.
///
/// Length is counted in half-words: a word is 2 (more beyond 24 letters), a letter of a script without spaces 1.
final class LongSentences {
    private static final int LONGEST = 80;
    private static final int SEMICOLON_FROM = 50;
    private static final int LEAST = 16;
    private static final int AIM = 50;
    private static final int LEFT_OVER = 10;
    private static final int LETTERS_A_WORD = 24;
    private static final int EXTRA_LETTERS = 12;

    private static final Set<String> TURNS = words("""
            but because however although whereas though unless therefore furthermore moreover additionally meanwhile instead
            aber sondern weil jedoch obwohl während deshalb außerdem denn trotzdem
            ond oherwydd achos felly er mais car donc pero porque""");
    private static final Set<String> LINKS = words("""
            and so which also when if or as then while until where who plus yet since
            und oder dass wenn damit sowie auch als
            neu hefyd pan os a ac et ou y o que""");

    private LongSentences() {}

    private static Set<String> words(String block) {
        return Set.copyOf(List.of(block.strip().split("\\s+")));
    }

    static void addPieces(String text, int from, int to, boolean last, Segments into) {
        if (to - from <= LONGEST || isShort(text, from, to)) {
            into.add(from, to, last);
            return;
        }
        int start = from;
        int cut;
        while (to - start > LONGEST && (cut = cut(text, start, to)) > 0) {
            int end = cut;
            while (Glyphs.isSpace(text.charAt(end - 1))) {
                end--;
            }
            into.add(start, end, false);
            start = cut;
        }
        into.add(start, to, last);
    }

    /// Whether few enough words stand here that nothing needs a cut; may miss some, cheaply.
    private static boolean isShort(String text, int from, int to) {
        int size = 2;
        int letters = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                size += 2;
                letters = 0;
            } else if (c >= 0xE00 || c < ' ' || ++letters > LETTERS_A_WORD) {
                return false;
            }
        }
        return size <= SEMICOLON_FROM;
    }

    /// The best place to cut `[from, to)`, or -1 if it is short enough.
    private static int cut(String text, int from, int to) {
        int best = -1;
        int bestScore = Integer.MIN_VALUE;
        int semicolon = -1;
        int size = 0;
        int letters = 0;
        boolean counting = true;
        for (int i = from; i < to; ) {
            int codePoint = text.codePointAt(i);
            boolean space = codePoint < 0x10000 && Glyphs.isSpace((char) codePoint);
            boolean unspaced = codePoint > 0xE00 && Glyphs.isUnspaced(codePoint);
            boolean begins = !space && i > from && Glyphs.isSpace(text.charAt(i - 1));
            boolean inside =
                    !space && !begins && (unspaced || (letters >= LETTERS_A_WORD && letters % EXTRA_LETTERS == 0));
            if (counting && size >= LEAST && (begins || inside) && !clings(text, i, codePoint)) {
                int quality = quality(text, from, i, begins);
                int score = 10 * quality - Math.abs(size - AIM);
                if (score > bestScore) {
                    bestScore = score;
                    best = i;
                }
                if (quality == 5 && semicolon < 0) {
                    semicolon = i;
                }
            }
            letters = space ? 0 : letters + 1;
            size += unspaced ? 1 : begins || i == from || inside ? 2 : 0;
            counting &= size <= LONGEST;
            if (size > LONGEST + LEFT_OVER) {
                return best;
            }
            i += Character.charCount(codePoint);
        }
        if (size > LONGEST) {
            return best;
        }
        return size > SEMICOLON_FROM ? semicolon : -1;
    }

    private static boolean clings(String text, int i, int codePoint) {
        return Glyphs.clings(codePoint) || text.charAt(i - 1) == '\u200D';
    }

    private static int quality(String text, int from, int i, boolean begins) {
        int before = i - 1;
        while (before > from && Glyphs.isSpace(text.charAt(before))) {
            before--;
        }
        char c = text.charAt(before);
        if (c == ';' || c == '；') {
            return 5;
        }
        if (c == '…' || c == '.' || c == ':' || c == '、' || c == '，' || c == '：') {
            return 4;
        }
        if (!begins) {
            return c == '/' || c == '&' || c == '-' ? -1 : -2;
        }
        boolean hyphen = c == '-' && before > from && Glyphs.isSpace(text.charAt(before - 1));
        boolean comma = c == ',' || c == '–' || c == '—' || hyphen;
        String word = word(text, i);
        if (TURNS.contains(word)) {
            return comma ? 5 : 4;
        }
        if (LINKS.contains(word)) {
            return comma ? 4 : 2;
        }
        return comma ? 3 : 0;
    }

    private static String word(String text, int from) {
        int to = from;
        while (to < text.length() && to - from < 12 && Character.isLetter(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to).toLowerCase(Locale.ROOT);
    }
}
