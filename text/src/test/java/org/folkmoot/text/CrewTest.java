package org.folkmoot.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrewTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void everyTaskRunsOnce(int threads) {
        var runs = new AtomicIntegerArray(1000);
        new Crew(threads).run(1000, runs::incrementAndGet);
        int[] expected = new int[1000];
        Arrays.fill(expected, 1);
        assertThat(runs).hasToString(Arrays.toString(expected));
    }

    @Test
    void progressIsHeardOnTheCallingThreadAndReachesTheTotalOnOneThread() {
        List<Long> heard = new ArrayList<>();
        Thread caller = Thread.currentThread();
        new Crew(1)
                .run(
                        "counting",
                        3,
                        (stage, done, total) -> {
                            assertThat(Thread.currentThread()).isSameAs(caller);
                            assertThat(stage + total).isEqualTo("counting3");
                            heard.add(done);
                        },
                        _ -> {});
        assertThat(heard).containsExactly(1L, 2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void failureOfATaskIsThrownAndStopsTheRest(int threads) {
        var runs = new AtomicIntegerArray(1_000_000);
        assertThatThrownBy(() -> new Crew(threads).run(1_000_000, i -> {
                    runs.incrementAndGet(i);
                    if (i == 10) {
                        throw new IllegalStateException("task 10");
                    }
                }))
                .hasMessage("task 10");
        assertThat(runs.get(999_999)).isZero();
    }

    @Test
    void failureOnAnotherThreadReachesTheCaller() {
        Thread caller = Thread.currentThread();
        assertThatThrownBy(() -> new Crew(2).run(2, _ -> {
                    if (Thread.currentThread().equals(caller)) {
                        LockSupport.parkNanos(50_000_000);
                    } else {
                        throw new AssertionError("elsewhere");
                    }
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("elsewhere");
    }

    @Test
    void listenerStopsTheWork() {
        assertThatThrownBy(() -> new Crew(2)
                        .run(
                                "",
                                1_000_000,
                                (_, _, _) -> {
                                    throw new CancellationException("stop");
                                },
                                _ -> {}))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void noTasksAndNoThreads() {
        new Crew(2).run(0, _ -> {
            throw new AssertionError("no task to run");
        });
        assertThatThrownBy(() -> new Crew(0)).hasMessage("threads must be at least 1: 0");
    }
}
