package org.folkmoot.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.folkmoot.text.Progress;

/// One measurement of accuracy on real labelled data, as a table with its targets.
public interface Evaluation {
    /// Short name for the command line, e.g. `discovery`.
    String name();

    /// Folders of the data directory that it reads.
    List<String> needs();

    /// What it reads and does not find; it can run where there is none.
    ///
    /// @param data the data directory (`FOLKMOOT_DATA`)
    default List<Path> absent(Path data) {
        return needs().stream()
                .map(data::resolve)
                .filter(folder -> !Files.isDirectory(folder))
                .toList();
    }

    /// Runs on the whole of its data.
    ///
    /// @param data the data directory (`FOLKMOOT_DATA`)
    List<Table> run(Path data, Progress progress) throws IOException;
}
