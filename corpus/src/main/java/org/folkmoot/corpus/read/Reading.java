package org.folkmoot.corpus.read;

import java.nio.file.Path;
import java.util.List;
import org.folkmoot.corpus.Consultation;
import org.folkmoot.corpus.Fault;
import org.folkmoot.text.Progress;
import org.jspecify.annotations.Nullable;

/// What came of reading files of responses: a consultation, or all the reasons why there is none.
public sealed interface Reading {
    /// What was seen, as far as the reading came.
    Inspection inspection();

    /// Everything found wrong, errors first.
    List<Fault> faults();

    /// All files were read; faults, if any, are warnings.
    ///
    /// @param roles the role of every column as used, stated or guessed
    /// @param rows data rows received; each is in a response or excluded
    record Read(Consultation consultation, Roles roles, int rows, Inspection inspection) implements Reading {
        @Override
        public List<Fault> faults() {
            return consultation.faults();
        }
    }

    /// At least one error; nothing was read.
    record Refused(List<Fault> faults, Inspection inspection) implements Reading {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /// Reads files (or folders of letters, or a Consult input folder) as one consultation. The same input gives
    /// the same result; memory is that of the texts, once.
    ///
    /// @param inputs files of the same layout, in order; at least one
    /// @param roles roles stated by a person, null to guess them all
    /// @throws java.util.concurrent.CancellationException if progress stops the reading
    static Reading read(List<Path> inputs, @Nullable Roles roles, Limits limits, Progress progress) {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("inputs must name at least one file");
        }
        return new Intake(roles == null ? Roles.NONE : roles, limits, progress).read(inputs);
    }
}
