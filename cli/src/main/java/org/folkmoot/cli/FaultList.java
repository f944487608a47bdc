package org.folkmoot.cli;

import java.io.PrintWriter;
import java.util.List;
import org.folkmoot.corpus.Fault;

/// Prints faults, one to a line: where, what, and what to do.
final class FaultList {
    private FaultList() {}

    static void print(List<Fault> faults, PrintWriter to) {
        for (Fault fault : faults) {
            String where = fault.source().row() > 0
                    ? fault.source().toString()
                    : fault.source().file()
                            + (fault.source().sheet().isEmpty()
                                    ? ""
                                    : ", sheet \"" + fault.source().sheet() + "\"");
            String column = fault.column().isEmpty() ? "" : ", column \"" + fault.column() + "\"";
            to.println(Shown.of("%s: %s%s: %s. To mend it: %s."
                    .formatted(
                            fault.severity() == Fault.Severity.ERROR ? "error" : "warning",
                            where,
                            column,
                            fault.message(),
                            fault.remedy())));
        }
        to.flush();
    }
}
