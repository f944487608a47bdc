package org.folkmoot.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// The time of day of a test: the machine's, ahead by what the test says.
public final class TestClock implements InstantSource {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead.get());
    }

    /// Moves it on.
    public void advance(Duration time) {
        ahead.updateAndGet(before -> before.plus(time));
    }
}
