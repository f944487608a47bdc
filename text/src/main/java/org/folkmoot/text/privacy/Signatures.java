package org.folkmoot.text.privacy;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.text.Span;
import org.folkmoot.text.privacy.PersonalData.Kind;

/// Names that stand alone at the end of a text, as people sign without any closing phrase: "…my concerns. Liz Cooper",
/// "…and open it again - Liz Cooper".
final class Signatures {
    private static final int LINES = 3;
    private static final int LONGEST_LINE = 40;

    private Signatures() {}

    /// The findings with a signature added, in order.
    static List<PersonalData> added(String text, List<PersonalData> findings) {
        int end = text.length();
        for (int line = 0; line < LINES && end > 0; line++) {
            while (end > 0
                    && (text.charAt(end - 1) <= ' ' || text.charAt(end - 1) == '.' || text.charAt(end - 1) == ',')) {
                end--;
            }
            int start = end;
            while (start > 0 && end - start <= LONGEST_LINE && !endsBefore(text, start)) {
                start--;
            }
            boolean dashed = start > 0 && isDash(text.charAt(start - 1));
            while (start < end && (text.charAt(start) <= ' ' || isDash(text.charAt(start)))) {
                dashed |= isDash(text.charAt(start++));
            }
            if (start == 0 || end - start > LONGEST_LINE) {
                return findings;
            }
            int name = NameWords.end(text, start, 4);
            // "Liz Cooper" after a sentence is a signature, "Bad Idea." is a sentence.
            boolean sentence = end < text.length() && text.charAt(end) == '.' && !dashed && !beginsLine(text, start);
            // "- Option B" is a choice.
            boolean choice = dashed && end - start > 2 && text.charAt(end - 2) == ' ';
            boolean signed = name >= end && !sentence && !choice && NameWords.count(text, start, end) >= 2;
            Span span = new Span(start, end);
            if (signed && !PersonalDataFinder.isIn(findings, span)) {
                List<PersonalData> all = new ArrayList<>(findings);
                int at = all.size();
                while (at > 0 && all.get(at - 1).span().start() > start) {
                    at--;
                }
                all.add(at, new PersonalData(Kind.NAME, span));
                return all;
            }
            end = start;
        }
        return findings;
    }

    private static boolean beginsLine(String text, int start) {
        int k = start;
        while (k > 0 && text.charAt(k - 1) == ' ') {
            k--;
        }
        return k == 0 || text.charAt(k - 1) == '\n' || text.charAt(k - 1) == '\r';
    }

    /// Whether a line or sentence ends before `start`; the dot of an initial ends none.
    private static boolean endsBefore(String text, int start) {
        char c = text.charAt(start - 1);
        if (c == '\n' || c == '\r') {
            return true;
        }
        if (isDash(c)) {
            return isSetOff(text, start - 1);
        }
        boolean stop = c == '.' || c == '!' || c == '?';
        boolean spaced = start < text.length() && text.charAt(start) <= ' ';
        return stop
                && spaced
                && start >= 3
                && Character.isLetter(text.charAt(start - 2))
                && Character.isLetter(text.charAt(start - 3));
    }

    /// Whether the dash at `dash` stands before what could be a signature: a space before it, and before that a word
    /// in small letters or the end of a sentence, for "Cardiff - Merthyr Tydfil" is a railway line.
    private static boolean isSetOff(String text, int dash) {
        int before = dash - 1;
        if (before < 1 || text.charAt(before) != ' ') {
            return false;
        }
        char last = text.charAt(--before);
        if (!Character.isLetter(last)) {
            return last == '.' || last == '!' || last == '?' || last == ')';
        }
        while (before > 0 && Character.isLetter(text.charAt(before - 1))) {
            before--;
        }
        return Character.isLowerCase(text.charAt(before));
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '–' || c == '—' || c == '~';
    }
}
