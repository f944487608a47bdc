package org.folkmoot.server.consultation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.server.platform.Words;
import org.folkmoot.server.review.CheckedShares.Range;

/// What people's reading of a blind sample says of the shares of one question's themes.
///
/// @param read answers that people read, 0 if no sample was read
/// @param population answers that the sample stands for
/// @param shares by theme id the share with its interval, of the themes for which the sample can say
record CheckedShares(int read, int population, Map<String, Range> shares) {
    /// No sample was read.
    static final CheckedShares NONE = new CheckedShares(0, 0, Map.of());

    CheckedShares {
        shares = Map.copyOf(shares);
    }

    /// What the last closed sample says, of the themes that still mean what they meant when it was drawn.
    static CheckedShares of(org.folkmoot.server.review.CheckedShares.Checked checked) {
        Map<String, Range> shares = new HashMap<>();
        for (var theme : checked.themes()) {
            Double share = theme.share();
            if (theme.stands() && share != null) {
                shares.put(theme.theme(), new Range(share, theme.low(), theme.high()));
            }
        }
        return new CheckedShares(checked.read(), checked.population(), shares);
    }

    boolean isRead() {
        return read > 0;
    }

    /// The share of a theme; empty if the sample cannot say.
    Optional<Range> of(String theme) {
        return Optional.ofNullable(shares.get(theme));
    }

    /// The share of a theme with its interval, as text; a dash if the sample cannot say.
    String interval(String theme) {
        return of(theme)
                .map(range -> Words.ENGLISH.t(
                        "report.checked-interval",
                        Words.ENGLISH.percent(range.value()),
                        Words.ENGLISH.percent(range.low()),
                        Words.ENGLISH.percent(range.high())))
                .orElse("–");
    }
}
