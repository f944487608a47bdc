package org.folkmoot.server.codebook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The name of a theme that never changes and is never given again, e.g. `Q3-07`.
public record ThemeId(@JsonValue String value) implements Comparable<ThemeId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ThemeId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a theme's id must not be blank");
        }
    }

    @Override
    public int compareTo(ThemeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
