package org.folkmoot.corpus.read;

import static org.folkmoot.corpus.Fault.Severity.ERROR;
import static org.folkmoot.corpus.Fault.Severity.WARNING;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;

/// Collects all faults of a reading; of many alike the first are kept and the rest counted.
final class Faults {
    private record Kind(Fault.Severity severity, String code, String file, String sheet) {}

    private final int shown;
    private final List<Fault> kept = new ArrayList<>();
    private final Map<Kind, Integer> counts = new LinkedHashMap<>();

    Faults(int shown) {
        this.shown = shown;
    }

    void add(Fault fault) {
        Source at = fault.source();
        int seen = counts.merge(new Kind(fault.severity(), fault.code(), at.file(), at.sheet()), 1, Integer::sum);
        if (seen <= shown) {
            kept.add(fault);
        }
    }

    void error(String code, Source source, String column, String message, String remedy) {
        add(new Fault(ERROR, code, source, column, message, remedy));
    }

    void warning(String code, Source source, String column, String message, String remedy) {
        add(new Fault(WARNING, code, source, column, message, remedy));
    }

    boolean anyError() {
        return kept.stream().anyMatch(f -> f.severity() == ERROR);
    }

    /// Errors first, otherwise in the order found; kinds with more faults than are shown end with one that
    /// counts them.
    List<Fault> all() {
        var all = new ArrayList<Fault>(kept);
        counts.forEach((kind, n) -> {
            if (n > shown) {
                all.add(new Fault(
                        kind.severity,
                        kind.code,
                        new Source(kind.file, kind.sheet, 0),
                        "",
                        "%,d more of the same kind (%s) in this file".formatted(n - shown, kind.code),
                        "correct the ones listed, then inspect the file again"));
            }
        });
        var sorted = new ArrayList<Fault>(all.size());
        all.stream().filter(f -> f.severity() == ERROR).forEach(sorted::add);
        all.stream().filter(f -> f.severity() == WARNING).forEach(sorted::add);
        return List.copyOf(sorted);
    }
}
