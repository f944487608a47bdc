package org.folkmoot.benchmarks.serve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.folkmoot.benchmarks.serve.Sights.Sight;

/// People at work at the same time, each asking for the next page when they have looked at the one before.
final class Walk {
    private final List<Team.Member> people;
    private final List<Sight> sights;
    private final Duration think;
    private final Times times = new Times();
    private final Map<String, String> failures = new ConcurrentHashMap<>();

    /// @param think how long a page is looked at on average; half to three halves of it, by chance
    Walk(List<Team.Member> people, List<Sight> sights, Duration think) {
        this.people = people;
        this.sights = sights;
        this.think = think;
    }

    /// Walks until the time is over. Everyone sees all that their role may before they see anything twice.
    Times run(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            Team.Member person = people.get(i);
            SplittableRandom random = new SplittableRandom(i);
            threads.add(Thread.ofVirtual().start(() -> go(person, random, end)));
        }
        threads.forEach(Walk::await);
        return times;
    }

    /// Every address once, by the first of the people; each has a time of its own.
    Times everything() {
        for (Sight sight : sights) {
            for (String path : sight.addresses()) {
                see(people.getFirst(), sight.at(path), path);
            }
        }
        return times;
    }

    /// One page after another, a page as often as asked for, by whoever of the people may see it.
    ///
    /// @param before is told of each page before it is asked for the first time
    /// @param after when it was asked for the last time
    Times oneByOne(int often, Consumer<Sight> before, Consumer<Sight> after) {
        for (Sight sight : sights) {
            List<Team.Member> may =
                    people.stream().filter(person -> may(person, sight)).toList();
            SplittableRandom random = new SplittableRandom(1);
            before.accept(sight);
            for (int i = 0; i < often; i++) {
                see(may.get(i % may.size()), sight, sight.pick(random));
            }
            after.accept(sight);
        }
        return times;
    }

    /// What came back that should not have, by what was asked for.
    Map<String, String> failures() {
        return Map.copyOf(failures);
    }

    private void go(Team.Member person, SplittableRandom random, long end) {
        List<Sight> mine = new ArrayList<>(
                sights.stream().filter(sight -> may(person, sight)).toList());
        rest(random, end);
        while (System.nanoTime() < end) {
            Collections.shuffle(mine, new Random(random.nextLong()));
            for (Sight sight : mine) {
                if (System.nanoTime() > end) {
                    return;
                }
                see(person, sight, sight.pick(random));
                rest(random, end);
            }
        }
    }

    private boolean may(Team.Member person, Sight sight) {
        boolean administers = person.equals(people.getFirst()) && sight.roles().contains("administrator");
        return administers || sight.roles().contains(person.role());
    }

    private void rest(SplittableRandom random, long end) {
        if (!think.isZero()) {
            long pause = (long) (think.toNanos() * (0.5 + random.nextDouble()));
            LockSupport.parkNanos(Math.min(pause, Math.max(0, end - System.nanoTime())));
        }
    }

    private void see(Team.Member person, Sight sight, String path) {
        try {
            Browser.Answer answer = sight.isApi() && !sight.name().equals("/api/openapi.json")
                    ? person.browser().api(path)
                    : person.browser().get(path);
            times.add(sight.name(), answer.nanos());
            if (!isFine(sight, answer)) {
                failures.put(sight.name(), answer.status() + " " + answer.location() + " for " + path);
            }
        } catch (RuntimeException e) {
            failures.put(sight.name(), e + " for " + path);
        }
    }

    /// A link that was used already says so with a status of its own, a sample has nothing to adjudicate yet, no row
    /// was excluded, and an edit made meanwhile may stand on one that could be turned back before.
    private static boolean isFine(Sight sight, Browser.Answer answer) {
        boolean gone = answer.status() == 404 || answer.status() == 410 || answer.status() == 409;
        boolean mayBeGone = sight.name().contains("{token}")
                || sight.name().contains("adjudicat")
                || sight.name().contains("/turn?")
                || sight.name().contains("/excluded?");
        return answer.status() == 200
                || answer.status() == 204
                || (answer.status() == 303 && !answer.location().startsWith("/sign-in"))
                || (gone && mayBeGone);
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
