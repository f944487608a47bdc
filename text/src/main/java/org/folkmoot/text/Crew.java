package org.folkmoot.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// A number of threads that work through numbered tasks together, the calling thread among them.
///
/// The order in which tasks run is not fixed: a result is the same on any number of threads when each task
/// writes only its own part of it.
///
/// @param threads how many threads work at once, at least 1
public record Crew(int threads) {
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(200);

    public Crew {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1: " + threads);
        }
    }

    /// One thread per core.
    public static Crew ofAllCores() {
        return new Crew(Runtime.getRuntime().availableProcessors());
    }

    /// Runs `task` for 0 … `tasks` − 1 and returns when all are done.
    ///
    /// The first failure of any task stops the rest and is thrown here.
    public void run(int tasks, IntConsumer task) {
        run("", tasks, Progress.SILENT, task);
    }

    /// Runs `task` for 0 … `tasks` − 1, telling `progress` of tasks done; it may stop the work by throwing.
    public void run(String stage, int tasks, Progress progress, IntConsumer task) {
        var shift = new Shift(tasks, task);
        List<Thread> others = new ArrayList<>();
        for (int t = 1; t < Math.min(threads, tasks); t++) {
            others.add(Thread.ofPlatform().daemon().name("crew-" + t).start(() -> shift.work(_ -> {})));
        }
        IntConsumer report = done -> progress.at(stage, done, tasks);
        shift.work(report);
        for (Thread other : others) {
            shift.await(other, report);
        }
        shift.rethrow();
    }

    /// What the threads of one run share.
    private static final class Shift {
        private final int tasks;
        private final IntConsumer task;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Shift(int tasks, IntConsumer task) {
            this.tasks = tasks;
            this.task = task;
        }

        void work(IntConsumer report) {
            try {
                for (int i = next.getAndIncrement(); i < tasks && failure.get() == null; i = next.getAndIncrement()) {
                    task.accept(i);
                    report.accept(done.incrementAndGet());
                }
            } catch (Throwable e) {
                failure.compareAndSet(null, e);
            }
        }

        /// Waits until `other` has ended, whatever happens: no task may run on after `run` has returned.
        void await(Thread other, IntConsumer report) {
            boolean interrupted = false;
            for (boolean ended = false; !ended; ) {
                try {
                    ended = other.join(BETWEEN_REPORTS);
                    if (failure.get() == null) {
                        report.accept(done.get());
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                    failure.compareAndSet(null, new CancellationException("interrupted"));
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        void rethrow() {
            switch (failure.get()) {
                case null -> {}
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case Throwable e -> throw new IllegalStateException(e);
            }
        }
    }
}
