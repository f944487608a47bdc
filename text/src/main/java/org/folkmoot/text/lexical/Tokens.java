package org.folkmoot.text.lexical;

import java.util.Arrays;
import java.util.Locale;
import org.folkmoot.text.Span;

/// The words of one text with their places in it.
///
/// A word is a run of letters and digits; an apostrophe between letters belongs to it ("don't"), a hyphen parts words.
/// Cost: linear in the length of the text.
public final class Tokens {
    private final String text;
    private final int[] start;
    private final int[] end;
    private final int size;

    private Tokens(String text, int[] start, int[] end, int size) {
        this.text = text;
        this.start = start;
        this.end = end;
        this.size = size;
    }

    public static Tokens of(String text) {
        int[] start = new int[16];
        int[] end = new int[16];
        int size = 0;
        for (int at = 0; at < text.length(); ) {
            int from = at;
            at = endOfWord(text, at);
            if (at == from) {
                at += Character.charCount(text.codePointAt(at));
                continue;
            }
            if (size == start.length) {
                start = Arrays.copyOf(start, size * 2);
                end = Arrays.copyOf(end, size * 2);
            }
            start[size] = from;
            end[size++] = at;
        }
        return new Tokens(text, start, end, size);
    }

    private static int endOfWord(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            boolean inside = at > from && isApostrophe(c) && at + 1 < text.length() && isLetter(text, at + 1);
            if (!inside && !isWordCharacter(c)) {
                break;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static boolean isWordCharacter(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '’';
    }

    private static boolean isLetter(String text, int at) {
        return Character.isLetter(text.codePointAt(at));
    }

    public int size() {
        return size;
    }

    /// Where word `i` stands in the text.
    public Span span(int i) {
        return new Span(start[i], end[i]);
    }

    /// Word `i` as written.
    public String surface(int i) {
        return text.substring(start[i], end[i]);
    }

    /// Word `i` in lower case, its apostrophes straight.
    public String word(int i) {
        return surface(i).toLowerCase(Locale.ROOT).replace('’', '\'');
    }
}
