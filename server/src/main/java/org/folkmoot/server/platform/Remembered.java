package org.folkmoot.server.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
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
    private final int most;
    private final Map<K, Stamped<V>> known = new LinkedHashMap<>(16, 0.75f, true);

    /// @param most how many are kept; those asked for longest ago are given up first
    public Remembered(int most) {
        this.most = most;
    }

    private record Stamped<V>(Object stamp, V value) {}

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
            synchronized (known) {
                known.put(key, new Stamped<>(stamp, made));
                if (known.size() > most) {
                    known.remove(known.keySet().iterator().next());
                }
            }
        }
        return made;
    }
}
