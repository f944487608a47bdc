package org.folkmoot.text.duplicate;

import org.folkmoot.text.Crew;

/// Work on the ranges of a long list of indices, shared out over a crew.
@FunctionalInterface
interface Ranges {
    int LENGTH = 2048;

    /// Works on `[from, to)`; what it does must not depend on another range.
    void work(int from, int to);

    /// Covers `[0, n)` with disjoint ranges.
    static void cover(int n, int threads, Ranges ranges) {
        new Crew(threads).run((n + LENGTH - 1) / LENGTH, k -> ranges.work(k * LENGTH, Math.min(n, (k + 1) * LENGTH)));
    }
}
