package org.folkmoot.corpus.report;

import java.util.List;

/// The checked figures of one question as the report shows them.
///
/// @param question its id
/// @param read answers read by people
/// @param population answers the figures stand for
/// @param readers how many people read
/// @param agreement of the readers with each other
/// @param reach the accuracy aimed at, in percentage points, as text
/// @param notes why a figure is not given and what to know of others
public record CheckedPart(
        String question,
        int read,
        int population,
        int readers,
        Agreement agreement,
        String reach,
        List<Row> rows,
        List<String> notes) {
    /// How far readers agree.
    ///
    /// @param readTwice answers read by two people or more, 0 if there was one reader
    /// @param onAnswers coefficient of agreement on whole answers, as text; empty where there is none
    /// @param differing answers on which readers differ
    /// @param adjudicated of these decided by someone
    /// @param open of these on which a theme is undecided
    public record Agreement(int readTwice, String onAnswers, int differing, int adjudicated, int open) {}

    /// One theme, its figures as text.
    ///
    /// @param sub whether it is a sub-theme
    /// @param low lower end of the share's interval
    /// @param alpha and `kappa` of the readers, with their intervals
    /// @param more answers still to be read
    public record Row(
            String id,
            String headline,
            boolean sub,
            String machine,
            String share,
            String low,
            String high,
            String precision,
            String recall,
            String alpha,
            String kappa,
            String more) {}

    public CheckedPart {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    String anchor() {
        return Anchors.of("question", question);
    }
}
