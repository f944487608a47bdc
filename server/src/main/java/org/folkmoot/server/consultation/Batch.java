package org.folkmoot.server.consultation;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.server.platform.Refused;
import org.jspecify.annotations.Nullable;

/// Files that are checked and imported together: one table, or all letters that wait.
///
/// @param key in the path of its page
record Batch(String key, List<ReceivedFile> files) {
    private static final String LETTERS = "letters";

    Batch {
        files = List.copyOf(files);
    }

    /// What waits to be imported, of all files of a consultation.
    static List<Batch> waiting(List<ReceivedFile> all) {
        List<Batch> batches = new ArrayList<>();
        List<ReceivedFile> letters = new ArrayList<>();
        for (ReceivedFile file : all.reversed()) {
            if (file.state() != ReceivedFile.State.UPLOADED) {
                continue;
            }
            if (file.isLetter()) {
                letters.add(file);
            } else {
                batches.add(new Batch(Long.toString(file.id()), List.of(file)));
            }
        }
        if (!letters.isEmpty()) {
            batches.add(new Batch(LETTERS, letters));
        }
        return batches;
    }

    /// @throws Refused if nothing of this key waits
    static Batch find(List<ReceivedFile> all, String key) {
        return waiting(all).stream()
                .filter(batch -> batch.key.equals(key))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    List<Long> ids() {
        return files.stream().map(ReceivedFile::id).toList();
    }

    /// Roles that a person stated, null if nobody did.
    @Nullable
    String roles() {
        return files.getFirst().roles();
    }
}
