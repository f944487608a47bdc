package org.folkmoot.text.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs work on ranges of indices on a fixed number of threads.
final class Parallel {
    @FunctionalInterface
    interface Range {
        void run(int from, int to);
    }

    private static final int CHUNK = 2048;

    private Parallel() {}

    /// Covers `[0, n)` with disjoint ranges; the work on one must not depend on another.
    static void ranges(int n, int threads, Range work) {
        chunks(n, CHUNK, threads, work);
    }

    /// The same, range by range of `chunk` indices.
    static void chunks(int n, int chunk, int threads, Range work) {
        if (threads == 1 || n <= chunk) {
            for (int from = 0; from < n; from += chunk) {
                work.run(from, Math.min(n, from + chunk));
            }
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> parts = new ArrayList<>();
            for (int from = 0; from < n; from += chunk) {
                int begin = from;
                parts.add(pool.submit(() -> work.run(begin, Math.min(n, begin + chunk))));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("grouping duplicates failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("grouping duplicates was interrupted");
        }
    }
}
