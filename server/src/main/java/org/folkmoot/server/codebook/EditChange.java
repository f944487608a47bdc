package org.folkmoot.server.codebook;

import java.util.Set;
import java.util.stream.Collectors;

/// A codebook before and after one edit: as it was made, or as it was undone with all that were undone along with it.
record EditChange(EditLog.Entry entry, Codebook before, Codebook after) {
    /// @param number of an entry of the log
    static EditChange of(EditLog log, long number) {
        EditLog.Entry entry = log.entries().get((int) number - 1);
        EditLog.Undoing undone = entry.undone();
        return undone == null
                ? new EditChange(entry, log.stateAfter(number - 1), log.stateAfter(number))
                : new EditChange(entry, beforeUndoing(log, number, undone), log.state());
    }

    private static Codebook beforeUndoing(EditLog log, long number, EditLog.Undoing undone) {
        Set<Long> along = log.entries().stream()
                .filter(other -> undone.equals(other.undone()) && other.number() != number)
                .map(EditLog.Entry::number)
                .collect(Collectors.toSet());
        return log.turn(number, along, undone.person(), undone.at()) instanceof EditLog.Changed.Done done
                ? done.log().state()
                : log.state();
    }
}
