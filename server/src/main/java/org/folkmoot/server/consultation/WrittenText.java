package org.folkmoot.server.consultation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// What a person wrote in one section of a report.
///
/// @param version counts from 1 in each section
/// @param figures of the section when it was written
public record WrittenText(int version, String text, SequencedMap<String, String> figures, String who, Instant at) {
    private static final String NONE = "–";

    public WrittenText {
        figures = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(figures));
    }

    /// A figure that is not what it was.
    public record Change(String name, String then, String now) {}

    /// Its paragraphs: empty lines stand between them.
    public List<String> paragraphs() {
        return List.of(text.strip().split("\\R\\s*\\R")).stream()
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    /// The figures that have changed since it was written; the text is stale if there are any.
    public List<Change> changes(Map<String, String> now) {
        return changes(figures, now);
    }

    static List<Change> changes(Map<String, String> then, Map<String, String> now) {
        Set<String> names = new LinkedHashSet<>(then.keySet());
        names.addAll(now.keySet());
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            String before = then.getOrDefault(name, NONE);
            String after = now.getOrDefault(name, NONE);
            if (!before.equals(after)) {
                changes.add(new Change(name, before, after));
            }
        }
        return changes;
    }
}
