package org.folkmoot.corpus.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.corpus.verify.CodedOutput.Themed;

/// Which theme of an earlier output a theme of a later one is.
///
/// The same id is taken for the same theme if the headline is the same too, or the codings overlap, or one of the two
/// has none: a fresh run gives ids by rank, so an id alone proves nothing. The others are matched greedily by the
/// overlap of their codings (Jaccard, at least 0.3), highest first.
final class ThemeMatch {
    private static final double LEAST_OVERLAP = 0.3;

    private final CodedOutput earlier;
    private final CodedOutput later;

    ThemeMatch(CodedOutput earlier, CodedOutput later) {
        this.earlier = earlier;
        this.later = later;
    }

    private record Pair(String later, String earlier, double overlap) {}

    Map<String, String> laterToEarlier() {
        Map<String, String> match = new HashMap<>();
        Set<String> taken = new HashSet<>();
        later.themes().forEach((key, theme) -> {
            Themed old = earlier.themes().get(key);
            if (old != null && isSame(old, theme)) {
                match.put(key, key);
                taken.add(key);
            }
        });
        for (Pair pair : pairs()) {
            if (!match.containsKey(pair.later()) && !taken.contains(pair.earlier())) {
                match.put(pair.later(), pair.earlier());
                taken.add(pair.earlier());
            }
        }
        return match;
    }

    private static boolean isSame(Themed old, Themed theme) {
        return old.headline().equals(theme.headline())
                || old.answers().isEmpty()
                || theme.answers().isEmpty()
                || overlap(old.answers(), theme.answers()) >= LEAST_OVERLAP;
    }

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        later.themes()
                .forEach((key, theme) -> earlier.themes().forEach((oldKey, old) -> {
                    double overlap = overlap(old.answers(), theme.answers());
                    if (old.question().equals(theme.question()) && overlap >= LEAST_OVERLAP) {
                        pairs.add(new Pair(key, oldKey, overlap));
                    }
                }));
        pairs.sort(Comparator.comparingDouble((Pair pair) -> -pair.overlap())
                .thenComparing(Pair::later)
                .thenComparing(Pair::earlier));
        return pairs;
    }

    private static double overlap(Set<AnswerKey> one, Set<AnswerKey> other) {
        Set<AnswerKey> smaller = one.size() < other.size() ? one : other;
        Set<AnswerKey> larger = one.size() < other.size() ? other : one;
        long both = smaller.stream().filter(larger::contains).count();
        long all = one.size() + other.size() - both;
        return all == 0 ? 0 : (double) both / all;
    }
}
