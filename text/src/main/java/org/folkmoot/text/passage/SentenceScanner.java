package org.folkmoot.text.passage;

/// One pass over a text that finds where sentences, paragraphs and list items end.
///
/// Every letter and digit ends up in exactly one segment. Cost: linear in the length of the text.
final class SentenceScanner {
    /// A line at least this long that breaks before a small letter was wrapped by a machine, not ended by a person.
    private static final int WRAPPED_LINE = 40;

    private static final boolean[] MARK = new boolean[128];

    static {
        for (char c : ".!?\n\r\f\u000B0123456789".toCharArray()) {
            MARK[c] = true;
        }
    }

    private final String text;
    private final int length;
    private final Segments segments = new Segments();
    private int start;
    private int lineStart;
    private int nextNumber;

    private SentenceScanner(String text) {
        this.text = text;
        this.length = text.length();
    }

    static Segments scan(String text) {
        return new SentenceScanner(text).scan();
    }

    private Segments scan() {
        int i = 0;
        while (i < length) {
            char c = text.charAt(i);
            if (c < 128 ? MARK[c] : isWideMark(c)) {
                i = at(i, c);
            } else {
                i++;
            }
        }
        cut(length, true);
        return segments;
    }

    private static boolean isWideMark(char c) {
        return c == '\u0085' || (c > 0x250 && isRareMark(c));
    }

    private static boolean isRareMark(char c) {
        return c == '…'
                || Glyphs.isLineBreak(c)
                || Glyphs.isWideStop(c)
                || Glyphs.isBullet(c)
                || Glyphs.isEmoji(c)
                || Character.isHighSurrogate(c);
    }

    /// Handles the mark at `i` and says where to read on.
    private int at(int i, char c) {
        if (Glyphs.isLineBreak(c)) {
            return lineBreak(i);
        }
        if (c >= '0' && c <= '9') {
            return number(i);
        }
        if (Glyphs.isBullet(c)) {
            if (i == 0 || Glyphs.isSpace(text.charAt(i - 1))) {
                cut(i, true);
            }
            return i + 1;
        }
        if (Glyphs.isWideStop(c)) {
            int close = closersAfter(stopsAfter(i));
            cut(close, false);
            return close;
        }
        return c == '.' || c == '!' || c == '?' || c == '…' ? stop(i) : emoji(i);
    }

    private int lineBreak(int i) {
        int breaks = 0;
        int next = i;
        int lastBreak = i;
        while (next < length && Glyphs.isSpace(text.charAt(next))) {
            char c = text.charAt(next);
            if (Glyphs.isLineBreak(c)) {
                breaks += c == '\n' && next > 0 && text.charAt(next - 1) == '\r' ? 0 : 1;
                lastBreak = next;
            }
            next++;
        }
        if (breaks > 1 || next == length || !isWrapped(i, next)) {
            cut(i, true);
        }
        lineStart = lastBreak + 1;
        return next;
    }

    /// Whether the sentence runs on over the line break at `at`, whose next line begins at `next`.
    private boolean isWrapped(int at, int next) {
        int end = at;
        while (end > start && Glyphs.isSpace(text.charAt(end - 1))) {
            end--;
        }
        if (end == start) {
            return false;
        }
        char before = text.charAt(end - 1);
        if (before == ',') {
            return end - lineStart >= WRAPPED_LINE;
        }
        if (end - lineStart >= WRAPPED_LINE && Abbreviations.needsMore(text, lineStart, end)) {
            return true;
        }
        char after = text.charAt(next);
        boolean open = Character.isLowerCase(before) || Character.isDigit(before) || before == ')';
        return open && Character.isLowerCase(after) && end - lineStart >= WRAPPED_LINE && !isLetterMarker(next);
    }

    /// A list marker such as "a)".
    private boolean isLetterMarker(int i) {
        return i + 1 < length && (text.charAt(i + 1) == ')' || text.charAt(i + 1) == '.');
    }

    /// A list marker such as "2." or "2)", else an ordinary number.
    private int number(int i) {
        boolean begins = i == 0 || Glyphs.isSpace(text.charAt(i - 1)) || text.charAt(i - 1) == '(';
        int end = i;
        int value = 0;
        while (end < length && isDigit(text.charAt(end))) {
            value = Math.min(1000, value * 10 + text.charAt(end) - '0');
            end++;
        }
        boolean marker = begins
                && end - i <= 2
                && end + 1 < length
                && (text.charAt(end) == '.' || text.charAt(end) == ')')
                && Glyphs.isSpace(text.charAt(end + 1));
        if (!marker) {
            return end;
        }
        int from = i > 0 && text.charAt(i - 1) == '(' ? i - 1 : i;
        if (isBulletOnly(start, from) || value == nextNumber) {
            cut(from, true);
            nextNumber = value + 1;
            return end + 1;
        }
        return end;
    }

    private boolean isBulletOnly(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Glyphs.isSpace(c) && !Glyphs.isBullet(c) && !Glyphs.isDash(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// A run of full stops, exclamation and question marks.
    private int stop(int i) {
        int run = stopsAfter(i);
        int close = closersAfter(run);
        if (close == length) {
            return close;
        }
        char glued = text.charAt(close);
        boolean plain = run == i + 1 && text.charAt(i) == '.';
        if (!Glyphs.isSpace(glued)) {
            if (isGluedSentence(i, close)) {
                cut(close, false);
                return close;
            }
            return run;
        }
        int next = close;
        while (next < length && Glyphs.isSpace(text.charAt(next)) && !Glyphs.isLineBreak(text.charAt(next))) {
            next++;
        }
        if (next == length || Glyphs.isLineBreak(text.charAt(next))) {
            return close;
        }
        if (!endsSentence(i, run, close, next, plain)) {
            return close;
        }
        int end = emojiAfter(close, next);
        cut(end, false);
        return end;
    }

    private boolean endsSentence(int i, int run, int close, int next, boolean plain) {
        boolean lower = Character.isLowerCase(text.charAt(next));
        if (close > run && lower) {
            return false;
        }
        if (plain) {
            return !Abbreviations.keepsOpen(text, start, i, next);
        }
        boolean ellipsis = text.charAt(i) == '…' || (text.charAt(i) == '.' && text.charAt(run - 1) == '.');
        return !(ellipsis && lower);
    }

    private int stopsAfter(int i) {
        int run = i + 1;
        while (run < length) {
            char c = text.charAt(run);
            if (c != '.' && c != '!' && c != '?' && c != '…' && !Glyphs.isWideStop(c)) {
                break;
            }
            run++;
        }
        return run;
    }

    private int closersAfter(int i) {
        int close = i;
        while (close < length && Glyphs.isCloser(text.charAt(close))) {
            close++;
        }
        return close;
    }

    /// The end of the emoji that begin at `next`, or `close` if there are none.
    private int emojiAfter(int close, int next) {
        int end = close;
        int i = next;
        while (i < length) {
            int codePoint = text.codePointAt(i);
            boolean emoji = Glyphs.isEmoji(codePoint) || (i > next && Glyphs.clings(codePoint));
            if (!emoji && codePoint != ' ') {
                break;
            }
            i += Character.charCount(codePoint);
            end = emoji ? i : end;
        }
        return end;
    }

    /// Whether a space is missing, as in "late.Buses", and this is no address.
    private boolean isGluedSentence(int stop, int next) {
        if (stop == 0 || next + 1 >= length) {
            return false;
        }
        boolean sentence = Character.isLowerCase(text.charAt(stop - 1))
                && Character.isUpperCase(text.charAt(next))
                && Character.isLetter(text.charAt(next + 1));
        if (!sentence) {
            return false;
        }
        for (int i = stop; i > start && stop - i < 80 && !Glyphs.isSpace(text.charAt(i - 1)); i--) {
            if (text.charAt(i - 1) == '/' || text.charAt(i - 1) == '@') {
                return false;
            }
        }
        for (int i = next; i < length && i - next < 80 && !Glyphs.isSpace(text.charAt(i)); i++) {
            if (text.charAt(i) == '@') {
                return false;
            }
        }
        return true;
    }

    /// Emoji end a sentence where a capital follows.
    private int emoji(int i) {
        int end = emojiAfter(i, i);
        if (end == i) {
            return i + 1;
        }
        int next = end;
        while (next < length && text.charAt(next) == ' ') {
            next++;
        }
        if (next > end && next < length && Character.isUpperCase(text.codePointAt(next))) {
            cut(end, false);
        }
        return end;
    }

    /// Ends the current segment before `end`. What holds no letter and no digit joins the segment before it.
    private void cut(int end, boolean endsParagraph) {
        int from = trimmedStart(start, end);
        int to = trimmedEnd(from, end);
        boolean glue = segments.size() > 0 && !segments.last(segments.size() - 1);
        if (from == to) {
            if (endsParagraph && glue) {
                segments.extend(segments.end(segments.size() - 1), true);
            }
            start = end;
        } else if (Glyphs.hasLetterOrDigit(text, from, to)) {
            segments.add(from, to, endsParagraph);
            start = end;
        } else {
            if (glue) {
                segments.extend(to, endsParagraph);
            }
            start = end;
        }
    }

    private int trimmedStart(int from, int to) {
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            boolean dash = Glyphs.isDash(c) && i + 1 < to && Glyphs.isSpace(text.charAt(i + 1));
            boolean item = (c == '-' || c == '–' || c == '—') && i + 1 < to && Character.isLetter(text.charAt(i + 1));
            if (!Glyphs.isSpace(c) && !Glyphs.isBullet(c) && !dash && !item) {
                break;
            }
            i++;
        }
        return i;
    }

    private int trimmedEnd(int from, int to) {
        int i = to;
        while (i > from && Glyphs.isSpace(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }
}
