package org.folkmoot.server.codebook;

import java.util.Map;

/// A question's codebook as it is kept: the log of edits, and the sources that its themes carry.
///
/// @param questionCode e.g. `Q3`
/// @param proposedBy the run that proposed the base
/// @param codedBy the run whose codings are current
/// @param places by source its number in the codings of runs
public record Kept(
        long id,
        long consultation,
        long question,
        String questionCode,
        long proposedBy,
        long codedBy,
        EditLog log,
        Map<SourceId, Integer> places) {
    public Kept {
        places = Map.copyOf(places);
    }

    /// The themes as they are now.
    public Codebook themes() {
        return log.state();
    }

    /// A name for a theme or source that the next edit brings; no other edit ever gets it.
    ///
    /// @param part counts the things that one edit brings
    String nextName(int part) {
        return questionCode + "-e" + (log.last() + 1) + (part == 0 ? "" : "." + part);
    }

    /// The place of a source.
    int place(SourceId source) {
        Integer place = places.get(source);
        if (place == null) {
            throw new IllegalStateException("the codebook of " + questionCode + " has no source " + source);
        }
        return place;
    }
}
