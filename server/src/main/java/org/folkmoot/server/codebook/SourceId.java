package org.folkmoot.server.codebook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The name of a source: an immutable definition of a theme, to which the question was coded once.
public record SourceId(@JsonValue String value) implements Comparable<SourceId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SourceId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a source's id must not be blank");
        }
    }

    @Override
    public int compareTo(SourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
