package org.folkmoot.corpus.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.folkmoot.corpus.Manifest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The file `manifest.json`: what a run was made of, in a fixed order of keys.
public final class ManifestFile {
    static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(LineFeeds.PRINTER)
            .build();

    private ManifestFile() {}

    static void write(Path file, Object value) {
        try {
            Files.writeString(file, JSON.writeValueAsString(value) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /// Reads a manifest back.
    ///
    /// @throws IllegalArgumentException if the file is not a manifest
    /// @throws UncheckedIOException if the file cannot be read
    public static Manifest read(Path file) {
        try {
            return JSON.readValue(Files.readString(file), Manifest.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + " is not a manifest of Folkmoot: " + e.getOriginalMessage(), e);
        }
    }
}
