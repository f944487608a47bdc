package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.theme.Theme;
import org.folkmoot.text.theme.ThemeTree;
import org.jspecify.annotations.Nullable;

/// Themes in their final order and numbering: most frequent first but `ThemeTree.OTHER` last, parents before their
/// children.
///
/// @param themes the codebook
/// @param placeOf for each theme of the codebook before ordering its index in `themes`
record Draft(List<Theme> themes, int[] placeOf) {

    /// Orders a codebook by how many responses carry each theme; one that carries several children of a parent counts
    /// once for the parent.
    ///
    /// @param codings of all responses, those of one response together; `theme` is the index in `themes`
    /// @param prefix new ids `prefix-01`, `prefix-01.1` are given; null to keep the ids people know
    static Draft ordered(List<Theme> themes, Codings codings, @Nullable String prefix) {
        Map<String, Integer> index = new HashMap<>();
        for (int t = 0; t < themes.size(); t++) {
            index.put(themes.get(t).id(), t);
        }
        int[] parents = new int[themes.size()];
        List<List<Integer>> children = new ArrayList<>();
        List<Integer> tops = new ArrayList<>();
        themes.forEach(_ -> children.add(new ArrayList<>()));
        for (int t = 0; t < themes.size(); t++) {
            Integer parent = index.get(themes.get(t).parent());
            parents[t] = parent == null ? -1 : parent;
            if (parent == null) {
                tops.add(t);
            } else {
                children.get(parent).add(t);
            }
        }
        int[] carried = carried(codings, parents);
        Comparator<Integer> mostFrequent =
                Comparator.<Integer>comparingInt(t -> -carried[t]).thenComparingInt(t -> t);
        // What speaks of nothing in particular comes last, however much there is of it.
        tops.sort(Comparator.comparing((Integer t) -> themes.get(t).headline().equals(ThemeTree.OTHER))
                .thenComparing(mostFrequent));
        List<Theme> ordered = new ArrayList<>();
        int[] placeOf = new int[themes.size()];
        int top = 0;
        for (int t : tops) {
            top++;
            Theme theme = themes.get(t);
            String id = prefix == null ? theme.id() : String.format(Locale.ROOT, "%s-%02d", prefix, top);
            placeOf[t] = ordered.size();
            ordered.add(renamed(theme, id, null));
            List<Integer> below = children.get(t);
            below.sort(mostFrequent);
            for (int b = 0; b < below.size(); b++) {
                Theme child = themes.get(below.get(b));
                placeOf[below.get(b)] = ordered.size();
                ordered.add(renamed(child, prefix == null ? child.id() : id + "." + (b + 1), id));
            }
        }
        return new Draft(ordered, placeOf);
    }

    private static int[] carried(Codings codings, int[] parents) {
        int[] carried = new int[parents.length];
        int[] last = new int[parents.length];
        Arrays.fill(last, -1);
        for (int i = 0; i < codings.size(); i++) {
            int answer = codings.answer(i);
            for (int theme = codings.theme(i); theme >= 0 && last[theme] != answer; theme = parents[theme]) {
                last[theme] = answer;
                carried[theme]++;
            }
        }
        return carried;
    }

    /// The codings with `theme` the index in the ordered codebook.
    Codings placed(Codings codings) {
        Codings.Builder placed = new Codings.Builder();
        for (int i = 0; i < codings.size(); i++) {
            placed.add(codings.answer(i), codings.span(i), placeOf[codings.theme(i)], codings.confidence(i));
        }
        return placed.build();
    }

    private static Theme renamed(Theme theme, String id, @Nullable String parent) {
        return new Theme(
                id,
                theme.headline(),
                theme.description(),
                theme.keyPhrases(),
                parent,
                theme.examples(),
                theme.languages());
    }
}
