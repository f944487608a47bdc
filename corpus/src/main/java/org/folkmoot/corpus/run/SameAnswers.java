package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.folkmoot.text.code.Codings;

/// Which themes of a scheme are one theme, because nearly the same answers carry them, and which are none.
///
/// Of two themes side by side that share most answers the larger takes in the smaller. A theme of which one sub-theme
/// holds nearly all answers has no sub-themes: they say nothing that it does not. A theme of another than the main
/// language that fewer than three answers carry is none: those answers are listed as what no theme covers.
final class SameAnswers {
    /// Share of the answers of two themes that carry both, from which they are one.
    private static final double SIBLINGS = 0.8;
    /// Share of a theme's answers in one sub-theme from which that is the theme itself.
    private static final double PARENT = 0.9;

    private static final int FEWEST_ANSWERS = 3;

    private final Scheme scheme;
    private final int[] into;
    private final BitSet[] answers;

    private SameAnswers(Scheme scheme, BitSet[] answers) {
        this.scheme = scheme;
        this.into = IntStream.range(0, answers.length).toArray();
        this.answers = answers;
    }

    /// The scheme without themes that are the same as another, or none: itself where there are none of these.
    ///
    /// @param main the language whose themes may be of any size
    /// @param codings to the themes without sub-themes, `theme` their index in `leaves`
    static Scheme joined(Scheme scheme, String main, Codings codings) {
        BitSet[] answers = new BitSet[scheme.themes().size()];
        Arrays.setAll(answers, _ -> new BitSet());
        for (int c = 0; c < codings.size(); c++) {
            answers[scheme.leaves().get(codings.theme(c))].set(codings.answer(c));
        }
        int[] counts = Arrays.stream(answers).mapToInt(BitSet::cardinality).toArray();
        int[] into = new SameAnswers(scheme, answers).into(main);
        return scheme.joined(into, counts);
    }

    /// For each theme the theme that takes it in, itself if it stays, -1 if it is none.
    private int[] into(String main) {
        Map<String, List<Integer>> below = new HashMap<>();
        for (int leaf : scheme.leaves()) {
            if (scheme.themes().get(leaf).takes(main) || answers[leaf].cardinality() >= FEWEST_ANSWERS) {
                below.computeIfAbsent(String.valueOf(scheme.themes().get(leaf).parent()), _ -> new ArrayList<>())
                        .add(leaf);
            } else {
                into[leaf] = Scheme.NOWHERE;
            }
        }
        below.values().forEach(this::join);
        for (int t = 0; t < into.length; t++) {
            if (scheme.leaves().contains(t)) {
                continue;
            }
            int parent = t;
            List<Integer> children = below.getOrDefault(scheme.themes().get(t).id(), List.of());
            if (children.isEmpty()) {
                into[t] = Scheme.NOWHERE;
            } else if (isOneOf(children)) {
                children.forEach(child -> into[child] = parent);
            }
        }
        return into;
    }

    private void join(List<Integer> siblings) {
        List<Integer> largest = siblings.stream()
                .sorted(Comparator.<Integer>comparingInt(t -> -answers[t].cardinality())
                        .thenComparingInt(t -> t))
                .toList();
        List<Integer> staying = new ArrayList<>();
        for (int theme : largest) {
            int same = staying.stream()
                    .filter(other -> share(both(theme, other), either(theme, other)) >= SIBLINGS)
                    .findFirst()
                    .orElse(theme);
            if (same == theme) {
                staying.add(theme);
            } else {
                into[theme] = same;
                answers[same].or(answers[theme]);
            }
        }
    }

    private boolean isOneOf(List<Integer> children) {
        BitSet all = new BitSet();
        children.forEach(child -> all.or(answers[child]));
        List<Integer> staying =
                children.stream().filter(child -> into[child] == child).toList();
        return staying.size() < 2
                || staying.stream().anyMatch(child -> share(answers[child].cardinality(), all.cardinality()) >= PARENT);
    }

    private int both(int one, int other) {
        BitSet both = (BitSet) answers[one].clone();
        both.and(answers[other]);
        return both.cardinality();
    }

    private int either(int one, int other) {
        BitSet either = (BitSet) answers[one].clone();
        either.or(answers[other]);
        return either.cardinality();
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
