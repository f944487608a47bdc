package org.folkmoot.corpus.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What re-checking an output folder found, from its files alone.
///
/// @param checks in the order made
public record Verification(List<Check> checks) {
    /// One kind of check.
    ///
    /// @param name for a person to read
    /// @param checked what was looked at, e.g. "12 files"
    /// @param findings what is wrong, each with file and row; empty if all is well
    public record Check(String name, String checked, List<String> findings) {
        public Check {
            findings = List.copyOf(findings);
        }
    }

    public Verification {
        checks = List.copyOf(checks);
    }

    /// Checks an output folder.
    ///
    /// Every file must be as it was written, the inputs named in the manifest as they were read (where
    /// they are still there) and every answer as received; every received row must have one status
    /// under every question, every passage stand word for word at its offsets, and the tables, the
    /// workbook, the report and the figures of the manifest agree with each other.
    ///
    /// @throws IllegalArgumentException if the folder is not an output of Folkmoot
    /// @throws java.io.UncheckedIOException if a file cannot be read
    public static Verification of(Path folder) {
        List<Check> checks = new ArrayList<>();
        checks.add(FileChecks.written(folder));
        checks.add(FileChecks.inputs(folder));
        if (FileChecks.tables(folder).isEmpty()) {
            checks.add(ReceivedChecks.answers(folder));
            checks.addAll(new TableChecks(folder).all());
            checks.add(FileChecks.workbook(folder));
            checks.add(ManifestChecks.figures(folder));
            checks.add(new ReportChecks(folder).all());
        } else {
            checks.add(new Check("Tables", "not looked at", FileChecks.tables(folder)));
        }
        return new Verification(checks);
    }

    public boolean isSound() {
        return checks.stream().allMatch(check -> check.findings().isEmpty());
    }
}
