package org.folkmoot.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.folkmoot.corpus.Fault;
import org.folkmoot.corpus.Source;
import org.folkmoot.corpus.edit.RatingsFile;
import org.folkmoot.corpus.write.ItemList;

/// The faults of labels that depend on the level of the ratings and on the codebook.
final class RatingFaults {
    private final RatingLevel level;
    private final List<String> ordered;
    private final Set<String> codebook;

    /// @param codebook the labels allowed, or none if all are
    RatingFaults(RatingLevel level, List<String> codebook) {
        this.level = level;
        this.ordered = codebook;
        this.codebook = new HashSet<>(codebook);
    }

    List<Fault> of(List<RatingsFile.Row> rows) {
        List<Fault> faults = new ArrayList<>();
        int blank = 0;
        for (RatingsFile.Row row : rows) {
            if (level.isSet()) {
                ItemList.split(row.label()).forEach(label -> unknown(row, label, faults));
            } else if (row.label().isEmpty()) {
                blank++;
            } else {
                unknown(row, row.label(), faults);
                notANumber(row, faults);
            }
        }
        if (blank > 0) {
            Source whole = new Source(rows.getFirst().source().file(), "", 0);
            faults.add(new Fault(
                    Fault.Severity.WARNING,
                    "blank-label",
                    whole,
                    "label",
                    blank + " labels are blank and taken as not rated",
                    "fill them in if they were rated"));
        }
        return faults;
    }

    private void unknown(RatingsFile.Row row, String label, List<Fault> faults) {
        if (!codebook.isEmpty() && !codebook.contains(label)) {
            faults.add(error(
                    "unknown-label",
                    row,
                    "the label \"" + label + "\" is not in the codebook",
                    "use one of its " + ordered.size() + " labels, or add this one to it"));
        }
    }

    private void notANumber(RatingsFile.Row row, List<Fault> faults) {
        boolean needed = level.isNumeric() || (level == RatingLevel.ORDINAL && codebook.isEmpty());
        if (!needed) {
            return;
        }
        double value = number(row.label());
        if (!Double.isFinite(value)) {
            faults.add(error(
                    "not-a-number",
                    row,
                    "the label \"" + row.label() + "\" is not a number",
                    level == RatingLevel.ORDINAL
                            ? "give the labels from low to high with --codebook"
                            : "write a number, or choose --level nominal"));
        } else if (level == RatingLevel.RATIO && value < 0) {
            faults.add(error(
                    "negative",
                    row,
                    "a ratio scale has no negative values: " + row.label(),
                    "mend the value, or choose --level interval"));
        }
    }

    private static double number(String label) {
        try {
            return Double.parseDouble(label);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    private static Fault error(String code, RatingsFile.Row row, String message, String remedy) {
        return new Fault(Fault.Severity.ERROR, code, row.source(), "label", message, remedy);
    }
}
