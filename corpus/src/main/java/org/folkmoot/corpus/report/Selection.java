package org.folkmoot.corpus.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Chooses a few quotes that show a theme's breadth: whole thoughts of a sensible length, from different respondents,
/// kinds of respondent and positions, that say the same neither in the same words nor in those above them.
final class Selection {
    private static final int SHORTEST = 40;
    private static final int LONGEST = 320;
    /// Likeness to the words above from which a quote repeats them; a name's one word in common is no repetition.
    private static final double REPEATS = 0.6;

    private Selection() {}

    /// At most `most` of the quotes, given best first.
    ///
    /// @param above what the reader has just read: a theme's name and description, which may be one of its quotes
    static List<Quote> of(List<Quote> quotes, int most, List<String> above) {
        List<Set<String>> read = above.stream().map(Selection::words).toList();
        List<Candidate> rest = new ArrayList<>();
        quotes.forEach(quote -> rest.add(new Candidate(quote, read)));
        List<Quote> chosen = new ArrayList<>();
        while (chosen.size() < most && !rest.isEmpty()) {
            Candidate best = rest.getFirst();
            double highest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < rest.size(); i++) {
                double value = rest.get(i).value - 0.002 * i;
                if (value > highest) {
                    highest = value;
                    best = rest.get(i);
                }
            }
            if (highest < 0 && !chosen.isEmpty()) {
                break;
            }
            chosen.add(best.quote);
            rest.remove(best);
            if (chosen.size() < most) {
                for (Candidate other : rest) {
                    other.standBeside(best);
                }
            }
        }
        return List.copyOf(chosen);
    }

    /// A quote with what it would add to those chosen so far. Its words are looked at once: of some hundred quotes a
    /// theme, each is compared with each that is chosen.
    private static final class Candidate {
        private final Quote quote;
        private @Nullable Set<String> words;
        private double value;

        Candidate(Quote quote, List<Set<String>> read) {
            this.quote = quote;
            int length = quote.text().length();
            value = 1 + Math.min(1, quote.confidence());
            if (length < SHORTEST) {
                value -= 1.5 * (SHORTEST - length) / SHORTEST;
            } else if (length > LONGEST) {
                value -= Math.min(1.5, (double) (length - LONGEST) / LONGEST);
            }
            for (Set<String> above : read) {
                value -= likeness(words(), above) >= REPEATS ? 2 : 0;
            }
        }

        /// Counts what it repeats of one that was chosen. A second quote of one answer is none.
        void standBeside(Candidate chosen) {
            if (chosen.quote.passage().answer() == quote.passage().answer()) {
                value = Double.NEGATIVE_INFINITY;
            }
            if (value > Double.NEGATIVE_INFINITY) {
                value -= 2 * likeness(words(), chosen.words());
                value -= same(quote.group(), chosen.quote.group()) ? 0.2 : 0;
                value -= same(quote.position(), chosen.quote.position()) ? 0.2 : 0;
            }
        }

        private Set<String> words() {
            Set<String> known = words;
            if (known == null) {
                known = Selection.words(quote.text());
                words = known;
            }
            return known;
        }
    }

    private static boolean same(String one, String other) {
        return !one.isEmpty() && one.equals(other);
    }

    /// Shared words over all words (Jaccard), in [0, 1].
    private static double likeness(Set<String> words, Set<String> others) {
        int shared = 0;
        for (String word : words) {
            shared += others.contains(word) ? 1 : 0;
        }
        int all = words.size() + others.size();
        return all == shared ? 1 : (double) shared / (all - shared);
    }

    /// What stands between anything but letters and numbers.
    private static Set<String> words(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Set<String> words = new HashSet<>();
        int start = 0;
        for (int at = 0; at < lower.length(); ) {
            int c = lower.codePointAt(at);
            int next = at + Character.charCount(c);
            if (!isOfWord(c)) {
                if (at > start) {
                    words.add(lower.substring(start, at));
                }
                start = next;
            }
            at = next;
        }
        if (start < lower.length()) {
            words.add(lower.substring(start));
        }
        return words;
    }

    private static boolean isOfWord(int c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> Character.isLetter(c);
        };
    }
}
