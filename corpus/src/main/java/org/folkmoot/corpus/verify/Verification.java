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

    /// Checks that every file is as it was written, that the inputs named in the manifest are as they were read
    /// (where they are still there), that every received row has one status under every question, that every
    /// passage stands word for word at its offsets, and that the tables agree with each other.
    ///
    /// @throws IllegalArgumentException if the folder is not an output of Folkmoot
    /// @throws java.io.UncheckedIOException if a file cannot be read
    public static Verification of(Path folder) {
        List<Check> checks = new ArrayList<>();
        checks.add(FileChecks.written(folder));
        checks.add(FileChecks.inputs(folder));
        if (FileChecks.tables(folder).isEmpty()) {
            checks.addAll(new TableChecks(folder).all());
        } else {
            checks.add(new Check("Tables", "not looked at", FileChecks.tables(folder)));
        }
        return new Verification(checks);
    }

    public boolean isSound() {
        return checks.stream().allMatch(check -> check.findings().isEmpty());
    }
}
