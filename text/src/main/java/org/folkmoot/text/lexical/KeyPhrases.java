package org.folkmoot.text.lexical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.text.Span;
import org.folkmoot.text.privacy.RedactionMarks;

/// The phrases of one to three words that set each group of texts apart from the others.
///
/// Score of a phrase in a group: `tf * ln(1 + a / f) * sqrt(s)`, tf = its share of the group's words, f = its number in
/// all groups, s = the share of these in the group, a = mean number of words of a group (c-TF-IDF, but for s:
/// M. Grootendorst (2022), BERTopic, arXiv:2203.05794, formula 2),
/// longer phrases favoured where they are as frequent; chosen by maximal marginal relevance, so that phrases of one
/// group share no content word where others are to be had. A phrase begins and ends with a content word and does not
/// cross punctuation; words that tell a story along ("said", "year") and marks of redaction are no content words. Cost:
/// linear in the words.
public final class KeyPhrases {
    private static final int LONGEST = 3;
    private static final int POOL = 30;
    private static final double DIVERSITY = 0.6;

    /// English words that tell a story along or weigh an opinion, and so name no subject.
    private static final Set<String> PALE = Set.of("""
            said ask asked asking tell told put took taken take went gone come came year years month months week weeks day
            days time times first last next new old two three four five six seven eight nine ten thing nobody none anyway
            actually already ago mean means meant think thought believe feel felt want wanted look looked looking find found
            good better best bad worse worst great little big long able least less fewer lots bit way ways kind sort
            agree agreed disagree disagreed depends unsure okay yes sure sorry thank thanks
            """.strip().split("\\s+", -1));

    private final StopWords stopWords;

    public KeyPhrases(StopWords stopWords) {
        this.stopWords = stopWords;
    }

    /// For each group the best phrases, as most often written, best first; fewer where the texts are few.
    ///
    /// @param group of each text, 0 … `groups - 1`, or negative for none
    /// @param each how many phrases are wished for
    public List<List<String>> of(List<String> texts, int[] group, int groups, int each) {
        if (group.length != texts.size()) {
            throw new IllegalArgumentException(
                    "groups must be as many as texts: " + group.length + ", " + texts.size());
        }
        List<Map<String, Count>> counts = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            counts.add(new LinkedHashMap<>());
        }
        double[] words = new double[groups];
        for (int i = 0; i < texts.size(); i++) {
            if (group[i] >= 0) {
                words[group[i]] += count(texts.get(i), counts.get(group[i]));
            }
        }
        Map<String, Integer> everywhere = new HashMap<>();
        counts.forEach(map -> map.forEach((phrase, count) -> everywhere.merge(phrase, count.number, Integer::sum)));
        double mean = Arrays.stream(words).average().orElse(0);
        List<List<String>> result = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            result.add(best(counts.get(g), words[g], mean, everywhere, each));
        }
        return result;
    }

    private static List<String> best(
            Map<String, Count> counts, double words, double mean, Map<String, Integer> everywhere, int each) {
        List<Scored> pool = counts.entrySet().stream()
                .map(e -> score(e.getKey(), e.getValue(), words, mean, everywhere.getOrDefault(e.getKey(), 1)))
                .sorted(Comparator.comparingDouble((Scored s) -> -s.score).thenComparing(Scored::phrase))
                .limit(POOL)
                .toList();
        List<Scored> chosen = new ArrayList<>();
        while (chosen.size() < each && chosen.size() < pool.size()) {
            Scored next = pool.stream()
                    .filter(s -> !chosen.contains(s))
                    .max(Comparator.comparingDouble((Scored s) -> marginal(s, chosen, pool.getFirst().score)))
                    .orElseThrow();
            chosen.add(next);
        }
        return chosen.stream().map(s -> s.count.surface()).toList();
    }

    private static Scored score(String phrase, Count count, double words, double mean, int everywhere) {
        int length = phrase.split(" ", -1).length;
        // What one text alone says is no phrase of the group, unless there is nothing else.
        double favour = count.number > 1 ? length : 0.1;
        double score = count.number
                / words
                * Math.log(1 + mean / everywhere)
                * favour
                * Math.sqrt((double) count.number / everywhere);
        return new Scored(phrase, count, score);
    }

    private static double marginal(Scored s, List<Scored> chosen, double most) {
        double overlap = chosen.stream()
                .mapToDouble(c -> overlap(s.phrase, c.phrase))
                .max()
                .orElse(0);
        return (1 - DIVERSITY) * s.score / most - DIVERSITY * overlap;
    }

    /// Share of the shorter phrase's words that begin like one of the other's.
    private static double overlap(String a, String b) {
        Set<String> left = stems(a);
        Set<String> right = stems(b);
        Set<String> both = new HashSet<>(left);
        both.retainAll(right);
        return (double) both.size() / Math.min(left.size(), right.size());
    }

    private static Set<String> stems(String phrase) {
        Set<String> stems = new HashSet<>();
        for (String word : phrase.split(" ", -1)) {
            stems.add(word.length() > 5 ? word.substring(0, 5) : word);
        }
        return stems;
    }

    /// Counts the phrases of one text, each once; returns the number of its content words.
    private int count(String text, Map<String, Count> counts) {
        Tokens tokens = Tokens.of(text);
        List<Span> redacted = RedactionMarks.find(text);
        Set<String> seen = new HashSet<>();
        int content = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (!isContent(tokens, i, redacted)) {
                continue;
            }
            content++;
            StringBuilder phrase = new StringBuilder();
            for (int j = i; j < Math.min(tokens.size(), i + LONGEST); j++) {
                if (j > i
                        && !isJoined(
                                text, tokens.span(j - 1).end(), tokens.span(j).start())) {
                    break;
                }
                String word = tokens.word(j);
                phrase.append(j > i ? " " : "").append(word);
                if (isContent(tokens, j, redacted) && seen.add(phrase.toString())) {
                    String surface = text.substring(
                            tokens.span(i).start(), tokens.span(j).end());
                    counts.computeIfAbsent(phrase.toString(), _ -> new Count()).add(surface);
                }
            }
        }
        return content;
    }

    private boolean isContent(Tokens tokens, int i, List<Span> redacted) {
        return isContent(tokens.word(i)) && redacted.stream().noneMatch(tokens.span(i)::overlaps);
    }

    private boolean isContent(String word) {
        return word.length() > 2
                && !stopWords.contains(word)
                && !PALE.contains(word)
                && !Character.isDigit(word.charAt(0));
    }

    private static boolean isJoined(String text, int end, int start) {
        return start - end == 1 && (text.charAt(end) == ' ' || text.charAt(end) == '-');
    }

    private record Scored(String phrase, Count count, double score) {}

    /// How often a phrase occurs, and in which spellings.
    private static final class Count {
        private int number;
        private final Map<String, Integer> surfaces = new LinkedHashMap<>();

        void add(String surface) {
            number++;
            if (surfaces.size() < 8 || surfaces.containsKey(surface)) {
                surfaces.merge(surface, 1, Integer::sum);
            }
        }

        String surface() {
            return surfaces.entrySet().stream()
                    .max(Comparator.comparingInt((Map.Entry<String, Integer> e) -> e.getValue())
                            .thenComparing(e -> e.getKey(), Comparator.reverseOrder()))
                    .orElseThrow()
                    .getKey();
        }
    }
}
