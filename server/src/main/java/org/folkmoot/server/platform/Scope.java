package org.folkmoot.server.platform;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Which consultations the database shows to the code that runs now.
///
/// Every transaction tells PostgreSQL the scope it runs in, and row-level security hides everything else. Outside any
/// scope nothing is shown.
///
/// @param consultations ids
public record Scope(Set<Long> consultations) {
    private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();
    private static final Scope NOTHING = new Scope(Set.of());

    public Scope {
        consultations = Set.copyOf(consultations);
    }

    /// Exactly one consultation, for a job.
    public static Scope of(long consultation) {
        return new Scope(Set.of(consultation));
    }

    static Scope current() {
        return CURRENT.orElse(NOTHING);
    }

    /// Runs work in this scope.
    public <T> T call(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /// Runs work in this scope.
    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /// Runs work that may fail in a checked way, as a filter chain does.
    ///
    /// @param <E> how it may fail
    public <E extends Exception> void attempt(Attempt<E> work) throws E {
        ScopedValue.where(CURRENT, this).<Void, E>call(() -> {
            work.run();
            return null;
        });
    }

    /// Work that may fail in a checked way.
    ///
    /// @param <E> how
    @FunctionalInterface
    public interface Attempt<E extends Exception> {
        void run() throws E;
    }

    /// As PostgreSQL writes an array.
    String literal() {
        return new TreeSet<>(consultations).stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
