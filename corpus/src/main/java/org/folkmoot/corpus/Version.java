package org.folkmoot.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Which version of Folkmoot this is; the build writes it from the project's own.
public final class Version {
    private static final String RESOURCE = "version.txt";

    private Version() {}

    /// E.g. `1.2.0`, or `1.2.0-SNAPSHOT` on the way to it.
    public static String current() {
        try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }
}
