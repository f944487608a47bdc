package org.folkmoot.benchmarks.serve;

import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// How long requests took, by what was asked for.
final class Times {
    private final Map<String, Queue<Long>> nanos = new ConcurrentHashMap<>();

    void add(String what, long took) {
        nanos.computeIfAbsent(what, _ -> new ConcurrentLinkedQueue<>()).add(took);
    }

    /// Quantiles in milliseconds; each is the time of a request that was made (nearest rank).
    record Line(int count, double p50, double p95, double p99, double most) {
        static Line of(Collection<Long> nanos) {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            return new Line(sorted.length, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
        }

        private static double at(long[] sorted, double share) {
            return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
        }

        String row(String name) {
            return "| %s | %d | %.0f | %.0f | %.0f | %.0f |".formatted(name, count, p50, p95, p99, most);
        }
    }

    /// By what was asked for, in the order of its name.
    Map<String, Line> lines() {
        Map<String, Line> lines = new TreeMap<>();
        nanos.forEach((what, took) -> lines.put(what, Line.of(took)));
        return lines;
    }

    /// Of all requests.
    Line together() {
        return Line.of(nanos.values().stream().flatMap(Collection::stream).toList());
    }
}
