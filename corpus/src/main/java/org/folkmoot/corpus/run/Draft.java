package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.text.theme.Theme;
import org.jspecify.annotations.Nullable;

/// Themes in their final order and numbering: most frequent first, parents before their children.
///
/// @param themes the codebook
/// @param placeOf for each theme of the codebook before ordering its index in `themes`
record Draft(List<Theme> themes, int[] placeOf) {

    /// Orders a codebook by how many responses carry each theme.
    ///
    /// @param carried per theme its own codings' responses; a parent's rank is that of it and its children together
    /// @param prefix new ids `prefix-01`, `prefix-01.1` are given; null to keep the ids people know
    static Draft ordered(List<Theme> themes, int[] carried, @Nullable String prefix) {
        Map<String, Integer> index = new HashMap<>();
        for (int t = 0; t < themes.size(); t++) {
            index.put(themes.get(t).id(), t);
        }
        long[] weight = new long[themes.size()];
        List<List<Integer>> children = new ArrayList<>();
        List<Integer> tops = new ArrayList<>();
        themes.forEach(_ -> children.add(new ArrayList<>()));
        for (int t = 0; t < themes.size(); t++) {
            weight[t] += carried[t];
            Integer parent = index.get(themes.get(t).parent());
            if (parent == null) {
                tops.add(t);
            } else {
                children.get(parent).add(t);
                weight[parent] += carried[t];
            }
        }
        Comparator<Integer> mostFrequent =
                Comparator.<Integer>comparingLong(t -> -weight[t]).thenComparingInt(t -> t);
        tops.sort(mostFrequent);
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

    private static Theme renamed(Theme theme, String id, @Nullable String parent) {
        return new Theme(id, theme.headline(), theme.description(), theme.keyPhrases(), parent, theme.examples());
    }
}
