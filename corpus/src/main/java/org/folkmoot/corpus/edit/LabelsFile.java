package org.folkmoot.corpus.edit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;

/// The labels that ratings may use, in their order: the column `label` of a table, or `id` of a `themes.csv`.
///
/// @param labels in the order of the file, each once
/// @param faults with the row and the remedy; if one is an error the labels are not to be used
public record LabelsFile(List<String> labels, List<Fault> faults) {
    public LabelsFile {
        labels = List.copyOf(labels);
        faults = List.copyOf(faults);
    }

    /// @throws IllegalArgumentException if the file is not a table
    /// @throws java.io.UncheckedIOException if it cannot be read
    public static LabelsFile read(Path file) {
        Set<String> labels = new LinkedHashSet<>();
        List<Fault> faults = new ArrayList<>();
        new EditedTable(file, "Themes").forEach(line -> {
            String label = line.word(line.has("label") ? "label" : "id");
            if (!label.isEmpty() && !labels.add(label)) {
                faults.add(CodebookFile.error(
                        "duplicate-label",
                        line.source(),
                        line.has("label") ? "label" : "id",
                        "the label " + label + " is there already",
                        "keep one of the two rows"));
            }
        });
        if (labels.isEmpty()) {
            faults.add(CodebookFile.error(
                    "no-labels",
                    new Source(String.valueOf(file.getFileName()), "", 0),
                    "",
                    "there is no label",
                    "give a table with the column label, or a themes.csv with the column id"));
        }
        return new LabelsFile(List.copyOf(labels), faults);
    }
}
