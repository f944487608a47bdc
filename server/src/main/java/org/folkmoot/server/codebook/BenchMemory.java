package org.folkmoot.server.codebook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/// What is read once a run and then held in memory: as many as there is room for, those asked for longest ago given up
/// first.
///
/// Reading one takes seconds, and who asks for another does not wait for it; who asks for the same waits for the one
/// reading.
///
/// @param <V> a bench
final class BenchMemory<V> {
    private final long room;
    private final ToLongFunction<V> bytes;
    private final Map<Long, CompletableFuture<V>> held = new LinkedHashMap<>(16, 0.75f, true);

    /// @param room in bytes; one is held however large it is
    /// @param bytes how many one takes
    BenchMemory(long room, ToLongFunction<V> bytes) {
        this.room = room;
        this.bytes = bytes;
    }

    /// What belongs to a run.
    ///
    /// @param read brings it, in the thread of whoever asks for it first
    V of(long run, LongFunction<V> read) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> asked;
        synchronized (held) {
            asked = held.get(run);
            if (asked == null) {
                held.put(run, mine);
            }
        }
        if (asked != null) {
            try {
                return asked.join();
            } catch (CompletionException _) {
                // Whoever began to read it failed for reasons of their own.
                return of(run, read);
            }
        }
        try {
            V loaded = read.apply(run);
            mine.complete(loaded);
            makeRoom(run);
            return loaded;
        } catch (RuntimeException | Error e) {
            synchronized (held) {
                held.remove(run);
            }
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private void makeRoom(long latest) {
        synchronized (held) {
            long taken = held.values().stream().mapToLong(this::bytes).sum();
            var oldest = held.entrySet().iterator();
            while (taken > room && oldest.hasNext()) {
                Map.Entry<Long, CompletableFuture<V>> entry = oldest.next();
                if (entry.getKey() != latest && entry.getValue().isDone()) {
                    taken -= bytes(entry.getValue());
                    oldest.remove();
                }
            }
        }
    }

    private long bytes(CompletableFuture<V> future) {
        return future.state() == CompletableFuture.State.SUCCESS ? bytes.applyAsLong(future.resultNow()) : 0;
    }
}
