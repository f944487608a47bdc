package org.folkmoot.server.codebook;

import java.time.Instant;
import java.util.List;
import org.folkmoot.server.platform.Words;
import org.jspecify.annotations.Nullable;

/// One entry of the log of edits, for people to read.
///
/// @param undone who undid it and when, null while it stands
public record HistoryLine(long number, String what, String person, Instant at, EditLog.@Nullable Undoing undone) {
    /// The entries of a log, the latest first.
    static List<HistoryLine> of(EditLog log, Words words) {
        EditWords said = new EditWords(words, log);
        return log.entries().reversed().stream()
                .map(entry ->
                        new HistoryLine(entry.number(), said.of(entry), entry.person(), entry.at(), entry.undone()))
                .toList();
    }
}
