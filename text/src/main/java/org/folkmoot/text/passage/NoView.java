package org.folkmoot.text.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Whether an answer states a view, says that there is none to state, or only points at another answer.
///
/// Precise rather than complete: an answer counts as no view only if *every* word of it belongs to a known way of
/// saying so (English, Welsh, German). "No" and "Nothing" are answers to an open question, and "No comment other than
/// that trains are late" states a view.
public enum NoView {
    /// Says something, as far as can be told.
    VIEW,
    /// "n/a", "no comment", "dim sylw", "keine Angabe", "-", or nothing at all.
    NO_VIEW,
    /// "see above", "as Q3", "gweler uchod", "siehe oben", "please see attached letter".
    CROSS_REFERENCE;

    private static final int LONGEST = 160;
    private static final int MOST_WORDS = 24;
    private static final Pattern ANYTHING_ELSE = Pattern.compile(
            "\\b(?:any(?:thing|\\s+issues?)?\\s+(?:else|(?:other|further|additional|final|general)\\b)"
                    + "|(?:other|further|additional|final|general)\\s+(?:comments?|views?|thoughts?|points?|remarks?)"
                    + "|(?:unrhyw beth|rhywbeth) arall|(?:sylwadau|sylw) (?:eraill|pellach|arall)"
                    + "|(?:sonst|weitere)\\w*\\s+(?:noch|anmerkung|kommentar|hinweis|etwas))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// What kind of answer it is, whatever was asked.
    public static NoView of(String answer) {
        return of(answer, false);
    }

    /// What kind of answer it is to `question`: where that asks whether there is anything else to say, "no", "that's
    /// all" and thanks say that there is not.
    public static NoView of(String answer, String question) {
        return of(answer, ANYTHING_ELSE.matcher(question).find());
    }

    private static NoView of(String answer, boolean further) {
        if (answer.length() > LONGEST && answer.strip().length() > LONGEST) {
            return VIEW;
        }
        List<String> words = words(answer);
        if (words.isEmpty()) {
            return answer.codePoints().anyMatch(Glyphs::isEmoji) ? VIEW : NO_VIEW;
        }
        if (words.size() > MOST_WORDS) {
            return VIEW;
        }
        if (NoViewPhrases.consistOfNoView(words, further)) {
            return NO_VIEW;
        }
        return CrossReferences.isReference(words) ? CROSS_REFERENCE : VIEW;
    }

    /// Lower-case words and numbers, apostrophes dropped, "n/a" as "n a".
    private static List<String> words(String answer) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String lower = answer.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (Character.isLetterOrDigit(c) || (Character.isSurrogate(c) && !isEmojiAt(lower, i))) {
                word.append(c);
            } else if (c != '\'' && c != '’' && c != '`' && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean isEmojiAt(String text, int i) {
        int codePoint =
                Character.isLowSurrogate(text.charAt(i)) && i > 0 ? text.codePointAt(i - 1) : text.codePointAt(i);
        return Glyphs.isEmoji(codePoint);
    }
}
