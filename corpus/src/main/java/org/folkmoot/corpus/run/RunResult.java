package org.folkmoot.corpus.run;

import java.util.List;
import org.folkmoot.corpus.Analysis;
import org.folkmoot.corpus.Fault;

/// What came of a run: an analysis, or all the reasons why there is none.
public sealed interface RunResult {
    /// The consultation was read and analysed.
    ///
    /// @param faults warnings about the files
    record Done(Analysis analysis, List<Fault> faults) implements RunResult {}

    /// Files could not be used; nothing was analysed.
    record Refused(List<Fault> faults) implements RunResult {}
}
