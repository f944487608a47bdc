package org.folkmoot.server.consultation;

import java.util.Map;

/// What people's reading of a blind sample says of the shares of one question's themes.
///
/// @param read answers that people read, 0 if no sample was read
/// @param population answers that the sample stands for
/// @param intervals by theme id the share with its interval, as text
record CheckedShares(int read, int population, Map<String, String> intervals) {
    /// No sample was read.
    static final CheckedShares NONE = new CheckedShares(0, 0, Map.of());

    CheckedShares {
        intervals = Map.copyOf(intervals);
    }

    boolean isRead() {
        return read > 0;
    }

    String interval(String theme) {
        return intervals.getOrDefault(theme, "–");
    }
}
