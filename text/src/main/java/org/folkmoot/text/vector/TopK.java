package org.folkmoot.text.vector;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.jspecify.annotations.Nullable;

/// Exact nearest neighbours by dot product: cosine where rows have unit length.
///
/// Cost O(n·m·d) for n queries among m rows, plus O(k) for each entry into a list; memory O(n·k). Ties go to the
/// lower index. The same bytes on any number of threads.
public final class TopK {
    private TopK() {}

    /// The `k` rows of `rows` with the highest dot product with each row of `queries`.
    ///
    /// @param k at least 1
    public static Neighbours of(Vectors queries, Vectors rows, int k, Crew crew, Progress progress) {
        return search(queries, rows, k, null, crew, progress);
    }

    /// The `k` nearest other rows of each row.
    ///
    /// @param k at least 1
    public static Neighbours within(Vectors rows, int k, Crew crew, Progress progress) {
        return within(rows, IntStream.range(0, rows.rows()).toArray(), k, crew, progress);
    }

    /// The `k` nearest rows of other groups of each row.
    ///
    /// @param group of each row, any numbers
    /// @param k at least 1
    public static Neighbours within(Vectors rows, int[] group, int k, Crew crew, Progress progress) {
        if (group.length != rows.rows()) {
            throw new IllegalArgumentException("groups must be as many as rows, " + rows.rows() + ": " + group.length);
        }
        return search(rows, rows, k, group, crew, progress);
    }

    private static Neighbours search(
            Vectors queries, Vectors rows, int k, int @Nullable [] group, Crew crew, Progress progress) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1: " + k);
        }
        Similarities.check(queries, rows);
        Neighbours result = Neighbours.none(queries.rows(), k);
        var panels = ThreadLocal.withInitial(() -> new Panel(queries.dimension()));
        crew.run("finding neighbours", Math.ceilDiv(queries.rows(), Panel.WIDTH), progress, block -> {
            int from = block * Panel.WIDTH;
            int to = Math.min(queries.rows(), from + Panel.WIDTH);
            Panel panel = panels.get();
            panel.fill(queries, from, to);
            float[] least = new float[Panel.WIDTH];
            Arrays.fill(least, 0, to - from, Float.NEGATIVE_INFINITY);
            Arrays.fill(least, to - from, Panel.WIDTH, Float.POSITIVE_INFINITY);
            for (int row = 0; row < rows.rows(); row += Panel.GROUP) {
                int end = Math.min(rows.rows(), row + Panel.GROUP);
                float[][] dots = panel.dots(rows, row, end);
                for (int r = row; r < end; r++) {
                    offer(dots[r - row], least, r, group, from, result);
                }
            }
        });
        return result;
    }

    /// Offers row `row` to every query of the panel, but for those of its own group.
    private static void offer(
            float[] dots, float[] least, int row, int @Nullable [] group, int from, Neighbours result) {
        for (int j = 0; j < Panel.WIDTH; j++) {
            if (dots[j] > least[j] && (group == null || group[from + j] != group[row])) {
                least[j] = result.offer(from + j, row, dots[j]);
            }
        }
    }
}
