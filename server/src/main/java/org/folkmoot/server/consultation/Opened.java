package org.folkmoot.server.consultation;

import java.util.Map;
import org.folkmoot.corpus.Source;
import org.folkmoot.corpus.read.Reading;

/// A batch as it was read.
///
/// @param files id by the name under which it was read
/// @param imported names by id of the files imported before
record Opened(Batch batch, Reading reading, Map<String, Long> files, Map<Long, String> imported) {
    Opened {
        files = Map.copyOf(files);
        imported = Map.copyOf(imported);
    }

    /// The file where something was received; a fault of the whole batch is laid to its first.
    long fileOf(Source source) {
        return files.getOrDefault(source.file(), batch.ids().getFirst());
    }

    /// Whether rows bear ids of their respondents, so that they can be known again in a later file.
    boolean isNamed() {
        return reading.inspection().columns().stream()
                .anyMatch(column -> column.role() == org.folkmoot.corpus.read.Role.RESPONDENT);
    }
}
