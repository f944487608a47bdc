package org.folkmoot.server.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, unpacked once from the program's own archive.
final class Binaries {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final String VERSION = "postgresql-18.6";

    private Binaries() {}

    /// The folder that holds `bin/postgres`, unpacked below `home` unless it is there already.
    static Path in(Path home) {
        Path folder = home.resolve(VERSION);
        if (Files.isExecutable(folder.resolve("bin/postgres"))) {
            return folder;
        }
        Path part =
                home.resolve("." + VERSION + ".part-" + ProcessHandle.current().pid());
        try (InputStream archive = Binaries.class.getResourceAsStream(ARCHIVE)) {
            if (archive == null) {
                throw new IllegalStateException("this build has no PostgreSQL for this machine; give --database-url");
            }
            unpack(archive, part);
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack PostgreSQL to " + folder, e);
        }
    }

    private static void unpack(InputStream archive, Path to) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = to.resolve(entry.getName()).normalize();
                if (!file.startsWith(to)) {
                    throw new IOException("an entry leaves the folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(file.getParent());
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                    boolean executable = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }
}
