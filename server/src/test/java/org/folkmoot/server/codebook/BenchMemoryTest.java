package org.folkmoot.server.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class BenchMemoryTest {
    private final BenchMemory<String> memory = new BenchMemory<>(10, String::length);
    private final List<Long> read = new ArrayList<>();

    private String ask(long run, int size) {
        return memory.of(run, asked -> {
            read.add(asked);
            return "x".repeat(size);
        });
    }

    @Test
    void longestUnaskedMakesRoom() {
        ask(1, 4);
        ask(2, 4);
        ask(1, 4);
        ask(3, 4);
        ask(1, 4);
        ask(2, 4);
        assertThat(read).containsExactly(1L, 2L, 3L, 2L);
    }

    @Test
    void largerThanAllRoomIsHeldAlone() {
        ask(1, 4);
        ask(2, 50);
        ask(2, 50);
        ask(1, 4);
        assertThat(read).containsExactly(1L, 2L, 1L);
    }

    @Test
    void readingThatFailsIsTriedAgain() {
        assertThatThrownBy(() -> memory.of(1, _ -> {
                    throw new IllegalStateException("the database is away");
                }))
                .hasMessage("the database is away");
        assertThat(ask(1, 4)).isEqualTo("xxxx");
    }

    @Test
    void whoAsksForAnotherDoesNotWait() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> slow = people.submit(() -> memory.of(1, _ -> {
                begun.countDown();
                awaits(go);
                return "slow";
            }));
            begun.await();
            assertThat(ask(2, 4)).isEqualTo("xxxx");
            Future<String> same = people.submit(() -> memory.of(1, _ -> "read twice"));
            go.countDown();
            assertThat(slow.get()).isEqualTo("slow");
            assertThat(same.get()).isEqualTo("slow");
        }
    }

    private static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
