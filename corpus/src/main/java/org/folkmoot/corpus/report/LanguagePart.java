package org.folkmoot.corpus.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.folkmoot.corpus.AnswerStatus;
import org.folkmoot.corpus.QuestionAnalysis;
import org.folkmoot.text.Passage;
import org.folkmoot.text.code.Codings;

/// The answers in one language.
///
/// @param coded how many of them have a theme
/// @param quotes a few passages, empty for the language of most answers
public record LanguagePart(String tag, int answers, int coded, List<Quote> quotes) {
    private static final int MOST_QUOTES = 3;

    /// Most frequent first.
    static List<LanguagePart> of(QuestionAnalysis question, Publishable publishable, Quotes quotes) {
        BitSet coded = new BitSet();
        Codings codings = question.codings();
        for (int i = 0; i < codings.size(); i++) {
            coded.set(codings.answer(i));
        }
        Map<String, int[]> counts = new TreeMap<>();
        for (int i = 0; i < question.language().size(); i++) {
            if (question.status().get(i) == AnswerStatus.ANALYSED) {
                int[] count = counts.computeIfAbsent(question.language().get(i), _ -> new int[2]);
                count[0]++;
                count[1] += coded.get(i) ? 1 : 0;
            }
        }
        List<String> tags = new ArrayList<>(counts.keySet());
        tags.sort(Comparator.comparingInt(tag -> -counts.getOrDefault(tag, new int[2])[0]));
        Map<String, List<Quote>> shown =
                quotes(question, Set.copyOf(tags.subList(Math.min(1, tags.size()), tags.size())), publishable, quotes);
        return tags.stream()
                .map(tag -> {
                    int[] count = counts.getOrDefault(tag, new int[2]);
                    return new LanguagePart(tag, count[0], count[1], shown.getOrDefault(tag, List.of()));
                })
                .toList();
    }

    private static Map<String, List<Quote>> quotes(
            QuestionAnalysis question, Set<String> tags, Publishable publishable, Quotes quotes) {
        Map<String, List<Quote>> shown = new HashMap<>();
        Codings codings = question.codings();
        int last = -1;
        for (int i = 0; i < codings.size(); i++) {
            int answer = codings.answer(i);
            String tag = question.language().get(answer);
            if (answer != last && tags.contains(tag) && !tag.equals("und")) {
                List<Quote> ofTag = shown.computeIfAbsent(tag, _ -> new ArrayList<>());
                Passage passage = new Passage(answer, codings.span(i));
                if (ofTag.size() < MOST_QUOTES && publishable.allows(passage)) {
                    ofTag.add(quotes.of(passage, codings.confidence(i)));
                    last = answer;
                }
            }
        }
        return shown;
    }
}
