package org.folkmoot.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.folkmoot.text.Progress;
import org.jspecify.annotations.Nullable;

/// Shows on the terminal how far the work has come, with an estimate of what is left, and stops it when the user
/// presses Ctrl-C.
///
/// Where the output is no terminal, each stage is one line. On Ctrl-C the next call of `at` throws, the work unwinds
/// and tidies up, and only then does the process end.
final class TerminalProgress implements Progress, AutoCloseable {
    private final PrintWriter err;
    private final InstantSource clock;
    private final boolean terminal;
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread onInterrupt = new Thread(this::stopAndWait, "stop");
    private volatile boolean stopped;
    private String stage = "";
    private long stageBegan;
    private @Nullable ProgressBar bar;
    private final SortedMap<String, String> timings = new TreeMap<>();

    @SuppressWarnings("SystemConsoleNull") // JDK 25 returns null again where there is no terminal
    TerminalProgress(PrintWriter err, InstantSource clock) {
        this.err = err;
        this.clock = clock;
        Console console = System.console();
        this.terminal = console != null && console.isTerminal();
        Runtime.getRuntime().addShutdownHook(onInterrupt);
    }

    @Override
    public void at(String newStage, long done, long total) {
        if (stopped) {
            throw new CancellationException("stopped by the user");
        }
        if (!newStage.equals(stage)) {
            endStage();
            stage = newStage;
            stageBegan = clock.millis();
            if (terminal) {
                bar = new ProgressBarBuilder()
                        .setTaskName(newStage)
                        .setInitialMax(total == 0 ? -1 : total)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(250)
                        .build();
            }
        }
        if (bar != null) {
            bar.maxHint(total == 0 ? -1 : total);
            bar.stepTo(done);
        }
    }

    /// How long each finished stage took, in the order of the stages.
    SortedMap<String, String> timings() {
        endStage();
        return Collections.unmodifiableSortedMap(timings);
    }

    @Override
    public void close() {
        endStage();
        finished.countDown();
        if (!stopped) {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        }
    }

    private void endStage() {
        if (!stage.isEmpty()) {
            Duration took = Duration.ofMillis(clock.millis() - stageBegan);
            String seconds = "%d.%d".formatted(took.toSeconds(), took.toMillisPart() / 100);
            timings.put("%02d %s".formatted(timings.size() + 1, stage), seconds + " s");
            if (bar == null) {
                err.println(stage + ": " + seconds + " s");
                err.flush();
            }
        }
        if (bar != null) {
            bar.close();
            bar = null;
        }
        stage = "";
    }

    private void stopAndWait() {
        stopped = true;
        try {
            boolean tidy = finished.await(20, TimeUnit.SECONDS);
            if (!tidy) {
                err.println("folkmoot: could not stop tidily within 20 seconds");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
