package org.folkmoot.corpus.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Chooses a few quotes that show a theme's breadth: whole thoughts of a sensible length, from different respondents,
/// kinds of respondent and positions, that say the same neither in the same words nor in those above them.
final class Selection {
    private static final int SHORTEST = 40;
    private static final int LONGEST = 320;
    /// Likeness to the words above from which a quote repeats them; a name's one word in common is no repetition.
    private static final double REPEATS = 0.6;
    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Selection() {}

    /// At most `most` of the quotes, given best first.
    ///
    /// @param above what the reader has just read: a theme's name and description, which may be one of its quotes
    static List<Quote> of(List<Quote> quotes, int most, List<String> above) {
        List<Quote> rest = new ArrayList<>(quotes);
        List<Quote> chosen = new ArrayList<>();
        while (chosen.size() < most && !rest.isEmpty()) {
            Quote best = rest.getFirst();
            double highest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < rest.size(); i++) {
                double value = value(rest.get(i), chosen, above) - 0.002 * i;
                if (value > highest) {
                    highest = value;
                    best = rest.get(i);
                }
            }
            if (highest < 0 && !chosen.isEmpty()) {
                break;
            }
            chosen.add(best);
            rest.remove(best);
        }
        return List.copyOf(chosen);
    }

    private static double value(Quote quote, List<Quote> chosen, List<String> above) {
        int length = quote.text().length();
        double value = 1 + Math.min(1, quote.confidence());
        if (length < SHORTEST) {
            value -= 1.5 * (SHORTEST - length) / SHORTEST;
        } else if (length > LONGEST) {
            value -= Math.min(1.5, (double) (length - LONGEST) / LONGEST);
        }
        for (String read : above) {
            value -= likeness(quote.text(), read) >= REPEATS ? 2 : 0;
        }
        for (Quote other : chosen) {
            if (other.passage().answer() == quote.passage().answer()) {
                return -1;
            }
            value -= 2 * likeness(quote.text(), other.text());
            value -= same(quote.group(), other.group()) ? 0.2 : 0;
            value -= same(quote.position(), other.position()) ? 0.2 : 0;
        }
        return value;
    }

    private static boolean same(String one, String other) {
        return !one.isEmpty() && one.equals(other);
    }

    /// Shared words over all words (Jaccard), in [0, 1].
    private static double likeness(String one, String other) {
        Set<String> words = words(one);
        Set<String> others = words(other);
        int all = words.size() + others.size();
        words.retainAll(others);
        return all == words.size() ? 1 : (double) words.size() / (all - words.size());
    }

    private static Set<String> words(String text) {
        return WORD.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
