package org.folkmoot.benchmarks.serve;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The workbench as its user starts it, `./folkmoot serve`, and what it takes of the machine.
final class Served implements AutoCloseable {
    private static final Pattern COLLECTED = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\) ([\\d.]+)ms");

    private final Process process;
    private final BufferedReader out;
    private final Path home;
    private final String site;
    private final Duration started;

    private Served(Process process, BufferedReader out, Path home, String site, Duration started) {
        this.process = process;
        this.out = out;
        this.home = home;
        this.site = site;
        this.started = started;
    }

    /// Starts on `home` and waits for the first page.
    static Served start(Path launcher, Path home) {
        try {
            Files.createDirectories(home);
            ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "serve", "--port", "0");
            builder.environment().put("FOLKMOOT_HOME", home.toString());
            builder.environment()
                    .merge("FOLKMOOT_JAVA_OPTIONS", "-Xlog:gc:file=" + home.resolve("gc.log"), (a, b) -> a + " " + b);
            builder.redirectError(
                    ProcessBuilder.Redirect.appendTo(home.resolve("errors").toFile()));
            long start = System.nanoTime();
            Process process = builder.start();
            BufferedReader out = process.inputReader();
            String said = "Folkmoot is at ";
            String line = out.readLine();
            while (line != null && !line.startsWith(said)) {
                line = out.readLine();
            }
            if (line == null) {
                throw new IllegalStateException(
                        "the workbench did not start: " + Files.readString(home.resolve("errors")));
            }
            String site = line.substring(said.length());
            Browser.require(new Browser(site).get("/sign-in"), 200);
            return new Served(process, out, home, site, Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String site() {
        return site;
    }

    /// From now on what it says goes to the file of its errors: a pipe that nobody reads would stop it.
    void listen() {
        Thread.ofVirtual().start(() -> {
            try (BufferedWriter errors = Files.newBufferedWriter(home.resolve("errors"), StandardOpenOption.APPEND)) {
                out.transferTo(errors);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// From the command to the first page.
    Duration started() {
        return started;
    }

    /// The path of the first administrator's link, which it prints at its very first start.
    String invitation() {
        try {
            String line = out.readLine();
            while (line != null && !line.contains("/invitation/")) {
                line = out.readLine();
            }
            return Optional.ofNullable(line)
                    .map(found -> found.substring(found.indexOf("/invitation/")))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Processor time so far.
    ///
    /// @param workbench of the JVM
    /// @param database of PostgreSQL's processes that are alive
    record Spent(Duration workbench, Duration database) {
        static final Spent NONE = new Spent(Duration.ZERO, Duration.ZERO);

        Spent since(Spent before) {
            return new Spent(workbench.minus(before.workbench), database.minus(before.database));
        }

        Duration all() {
            return workbench.plus(database);
        }
    }

    Spent spent() {
        return new Spent(
                cpu(process.toHandle()),
                process.toHandle().descendants().map(Served::cpu).reduce(Duration.ZERO, Duration::plus));
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// The most memory that the JVM has held so far, heap and all else, in MiB.
    long peakMemory() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the garbage collector did, from its log.
    ///
    /// @param heap the largest it was, in MiB
    /// @param longest pause
    record Collected(long heap, long live, Duration longest) {}

    /// What the garbage collector did so far.
    Collected collected() {
        long heap = 0;
        long live = 0;
        double longest = 0;
        try {
            List<String> log = Files.readAllLines(home.resolve("gc.log"));
            for (String line : log) {
                Matcher numbers = COLLECTED.matcher(line);
                if (numbers.find()) {
                    heap = Math.max(heap, Long.parseLong(numbers.group(3)));
                    live = line.contains("Full") ? Long.parseLong(numbers.group(2)) : live;
                    longest = Math.max(longest, Double.parseDouble(numbers.group(4)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Collected(heap, live, Duration.ofNanos((long) (longest * 1e6)));
    }

    /// Stops it as Ctrl-C does.
    @Override
    public void close() {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
