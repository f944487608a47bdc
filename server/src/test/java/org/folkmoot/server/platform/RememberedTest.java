package org.folkmoot.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class RememberedTest {
    private final Remembered<String, Integer> remembered = new Remembered<>(2);
    private final AtomicInteger made = new AtomicInteger();

    @AfterEach
    void outsideTransactions() {
        TransactionSynchronizationManager.clear();
    }

    private int ask(String key, String stamp) {
        return remembered.of(key, stamp, made::incrementAndGet);
    }

    @Test
    void isMadeOnceAsLongAsItsStampStays() {
        assertThat(ask("a", "1")).isEqualTo(1);
        assertThat(ask("a", "1")).isEqualTo(1);
        assertThat(ask("a", "2")).isEqualTo(2);
    }

    @Test
    void longestUnaskedIsGivenUp() {
        ask("a", "1");
        ask("b", "1");
        ask("a", "1");
        ask("c", "1");
        assertThat(ask("a", "1")).isEqualTo(1);
        assertThat(ask("b", "1")).isEqualTo(4);
    }

    @Test
    void keepsNoMoreThanThereIsRoomFor() {
        Remembered<String, String> texts = new Remembered<>(10L, String::length);
        texts.of("a", "1", () -> "aaaaa");
        texts.of("b", "1", () -> "bbbbb");
        texts.of("c", "1", () -> "cc");
        texts.of("too large", "1", () -> "x".repeat(11));
        assertThat(texts.of("a", "1", () -> "made anew")).isEqualTo("made anew");
        assertThat(texts.of("b", "1", () -> "made anew")).isEqualTo("made anew");
        assertThat(texts.of("too large", "1", () -> "y")).isEqualTo("y");
    }

    @Test
    void whatATransactionThatWritesMadeIsNotRemembered() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        assertThat(ask("a", "1")).isEqualTo(1);
        TransactionSynchronizationManager.setCurrentTransactionReadOnly(true);
        assertThat(ask("a", "1")).isEqualTo(2);
        TransactionSynchronizationManager.setCurrentTransactionReadOnly(false);
        assertThat(ask("a", "1"))
                .as("found, though not made, by one that writes")
                .isEqualTo(2);
    }
}
