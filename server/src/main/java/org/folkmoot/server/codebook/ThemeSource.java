package org.folkmoot.server.codebook;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.List;
import org.folkmoot.text.theme.Theme;
import org.jspecify.annotations.Nullable;

/// An immutable definition of a theme, to which a question was coded once.
///
/// @param definition as the engine codes to it; its id is the source's
/// @param centre mean vector of the passages it was found in or made of, null if there are none
public record ThemeSource(SourceId id, Definition definition, float @Nullable [] centre) {
    /// What the engine codes by.
    ///
    /// @param languages primary BCP 47 subtags of the answers it takes; empty if it takes those of any language
    public record Definition(
            String headline,
            String description,
            List<String> keyPhrases,
            List<String> examples,
            List<String> languages) {
        public Definition {
            keyPhrases = List.copyOf(keyPhrases);
            examples = List.copyOf(examples);
            languages = List.copyOf(languages);
        }
    }

    /// The languages that some sources take together, for a theme that carries them all; empty if one takes any, or
    /// there is none.
    public static List<String> languages(Collection<ThemeSource> some) {
        return some.stream().anyMatch(source -> source.definition.languages.isEmpty())
                ? List.of()
                : some.stream()
                        .flatMap(source -> source.definition.languages.stream())
                        .distinct()
                        .sorted()
                        .toList();
    }

    /// A source as the engine proposed it.
    public static ThemeSource of(Theme theme, float @Nullable [] centre) {
        return new ThemeSource(
                new SourceId(theme.id()),
                new Definition(
                        theme.headline(), theme.description(), theme.keyPhrases(), theme.examples(), theme.languages()),
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
                definition.examples(),
                definition.languages());
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
