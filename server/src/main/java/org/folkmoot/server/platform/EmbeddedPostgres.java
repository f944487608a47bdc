package org.folkmoot.server.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A real PostgreSQL of this program's own: unpacked, initialised and started below one folder, gone with the program.
///
/// It listens on the loopback address only, asks for a random password, and syncs to disk before it acknowledges. The
/// kernel ends it when this program dies, however it dies; what was committed is recovered at the next start.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String OWNER = "folkmoot";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final int port;
    private final String password;

    private final FileChannel lock;

    private EmbeddedPostgres(Process process, int port, String password, FileChannel lock) {
        this.process = process;
        this.port = port;
        this.password = password;
        this.lock = lock;
    }

    /// Starts on the data below `home`, which is created if need be.
    ///
    /// @throws IllegalStateException if another program works on it, or if PostgreSQL does not start
    ///     within a minute, with the end of its log
    public static EmbeddedPostgres start(Path home) {
        try {
            Files.createDirectories(home);
            Path folder = home.toRealPath();
            FileChannel lock = lock(folder);
            Path programs = Binaries.in(folder).resolve("bin");
            Path data = folder.resolve("data");
            String password = password(folder.resolve("database-password"));
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                initialise(programs, data, folder);
            }
            int port = freePort();
            return started(programs, folder, port, password, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the database below " + home + ": " + e.getMessage(), e);
        }
    }

    /// The database below `home` if some other program has started it: its lock file says on which port.
    public static Optional<DatabaseAddress> running(Path home) {
        Path lock = home.resolve("data").resolve("postmaster.pid");
        Path password = home.resolve("database-password");
        try {
            if (!Files.exists(lock) || !Files.exists(password)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(lock);
            if (lines.size() < 4) {
                return Optional.empty();
            }
            var address = new DatabaseAddress(
                    "jdbc:postgresql://127.0.0.1:"
                            + Integer.parseInt(lines.get(3).strip()) + "/postgres",
                    OWNER,
                    Files.readString(password).strip());
            try (var _ = address.open()) {
                return Optional.of(address);
            }
        } catch (IOException | SQLException | NumberFormatException _) {
            return Optional.empty(); // a lock that a killed program left behind
        }
    }

    /// Held as long as this program lives, however it dies.
    private static FileChannel lock(Path home) throws IOException {
        FileChannel channel =
                FileChannel.open(home.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IllegalStateException("another Folkmoot is at work on " + home
                    + "; stop it first, or give this one a home of its own in FOLKMOOT_HOME");
        }
        return channel;
    }

    /// A postmaster that was just killed holds its shared memory for a moment, so a start that fails is tried again.
    private static EmbeddedPostgres started(Path programs, Path home, int port, String password, FileChannel lock)
            throws IOException {
        Path log = home.resolve("postgresql.log");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Process process = spawn(programs, home.resolve("data"), log, port);
            var postgres = new EmbeddedPostgres(process, port, password, lock);
            if (postgres.answers(end)) {
                return postgres;
            }
            process.destroy();
            if (System.nanoTime() > end) {
                throw new IllegalStateException("PostgreSQL does not start; the end of " + log + ": " + tail(log));
            }
            pause(Duration.ofMillis(200));
        }
    }

    private static Process spawn(Path programs, Path data, Path log, int port) {
        List<String> command = new ArrayList<>(unprivileged());
        command.addAll(List.of(
                programs.resolve("postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "shared_buffers=128MB",
                "-c",
                "work_mem=32MB",
                "-c",
                "maintenance_work_mem=128MB",
                "-c",
                "max_wal_size=2GB",
                "-c",
                "max_connections=100",
                "-c",
                "jit=off"));
        CompletableFuture<Process> started = new CompletableFuture<>();
        // The kernel ends PostgreSQL when the thread that started it ends: this one lasts as long as the program.
        Thread.ofPlatform().daemon().name("postgresql").start(() -> {
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
                started.complete(process);
                process.waitFor();
            } catch (IOException e) {
                started.completeExceptionally(e);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        return started.join();
    }

    /// PostgreSQL refuses to run as root: as root it gets a user namespace in which it is nobody, its files still its
    /// own.
    private static List<String> unprivileged() {
        List<String> dying = List.of("setpriv", "--pdeathsig", "INT");
        if (!"root".equals(System.getProperty("user.name"))) {
            return dying;
        }
        List<String> command = new ArrayList<>(List.of("unshare", "-U"));
        command.addAll(dying);
        return command;
    }

    private static void initialise(Path programs, Path data, Path home) throws IOException {
        Path part = home.resolve("data.part");
        deleteAll(part);
        List<String> command = new ArrayList<>(unprivileged());
        command.addAll(List.of(
                programs.resolve("initdb").toString(),
                "-D",
                part.toString(),
                "-U",
                OWNER,
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "-A",
                "scram-sha-256",
                "--pwfile=" + home.resolve("database-password")));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (exit(process) != 0) {
            throw new IOException("initdb failed: " + output.strip());
        }
        Files.move(part, data);
    }

    private static int exit(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database was made ready", e);
        }
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
        }
        return Files.readString(file).strip();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean answers(long end) {
        while (process.isAlive() && System.nanoTime() < end) {
            try (var _ = DriverManager.getConnection(url(), user(), password)) {
                return true;
            } catch (SQLException _) {
                pause(Duration.ofMillis(40));
            }
        }
        return false;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database started", e);
        }
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    private static void deleteAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /// Where it listens, for JDBC.
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /// The role that owns the data.
    public String user() {
        return OWNER;
    }

    public String password() {
        return password;
    }

    /// Its process, for tests that kill it.
    public long pid() {
        return process.pid();
    }

    /// Ends all sessions and stops cleanly.
    @Override
    public void close() {
        try {
            // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for sessions to end by themselves.
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            lock.close();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException _) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
