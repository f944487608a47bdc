package org.folkmoot.text.passage;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.text.Span;

/// Splits an answer into passages: sentence-sized spans of the untouched text, in order.
///
/// A passage ends at the end of a sentence, paragraph or list item; at a semicolon in a long sentence; and in a run
/// of more than some 40 words at the best connective or comma. Abbreviations, initials, decimals, addresses and
/// line breaks made by a mail program don't end one. A fragment such as "Yes." joins its neighbour.
///
/// Spans never overlap, never split a surrogate pair, and cover every letter and digit; spaces, bullets and lines of
/// punctuation between them are left out. An answer of symbols only ("👍") is one passage, of punctuation only none.
/// Any length of text, nothing is truncated; cost linear in it.
public final class Passages {
    private static final int LONGEST_JOINED = 400;

    private Passages() {}

    /// The passages of one answer; empty if it is blank.
    public static List<Span> of(String answer) {
        Segments sentences = SentenceScanner.scan(answer);
        if (sentences.size() == 0) {
            return symbols(answer);
        }
        return pieces(answer, joined(answer, sentences));
    }

    private static List<Span> symbols(String answer) {
        int from = 0;
        int to = answer.length();
        while (from < to && Glyphs.isSpace(answer.charAt(from))) {
            from++;
        }
        while (to > from && Glyphs.isSpace(answer.charAt(to - 1))) {
            to--;
        }
        boolean speaks = answer.substring(from, to).codePoints().anyMatch(Glyphs::isEmoji);
        return speaks ? List.of(new Span(from, to)) : List.of();
    }

    /// Joins each fragment to the sentence after it, at the end of a paragraph to the one before.
    private static Segments joined(String answer, Segments sentences) {
        Segments out = new Segments();
        int from = -1;
        boolean open = false;
        for (int i = 0; i < sentences.size(); i++) {
            int start = from < 0 ? sentences.start(i) : from;
            int end = sentences.end(i);
            boolean last = sentences.last(i);
            boolean fragment = isFragment(answer, start, end);
            boolean beyond = last && isEmptyWord(answer, start, end);
            if (fragment && i + 1 < sentences.size() && (!last || beyond)) {
                from = start;
                continue;
            }
            if (fragment
                    && open
                    && start - out.end(out.size() - 1) < 4
                    && end - out.start(out.size() - 1) < LONGEST_JOINED) {
                out.extend(end, last);
            } else {
                out.add(start, end, last);
            }
            open = !last;
            from = -1;
        }
        return out;
    }

    private static List<Span> pieces(String answer, Segments sentences) {
        Segments pieces = new Segments();
        for (int i = 0; i < sentences.size(); i++) {
            LongSentences.addPieces(answer, sentences.start(i), sentences.end(i), sentences.last(i), pieces);
        }
        List<Span> spans = new ArrayList<>(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            spans.add(new Span(pieces.start(i), pieces.end(i)));
        }
        return spans;
    }

    /// One word, or two short ones.
    private static boolean isFragment(String text, int from, int to) {
        if (to - from > 24) {
            return false;
        }
        int words = 0;
        int letters = 0;
        boolean inWord = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= 0x0E00 && Character.isLetter(c)) {
                return false;
            }
            boolean letter = Character.isLetterOrDigit(c);
            letters += letter ? 1 : 0;
            words += letter && !inWord ? 1 : 0;
            inWord = !Glyphs.isSpace(c) && (letter || inWord);
        }
        return words <= 1 || (words == 2 && letters < 10);
    }

    /// Says nothing by itself, even as a line of its own: "Yes", "No:", "(a)".
    private static boolean isEmptyWord(String text, int from, int to) {
        int letters = 0;
        for (int i = from; i < to; i++) {
            letters += Character.isLetterOrDigit(text.charAt(i)) ? 1 : 0;
        }
        return letters <= 2 || (letters == 3 && text.regionMatches(true, from, "yes", 0, 3));
    }
}
