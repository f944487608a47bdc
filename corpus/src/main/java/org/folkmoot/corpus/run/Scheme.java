package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.folkmoot.text.code.Codings;
import org.folkmoot.text.theme.Theme;
import org.folkmoot.text.theme.ThemeTree;
import org.folkmoot.text.vector.Vectors;
import org.jspecify.annotations.Nullable;

/// The themes to code to, discovered or given by people.
///
/// @param themes parents and children, in any order
/// @param leaves indices of the themes without sub-themes: the machine codes to these alone, and what they carry
///     counts for their parents
/// @param centres direction of each leaf's passages, a zero row where none is known
/// @param prefix of new ids where the themes were discovered, null to keep the ids people know
/// @param mixed by theme index how it mixes for and against
record Scheme(
        List<Theme> themes,
        List<Integer> leaves,
        Vectors centres,
        @Nullable String prefix,
        Map<Integer, String> mixed) {
    /// Where a theme goes that is none.
    static final int NOWHERE = -1;

    /// How many examples a discovered theme is given in the codebook.
    private static final int EXAMPLES = 5;

    /// @param found by language, that of most answers first
    static Scheme discovered(List<Found> found, String questionId) {
        List<Theme> themes = new ArrayList<>();
        List<Integer> leaves = new ArrayList<>();
        List<float[]> centres = new ArrayList<>();
        Map<Integer, String> mixed = new HashMap<>();
        Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Found of : found) {
            ThemeTree tree = of.tree();
            List<Theme> codebook = tree.codebook(questionId + "-" + of.language(), of.passages(), EXAMPLES);
            for (int n = 0; n < codebook.size(); n++) {
                String how = tree.nodes().get(n).mixed();
                if (how != null) {
                    mixed.put(themes.size(), how);
                }
                if (!tree.isParent(n)) {
                    leaves.add(themes.size());
                    centres.add(of.centre(n));
                }
                themes.add(named(codebook.get(n), taken).in(List.of(of.language())));
            }
        }
        int dimension = found.getFirst().vectors().dimension();
        return new Scheme(themes, leaves, rows(centres, dimension), questionId, mixed);
    }

    private static Vectors rows(List<float[]> centres, int dimension) {
        Vectors rows = Vectors.zeros(centres.size(), dimension);
        for (int i = 0; i < centres.size(); i++) {
            System.arraycopy(centres.get(i), 0, rows.values(), i * dimension, dimension);
        }
        return rows;
    }

    /// Gives a theme of which no sentence may be quoted a headline that quotes nobody, and numbers a headline that
    /// another theme has: people tell themes apart by them.
    private static Theme named(Theme theme, Set<String> taken) {
        String own = !theme.headline().isBlank()
                ? theme.headline()
                : theme.keyPhrases().isEmpty() ? "No passage may be quoted" : String.join(", ", theme.keyPhrases());
        String headline = own;
        for (int number = 2; !taken.add(headline); number++) {
            headline = own + " (" + number + ")";
        }
        return new Theme(
                theme.id(), headline, theme.description(), theme.keyPhrases(), theme.parent(), theme.examples());
    }

    /// The scheme in which some themes take in others.
    ///
    /// @param into for each theme the theme it goes into, itself if it stays, `NOWHERE` if it is dropped; a theme
    ///     that its sub-themes go into has none from then on
    /// @param weights of the centre of each theme
    Scheme joined(int[] into, int[] weights) {
        List<Theme> staying = new ArrayList<>();
        int[] place = new int[into.length];
        Map<Integer, String> how = new HashMap<>();
        for (int t = 0; t < into.length; t++) {
            if (into[t] == t) {
                place[t] = staying.size();
                if (mixed.containsKey(t)) {
                    how.put(staying.size(), mixed.getOrDefault(t, ""));
                }
                staying.add(themes.get(t));
            }
        }
        if (staying.size() == into.length) {
            return this;
        }
        SortedMap<Integer, float[]> sums = new TreeMap<>();
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            int t = leaves.get(leaf);
            int end = t;
            while (end != NOWHERE && into[end] != end) {
                end = into[end];
            }
            if (end == NOWHERE) {
                continue;
            }
            float[] sum = sums.computeIfAbsent(place[end], _ -> new float[centres.dimension()]);
            for (int j = 0; j < sum.length; j++) {
                sum[j] += Math.max(1, weights[t]) * centres.at(leaf, j);
            }
        }
        List<float[]> joined = List.copyOf(sums.values());
        return new Scheme(staying, List.copyOf(sums.keySet()), rows(joined, centres.dimension()), prefix, how);
    }

    /// @param earlier by theme id passages that an earlier run coded to it; themes that have none lie where their words
    ///     and examples say
    static Scheme given(List<Theme> codebook, Map<String, List<String>> earlier, Engine engine) {
        Set<String> parents =
                codebook.stream().map(Theme::parent).map(String::valueOf).collect(Collectors.toSet());
        List<Integer> leaves = IntStream.range(0, codebook.size())
                .filter(t -> !parents.contains(codebook.get(t).id()))
                .boxed()
                .toList();
        return new Scheme(codebook, leaves, centres(codebook, leaves, earlier, engine), null, Map.of());
    }

    private static Vectors centres(
            List<Theme> codebook, List<Integer> leaves, Map<String, List<String>> earlier, Engine engine) {
        List<String> passages = new ArrayList<>();
        List<Integer> leafOf = new ArrayList<>();
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            for (String passage :
                    earlier.getOrDefault(codebook.get(leaves.get(leaf)).id(), List.of())) {
                passages.add(passage);
                leafOf.add(leaf);
            }
        }
        Vectors vectors = engine.transformer().embed(passages, engine.progress());
        int d = engine.transformer().dimension();
        Vectors centres = Vectors.zeros(leaves.size(), d);
        for (int i = 0; i < passages.size(); i++) {
            for (int j = 0; j < d; j++) {
                centres.values()[leafOf.get(i) * d + j] += vectors.values()[i * d + j];
            }
        }
        return centres;
    }

    List<Theme> leafThemes() {
        return leaves.stream().map(themes::get).toList();
    }

    /// The codebook in its final order, given the codings of all responses.
    ///
    /// @param codings `theme` is the index in `themes`
    Draft ordered(Codings codings) {
        return Draft.ordered(themes, codings, prefix);
    }

    /// For each leaf its index in `themes`.
    int[] places() {
        return leaves.stream().mapToInt(leaf -> leaf).toArray();
    }

    /// By id of the ordered codebook the direction of each leaf's passages, where known.
    Map<String, float[]> centres(Draft draft) {
        Map<String, float[]> byId = new HashMap<>();
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            float[] centre = centres.row(leaf);
            if (IntStream.range(0, centre.length).anyMatch(j -> centre[j] != 0)) {
                byId.put(draft.themes().get(draft.placeOf()[leaves.get(leaf)]).id(), centre);
            }
        }
        return byId;
    }

    /// By id of the ordered codebook how a theme mixes for and against.
    Map<String, String> mixed(Draft draft) {
        Map<String, String> byId = new HashMap<>();
        mixed.forEach((theme, how) ->
                byId.put(draft.themes().get(draft.placeOf()[theme]).id(), how));
        return byId;
    }
}
