package org.folkmoot.server.consultation;

import java.util.HashMap;
import java.util.Map;
import org.folkmoot.server.platform.Words;

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

    /// What the last closed sample says, of the themes that still mean what they meant when it was drawn.
    static CheckedShares of(org.folkmoot.server.review.CheckedShares.Checked checked) {
        Map<String, String> intervals = new HashMap<>();
        for (var theme : checked.themes()) {
            Double share = theme.share();
            if (theme.stands() && share != null) {
                intervals.put(
                        theme.theme(),
                        Words.ENGLISH.t(
                                "report.checked-interval",
                                Words.ENGLISH.percent(share),
                                Words.ENGLISH.percent(theme.low()),
                                Words.ENGLISH.percent(theme.high())));
            }
        }
        return new CheckedShares(checked.read(), checked.population(), intervals);
    }

    boolean isRead() {
        return read > 0;
    }

    String interval(String theme) {
        return intervals.getOrDefault(theme, "–");
    }
}
