package org.folkmoot.corpus.report;

import org.folkmoot.corpus.Analysis;

/// An analysis as one self-contained HTML file.
public final class Report {
    private Report() {}

    /// The whole file.
    public static String html(Analysis analysis) {
        return "<!DOCTYPE html><title>" + analysis.questions().size() + "</title>";
    }
}
