package org.folkmoot.corpus.write;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/// A file of JSON values, one a line.
final class JsonLines implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final BufferedWriter out;

    JsonLines(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        out = Files.newBufferedWriter(file);
    }

    void add(Object value) throws IOException {
        out.write(JSON.writeValueAsString(value));
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
