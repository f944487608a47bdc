package org.folkmoot.server.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The last few things that were worked out from the database, each as good as long as its stamp stays the same.
///
/// A stamp is something cheap to read that changes with all that the thing was made of, and never comes back to what it
/// was. It must be read, in the scope of whoever asks, before the thing is made. What a transaction that writes
/// makes is handed out but not remembered: it may not be committed.
///
/// @param <K> what things go by
/// @param <V> things that nobody changes
public final class Remembered<K, V> {
    private final long room;
    private final ToLongFunction<V> size;
    private final Map<K, Stamped<V>> known = new LinkedHashMap<>(16, 0.75f, true);
    private long taken;

    /// @param most how many are kept; those asked for longest ago are given up first
    public Remembered(int most) {
        this(most, _ -> 1);
    }

    /// @param room in bytes for all that is kept; those asked for longest ago are given up first
    /// @param size about how many bytes one takes; one that takes more than all the room is not kept
    public Remembered(long room, ToLongFunction<V> size) {
        this.room = room;
        this.size = size;
    }

    private record Stamped<V>(Object stamp, V value, long size) {}

    /// The thing as it is now.
    ///
    /// @param make works it out; two who ask at the same time may both do so
    public V of(K key, Object stamp, Supplier<V> make) {
        synchronized (known) {
            Stamped<V> before = known.get(key);
            if (before != null && before.stamp().equals(stamp)) {
                return before.value();
            }
        }
        V made = make.get();
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            keep(key, new Stamped<>(stamp, made, size.applyAsLong(made)));
        }
        return made;
    }

    private void keep(K key, Stamped<V> stamped) {
        synchronized (known) {
            Stamped<V> before = known.remove(key);
            taken -= before == null ? 0 : before.size();
            if (stamped.size() <= room) {
                known.put(key, stamped);
                taken += stamped.size();
            }
            var oldest = known.values().iterator();
            while (taken > room && oldest.hasNext()) {
                taken -= oldest.next().size();
                oldest.remove();
            }
        }
    }
}
