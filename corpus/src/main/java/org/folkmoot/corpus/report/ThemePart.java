package org.folkmoot.corpus.report;

import java.util.List;
import org.folkmoot.text.theme.Theme;

/// One theme as the report shows it.
///
/// @param number its place among its siblings, e.g. `3` or `3.2`
/// @param base the number of answers that its share is of
/// @param mixed how it mixes positions, empty if it does not
/// @param quotes a few passages that show its breadth
/// @param more further passages, those coded with most confidence first
/// @param passages what is behind `quotes` and `more`, and why some are not there
public record ThemePart(
        String anchor,
        String number,
        Theme theme,
        int submissions,
        int distinctTexts,
        int base,
        String mixed,
        List<Quote> quotes,
        List<Quote> more,
        ThemePassages passages,
        List<ThemePart> subThemes) {
    int shown() {
        return quotes.size() + more.size();
    }
}
