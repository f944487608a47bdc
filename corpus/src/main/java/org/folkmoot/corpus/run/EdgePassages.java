package org.folkmoot.corpus.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.folkmoot.text.Passage;
import org.folkmoot.text.code.Codings;

/// The passages at which a coder was least sure of a theme.
record EdgePassages(Bench bench, Codings codings) {
    List<Bench.Ranked> of(int theme, int most) {
        List<Integer> unsure = IntStream.range(0, codings.size())
                .filter(i -> codings.theme(i) == theme)
                .boxed()
                .sorted(Comparator.comparingDouble(codings::confidence))
                .toList();
        List<Bench.Ranked> edge = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i : unsure) {
            int[] row = bench.rowsOf(List.of(new Passage(codings.answer(i), codings.span(i))));
            if (edge.size() < most && row.length > 0 && seen.add(bench.words(row[0]))) {
                edge.add(bench.ranked(row[0], codings.confidence(i)));
            }
        }
        return edge;
    }
}
