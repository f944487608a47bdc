package org.folkmoot.corpus.read;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The number that a header gives its question: `Q4b` in "Q4 (b) Please explain".
///
/// @param number `4`
/// @param part `b`, or empty
record QuestionNumber(int number, String part) {
    private static final Pattern NAMED = Pattern.compile(
            "^(?:Q|QID|Question|Cwestiwn|Frage|C|F)\\s?(\\d{1,3})"
                    + "(?:\\.?([a-z])|\\.(\\d{1,2})|\\s?\\(([a-z]{1,4}|\\d{1,2})\\)|_(\\w{1,8}))?(?=[\\s.:)_?–—-]|$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE = Pattern.compile(
            "^(\\d{1,3})(?:\\.?([a-z])|\\.(\\d{1,2})|\\s?\\(([a-z]{1,4})\\)|(.{0}))?[.:)]+\\s",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MENTION = Pattern.compile(
            "\\b(?:Q|questions?|cwestiwn|frage)\\s?(\\d{1,3})(?:\\s?\\(?([a-z])\\)?)?(?=[\\s.:,;)?]|$)",
            Pattern.CASE_INSENSITIVE);

    /// The number at the beginning of the header.
    static Optional<QuestionNumber> of(String header) {
        for (Pattern pattern : new Pattern[] {NAMED, BARE}) {
            Matcher m = pattern.matcher(header);
            if (m.find()) {
                String part = "";
                for (int g = 2; g <= 5; g++) {
                    part = m.group(g) == null ? part : m.group(g);
                }
                return Optional.of(new QuestionNumber(Integer.parseInt(m.group(1)), part.toLowerCase(Locale.ROOT)));
            }
        }
        return Optional.empty();
    }

    /// The question that the text speaks of, after its own number: 3 in "Q4 Why did you answer question 3 so?".
    static Optional<QuestionNumber> mentioned(String text) {
        Matcher m = MENTION.matcher(text);
        while (m.find()) {
            if (m.start() > 0) {
                String part = m.group(2) == null ? "" : m.group(2).toLowerCase(Locale.ROOT);
                return Optional.of(new QuestionNumber(Integer.parseInt(m.group(1)), part));
            }
        }
        return Optional.empty();
    }

    /// As a question id, e.g. `Q4b`.
    String id() {
        boolean digits = !part.isEmpty() && (Character.isDigit(part.charAt(0)) || part.length() > 1);
        return "Q" + number + (digits ? "_" : "") + part;
    }
}
