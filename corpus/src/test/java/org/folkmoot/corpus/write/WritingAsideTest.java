package org.folkmoot.corpus.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.folkmoot.corpus.LargeAnalysis;
import org.folkmoot.text.Crew;
import org.folkmoot.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingAsideTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatTheDiskRefusesIsToldByTheCaller(int threads) {
        assertThatThrownBy(() -> {
                    try (WritingAside aside = WritingAside.with(new Crew(threads), () -> {
                        throw new IOException("disk full");
                    })) {
                        aside.finish();
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
    }

    @Test
    void nothingIsWrittenAfterACallerThatBrokeOff() {
        CountDownLatch broken = new CountDownLatch(1);
        AtomicBoolean written = new AtomicBoolean();
        assertThatThrownBy(() -> {
                    try (WritingAside _ = WritingAside.with(new Crew(2), () -> {
                        awaitUninterrupted(broken);
                        written.set(true);
                    })) {
                        broken.countDown();
                        throw new CancellationException("stopped");
                    }
                })
                .hasMessage("stopped");
        assertThat(written).isTrue();
    }

    @Test
    void crewOfOneThatBrokeOffWritesNothing() {
        AtomicBoolean written = new AtomicBoolean();
        try (WritingAside _ = WritingAside.with(new Crew(1), () -> written.set(true))) {
            assertThat(written).isFalse();
        }
        assertThat(written).isFalse();
    }

    @Test
    void oneThreadAndTwoWriteTheSameBytes() {
        Map<String, String> one = hashes("one", 1);
        assertThat(one).containsKeys("results.xlsx", "answers.csv", "report/index.html");
        assertThat(hashes("two", 2)).isEqualTo(one);
    }

    private Map<String, String> hashes(String name, int threads) {
        Path out = folder.resolve(name);
        OutputFolder.at(out, false)
                .write(LargeAnalysis.of(50), new TreeMap<>(), Set.of(), new Crew(threads), Progress.SILENT);
        return FileHashes.present(out);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
