package org.folkmoot.corpus;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.theme.Theme;

/// How many submissions, and how many distinct texts among them, carry each theme of one question.
///
/// A submission carries a theme if one of its passages is coded to it or to one of its sub-themes. It is counted once
/// a theme however many of its passages carry it, and once for each of the themes it carries.
public final class ThemeCounts {
    private final BitSet[] answers;
    private final int[] distinct;

    private ThemeCounts(BitSet[] answers, int[] distinct) {
        this.answers = answers;
        this.distinct = distinct;
    }

    /// Counts all codings of a question, in time linear in their number.
    public static ThemeCounts of(QuestionAnalysis question) {
        List<Theme> themes = question.themes();
        int[] parent = parents(themes);
        BitSet[] answers = new BitSet[themes.size()];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = new BitSet();
        }
        Codings codings = question.codings();
        for (int i = 0; i < codings.size(); i++) {
            for (int theme = codings.theme(i); theme >= 0; theme = parent[theme]) {
                answers[theme].set(codings.answer(i));
            }
        }
        int[] distinct = new int[answers.length];
        BitSet seen = new BitSet();
        for (int i = 0; i < answers.length; i++) {
            seen.clear();
            answers[i].stream()
                    .map(question.distinctText()::get)
                    .filter(text -> text >= 0)
                    .forEach(seen::set);
            distinct[i] = seen.cardinality();
        }
        return new ThemeCounts(answers, distinct);
    }

    private static int[] parents(List<Theme> themes) {
        Map<String, Integer> index = new HashMap<>();
        int[] parent = new int[themes.size()];
        for (int i = 0; i < parent.length; i++) {
            String above = themes.get(i).parent();
            // Only a theme that stands before it can be a parent, so no cycle can arise here.
            parent[i] = above == null ? -1 : index.getOrDefault(above, -1);
            index.put(themes.get(i).id(), i);
        }
        return parent;
    }

    /// The number of submissions that carry theme `theme` or a sub-theme of it.
    public int submissions(int theme) {
        return answers[theme].cardinality();
    }

    /// The number of (nearly) different texts among these submissions.
    public int distinctTexts(int theme) {
        return distinct[theme];
    }

    /// The indices of these submissions' responses.
    public BitSet answers(int theme) {
        return (BitSet) answers[theme].clone();
    }
}
