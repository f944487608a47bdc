package org.folkmoot.text.duplicate;

import java.util.concurrent.atomic.AtomicIntegerArray;

/// Disjoint sets of the numbers below `n`, safe to join from several threads; the root of a set is its smallest
/// member, so the result does not depend on the order of joins.
final class DisjointSets {
    private final AtomicIntegerArray parent;

    DisjointSets(int n) {
        parent = new AtomicIntegerArray(n);
        for (int i = 0; i < n; i++) {
            parent.setPlain(i, i);
        }
    }

    int find(int i) {
        int at = i;
        int up = parent.get(at);
        while (up != at) {
            int above = parent.get(up);
            if (above != up) {
                parent.compareAndSet(at, up, above);
            }
            at = up;
            up = above;
        }
        return at;
    }

    void join(int a, int b) {
        while (true) {
            int x = find(a);
            int y = find(b);
            if (x == y || parent.compareAndSet(Math.max(x, y), Math.max(x, y), Math.min(x, y))) {
                return;
            }
        }
    }
}
