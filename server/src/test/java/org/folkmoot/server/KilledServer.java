package org.folkmoot.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.folkmoot.server.platform.DatabaseAddress;

/// The program as its user starts it, in a process group of its own that can be killed whole.
final class KilledServer {
    private final Process process;
    private final Path home;
    private final String site;
    private final BufferedReader out;

    private KilledServer(Process process, Path home, String site, BufferedReader out) {
        this.process = process;
        this.home = home;
        this.site = site;
        this.out = out;
    }

    /// Starts on `home` and waits until it says where it is.
    static KilledServer start(Path home) {
        try {
            Process process = command(home, "serve", "--port", "0");
            BufferedReader out = process.inputReader();
            String site = null;
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("Folkmoot is at ")) {
                    site = line.substring("Folkmoot is at ".length());
                    break;
                }
            }
            if (site == null) {
                throw new IllegalStateException(
                        "the server did not start: " + Files.readString(home.resolve("errors")));
            }
            return new KilledServer(process, home, site, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs one of the program's commands to its end.
    ///
    /// @return its exit code
    static int run(Path home, String... arguments) {
        try {
            Process process = command(home, arguments);
            process.getInputStream().readAllBytes();
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// A shell that runs the tests in its background makes them ignore INT, and Java keeps what it inherits: so INT
    /// is given back its meaning first, as a terminal would have it.
    private static Process command(Path home, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Server.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("FOLKMOOT_HOME", home.toString());
        Files.createDirectories(home);
        builder.redirectError(
                ProcessBuilder.Redirect.appendTo(home.resolve("errors").toFile()));
        return builder.start();
    }

    /// Where it is, without a slash at the end.
    String site() {
        return site;
    }

    /// A browser without script.
    TestClient client() {
        return new TestClient(site);
    }

    /// The path of the first administrator's link, which it prints at its very first start.
    String invitation() {
        try {
            String line = out.readLine();
            while (line != null && !line.contains("/invitation/")) {
                line = out.readLine();
            }
            return Objects.requireNonNull(line).substring(line.indexOf("/invitation/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The embedded database as its owner.
    DatabaseAddress database() {
        try {
            String port =
                    Files.readAllLines(home.resolve("data/postmaster.pid")).get(3);
            return new DatabaseAddress(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                    "folkmoot",
                    Files.readString(home.resolve("database-password")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Kills the whole process group at once, with no chance to tidy up.
    void kill() {
        signal("KILL");
    }

    /// Stops it as Ctrl-C does.
    void stop() {
        signal("INT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, "--", "-" + process.pid())
                    .start()
                    .waitFor();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the server outlives " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
