package org.folkmoot.server.codebook;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.folkmoot.text.theme.Theme;
import org.jspecify.annotations.Nullable;

/// An immutable definition of a theme, to which a question was coded once.
///
/// @param definition as the engine codes to it; its id is the source's
/// @param centre mean vector of the passages it was found in or made of, null if there are none
public record ThemeSource(SourceId id, Definition definition, float @Nullable [] centre) {
    /// What the engine codes by.
    public record Definition(String headline, String description, List<String> keyPhrases, List<String> examples) {
        public Definition {
            keyPhrases = List.copyOf(keyPhrases);
            examples = List.copyOf(examples);
        }
    }

    /// A source as the engine proposed it.
    public static ThemeSource of(Theme theme, float @Nullable [] centre) {
        return new ThemeSource(
                new SourceId(theme.id()),
                new Definition(theme.headline(), theme.description(), theme.keyPhrases(), theme.examples()),
                centre);
    }

    /// The same under another name.
    ThemeSource named(String name) {
        return new ThemeSource(new SourceId(name), definition, centre);
    }

    /// For the engine.
    public Theme theme() {
        return new Theme(
                id.value(),
                definition.headline(),
                definition.description(),
                definition.keyPhrases(),
                null,
                definition.examples());
    }

    /// Little-endian floats.
    static byte @Nullable [] bytes(float @Nullable [] vector) {
        if (vector == null) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate(4 * vector.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    static float @Nullable [] vector(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        float[] vector = new float[bytes.length / 4];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
