package org.folkmoot.server.codebook;

import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// Edits and codebooks as JSON, for the database and the audit log: `{"version": 1, "edit": …}` and
/// `{"version": 1, "codebook": …}`. What this version does not know is refused, never dropped.
public final class CodebookJson {
    private static final int VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CodebookJson() {}

    private record OfEdit(int version, ThemeEdit edit) {
        OfEdit {
            Objects.requireNonNull(edit, "edit");
        }
    }

    private record OfCodebook(int version, Codebook codebook) {
        OfCodebook {
            Objects.requireNonNull(codebook, "codebook");
        }
    }

    private record Head(int version) {}

    public static String of(ThemeEdit edit) {
        return JSON.writeValueAsString(new OfEdit(VERSION, edit));
    }

    public static String of(Codebook codebook) {
        return JSON.writeValueAsString(new OfCodebook(VERSION, codebook));
    }

    /// @throws IllegalArgumentException if it is not an edit of this version
    public static ThemeEdit edit(String json) {
        return read(json, OfEdit.class).edit();
    }

    /// @throws IllegalArgumentException if it is not a codebook of this version
    public static Codebook codebook(String json) {
        return read(json, OfCodebook.class).codebook();
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            Head head = JSON.readerFor(Head.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(json);
            if (head.version() != VERSION) {
                throw new IllegalArgumentException(
                        "the codebook's JSON has version " + head.version() + ", this program reads " + VERSION);
            }
            return JSON.readValue(json, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not the codebook's JSON: " + e.getOriginalMessage(), e);
        }
    }
}
