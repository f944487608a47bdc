package org.folkmoot.text.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.folkmoot.text.Span;
import org.folkmoot.text.privacy.PersonalData.Kind;

/// Names that stand alone at the end of a text, as people sign without any closing phrase: "…my concerns. Liz Cooper",
/// "…and open it again - Liz Cooper".
final class Signatures {
    private static final int LINES = 3;
    private static final int ADDRESS_LINES = 7;
    private static final int LONGEST_LINE = 40;

    private static final Pattern DESCRIPTION =
            Pattern.compile("(?:, ?(?!(?:and|or|but|then|which|where|not|is|the)\\b)[\\p{L}'’-]+(?: [\\p{L}'’-]+){0,2}"
                    + "| \\([\\p{L}'’-]+(?: [\\p{L}'’-]+){0,3}\\))[.\\s]*");

    private Signatures() {}

    /// The findings with a signature added, in order.
    static List<PersonalData> added(String text, List<PersonalData> findings) {
        int end = text.length();
        int above = 0;
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
            boolean described = dashed && line == 0 && name < end && isDescription(text, name, text.length());
            end = described ? name : end;
            // "Liz Cooper" after a sentence is a signature, "Bad Idea." is a sentence.
            boolean sentence = end < text.length() && text.charAt(end) == '.' && !dashed && !beginsLine(text, start);
            // "- Option B" is a choice.
            boolean choice = dashed && end - start > 2 && text.charAt(end - 2) == ' ';
            boolean signed = name >= end && !sentence && !choice && NameWords.count(text, start, end) >= 2;
            Span span = new Span(start, end);
            // An address below a name has some lines too.
            boolean address = findings.stream()
                    .anyMatch(finding ->
                            finding.kind() == Kind.ADDRESS && finding.span().overlaps(span));
            line -= address && above++ < ADDRESS_LINES ? 1 : 0;
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

    /// Whether what follows a name to the end of the text only says who that is: ", Gwernant", " (parent of two)".
    private static boolean isDescription(String text, int from, int to) {
        return from > 0 && DESCRIPTION.matcher(text.substring(from, to)).matches();
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

    /// Whether the dash at `dash` stands before what could be a signature: after the end of a sentence, or a space and
    /// before that a word in small letters or two in capitals, for "Cardiff - Merthyr Tydfil" is a railway line.
    private static boolean isSetOff(String text, int dash) {
        int before = dash - 1;
        if (before < 1) {
            return false;
        }
        if (text.charAt(before) != ' ') {
            return ".!?".indexOf(text.charAt(before)) >= 0;
        }
        char last = text.charAt(--before);
        if (!Character.isLetter(last)) {
            return last == '.' || last == '!' || last == '?' || last == ')';
        }
        int start = wordStart(text, before + 1);
        return Character.isLowerCase(text.charAt(start))
                || (!isShouted(text, dash + 1, Math.min(text.length(), dash + LONGEST_LINE))
                        && isShouted(text, start, before + 1)
                        && start > 1
                        && isShouted(text, wordStart(text, start - 1), start - 1));
    }

    private static int wordStart(String text, int end) {
        int start = end;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /// Whether some words are written without a small letter.
    private static boolean isShouted(String text, int from, int to) {
        return to - from > 1 && text.substring(from, to).chars().noneMatch(Character::isLowerCase);
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '–' || c == '—' || c == '~';
    }
}
