package org.folkmoot.server.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/// How often signing in may fail: ten times a quarter of an hour for one e-mail address, thirty times from one place.
///
/// Kept in memory, so that an attack writes nothing; a restart forgets it.
@Component
class SignInLimits {
    static final Duration SPAN = Duration.ofMinutes(15);
    static final int OF_EMAIL = 10;
    static final int OF_PLACE = 30;

    private static final int MOST_KEPT = 50_000;

    private final InstantSource clock;
    private final Map<String, Failures> failures = new HashMap<>();

    SignInLimits(InstantSource clock) {
        this.clock = clock;
    }

    /// @param since when the first of them happened
    private record Failures(Instant since, int count) {}

    /// Whether another attempt may be made.
    synchronized boolean allow(String email, String place) {
        return count(ofEmail(email)) < OF_EMAIL && count(ofPlace(place)) < OF_PLACE;
    }

    /// Whether another attempt may be made from a place, whoever makes it.
    synchronized boolean allowFrom(String place) {
        return count(ofPlace(place)) < OF_PLACE;
    }

    /// One attempt failed of which no e-mail address is known.
    synchronized void failedFrom(String place) {
        makeRoom();
        add(ofPlace(place));
    }

    /// One attempt failed.
    synchronized void failed(String email, String place) {
        makeRoom();
        add(ofEmail(email));
        add(ofPlace(place));
    }

    private void makeRoom() {
        if (failures.size() > MOST_KEPT) {
            failures.values().removeIf(this::isOver);
            if (failures.size() > MOST_KEPT) {
                failures.clear();
            }
        }
    }

    /// Somebody got in: what failed with this e-mail address before is forgotten, what failed from the place is not.
    synchronized void succeeded(String email) {
        failures.remove(ofEmail(email));
    }

    private void add(String key) {
        Failures before = failures.get(key);
        failures.put(
                key,
                before == null || isOver(before)
                        ? new Failures(clock.instant(), 1)
                        : new Failures(before.since(), before.count() + 1));
    }

    private int count(String key) {
        Failures before = failures.get(key);
        return before == null || isOver(before) ? 0 : before.count();
    }

    private boolean isOver(Failures before) {
        return !clock.instant().isBefore(before.since().plus(SPAN));
    }

    private static String ofEmail(String email) {
        return "e " + email.strip().toLowerCase(Locale.ROOT);
    }

    private static String ofPlace(String place) {
        return "p " + place;
    }
}
