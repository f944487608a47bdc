package org.folkmoot.server.consultation;

import java.util.List;
import org.folkmoot.corpus.Fault;
import org.folkmoot.server.platform.Words;

/// Faults of files as the workbench words them: the engine's remedies are those of the command line, where roles stand
/// in a file, while here they stand on a page.
final class PageFaults {
    private PageFaults() {}

    static List<Fault> of(List<Fault> faults) {
        return faults.stream().map(PageFaults::of).toList();
    }

    private static Fault of(Fault fault) {
        return new Fault(
                fault.severity(),
                fault.code(),
                fault.source(),
                fault.column(),
                word("fault.message." + fault.code(), fault.message()),
                word("fault.remedy." + fault.code(), fault.remedy()));
    }

    private static String word(String key, String engines) {
        return Words.ENGLISH.has(key) ? Words.ENGLISH.t(key) : engines;
    }
}
