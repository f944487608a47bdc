package org.folkmoot.server.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where files stand while they are read or written: below the home of the program, so that what a killed one left
/// behind is found, and removed, by the next.
@Component
public class TemporaryFiles {
    private final Path folder;

    TemporaryFiles(@Value("${folkmoot.temporary:${java.io.tmpdir}}") Path folder) {
        this.folder = folder;
    }

    /// The folder of this program below its home, empty. Those of programs that are no more are removed.
    public static Path below(Path home) {
        Path all = home.toAbsolutePath().resolve("temporary");
        try {
            Files.createDirectories(all);
            try (Stream<Path> left = Files.list(all)) {
                left.filter(TemporaryFiles::isLeft).forEach(TemporaryFiles::delete);
            }
            return Files.createDirectory(
                    all.resolve(Long.toString(ProcessHandle.current().pid())));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for temporary files below " + home, e);
        }
    }

    /// Whether nobody works there: its name is the number of the process that made it.
    private static boolean isLeft(Path folder) {
        String name = folder.getFileName().toString();
        return !name.matches("\\d{1,18}")
                || Long.parseLong(name) == ProcessHandle.current().pid()
                || ProcessHandle.of(Long.parseLong(name)).isEmpty();
    }

    /// A new private folder, to be deleted by the caller.
    public Path folder(String purpose) {
        try {
            return Files.createTempDirectory(Files.createDirectories(folder), "folkmoot-" + purpose);
        } catch (IOException e) {
            throw new UncheckedIOException("no folder can be made for temporary files", e);
        }
    }

    /// A new private file, to be deleted by the caller.
    public Path file(String purpose, String ending) {
        try {
            return Files.createTempFile(Files.createDirectories(folder), "folkmoot-" + purpose, "." + ending);
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary file can be made", e);
        }
    }

    /// Deletes a folder and all in it.
    public static void delete(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> all = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : all) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("temporary files could not be deleted", e);
        }
    }
}
