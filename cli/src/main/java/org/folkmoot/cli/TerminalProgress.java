package org.folkmoot.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.folkmoot.text.Progress;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/// Shows on the terminal how far the work has come, with an estimate of what is left, and stops it when the user
/// presses Ctrl-C.
///
/// Where the output is no terminal, each stage is one line. On Ctrl-C the next call of `at` throws, the work
/// unwinds and tidies up, and only then does the process end; a second Ctrl-C ends it at once. The signal is
/// handled here and not in a shutdown hook, because hooks run side by side, and that of ONNX Runtime takes its
/// memory away from work that still goes on.
final class TerminalProgress implements Progress, AutoCloseable {
    /// Columns of a terminal that a bar takes.
    ///
    /// They are stated because the library, to find the width by itself, would take over the handling of
    /// Ctrl-C, which would then end the process with files half-written.
    private static final int WIDTH = 79;

    private final PrintWriter err;
    private final InstantSource clock;
    private final boolean terminal;
    private final Map<String, Object> handledBefore = new HashMap<>();
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
        for (String signal : List.of("INT", "TERM", "HUP")) {
            Object before = Signals.register(signal, this::stop);
            if (before != null) {
                handledBefore.put(signal, before);
            }
        }
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
                        .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
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
        handledBefore.forEach(Signals::unregister);
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

    private void stop() {
        if (stopped) {
            Runtime.getRuntime().halt(Folkmoot.STOPPED);
        }
        stopped = true;
        err.println("stopping …");
        err.flush();
    }
}
