package org.folkmoot.corpus.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/// The file `files.json`: the SHA-256 of every file of an output folder but itself and the timings, which differ from
/// run to run.
public final class FileHashes {
    private FileHashes() {}

    /// The hashes recorded when the folder was written, by path relative to it with `/` between names.
    ///
    /// @throws IllegalArgumentException if the folder has no such record
    public static SortedMap<String, String> recorded(Path folder) {
        Path file = folder.resolve(OutputNames.FILES);
        try {
            return ManifestFile.JSON.readValue(Files.readString(file), new TypeReference<TreeMap<String, String>>() {});
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    folder + " is not an output folder of Folkmoot: no readable " + OutputNames.FILES, e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + " is damaged: " + e.getOriginalMessage(), e);
        }
    }

    /// Writes the record for the files that are there now.
    ///
    /// @throws IOException if the disk refuses
    public static void record(Path folder) throws IOException {
        ManifestFile.write(folder.resolve(OutputNames.FILES), present(folder));
    }

    /// The hashes of the files that are there now.
    ///
    /// @throws UncheckedIOException if a file cannot be read
    public static SortedMap<String, String> present(Path folder) {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!name.equals(OutputNames.FILES) && !name.equals(OutputNames.TIMINGS)) {
                    hashes.put(name, sha256(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
        return hashes;
    }

    /// SHA-256 of a file, in lower-case hexadecimal.
    public static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
