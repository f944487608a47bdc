package org.folkmoot.server.consultation;

import java.util.List;
import org.folkmoot.server.platform.Remembered;
import org.springframework.stereotype.Component;

/// What the check of waiting files found. It is kept as long as the consultation has the same files in the same states,
/// since nothing else goes into it: reading a large file anew takes seconds.
@Component
class CheckedFiles {
    private static final int KEPT = 50;

    private final ReceivedFiles files;
    private final ImportingFiles importing;
    private final FileViews views;
    private final Remembered<Key, FileViews.Check> known = new Remembered<>(KEPT);

    CheckedFiles(ReceivedFiles files, ImportingFiles importing, FileViews views) {
        this.files = files;
        this.importing = importing;
        this.views = views;
    }

    private record Key(long consultation, String batch) {}

    /// The check of a batch that waits.
    ///
    /// @throws org.folkmoot.server.platform.Refused if nothing of that name waits
    FileViews.Check of(long consultation, String batch) {
        List<ReceivedFile> all = files.of(consultation);
        return known.of(
                new Key(consultation, batch),
                all,
                () -> views.of(consultation, importing.preview(consultation, batch)));
    }
}
