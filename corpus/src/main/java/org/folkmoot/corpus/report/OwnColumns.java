package org.folkmoot.corpus.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Decides which groups of respondents have a column of their own in a table of themes.
///
/// The eight largest of at least ten answers have. All others stand together with the answers of unknown group; where
/// these would be fewer than ten, the smallest group that has its own column joins them, and so on.
public final class OwnColumns {
    private static final int SMALLEST = 10;
    private static final int MOST = 8;

    private OwnColumns() {}

    /// For each group whether it has its own column: by its answers and its label alone, in whatever order groups come.
    ///
    /// @param labels all different
    /// @param bases answers of each group
    /// @param all answers, those of unknown group included
    public static boolean[] of(List<String> labels, int[] bases, int all) {
        List<Integer> bySize = IntStream.range(0, bases.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> -bases[i]).thenComparing(labels::get))
                .toList();
        boolean[] own = new boolean[bases.length];
        int shown = 0;
        int rest = all;
        while (shown < Math.min(MOST, bases.length) && bases[bySize.get(shown)] >= SMALLEST) {
            own[bySize.get(shown)] = true;
            rest -= bases[bySize.get(shown)];
            shown++;
        }
        while (shown > 0 && rest > 0 && rest < SMALLEST) {
            shown--;
            own[bySize.get(shown)] = false;
            rest += bases[bySize.get(shown)];
        }
        return own;
    }
}
