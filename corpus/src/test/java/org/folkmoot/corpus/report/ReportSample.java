package org.folkmoot.corpus.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.folkmoot.corpus.LargeAnalysis;

/// Writes a report of a made-up analysis, to look at.
final class ReportSample {
    private ReportSample() {}

    /// Arguments: number of answers, file to write.
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[1]), Report.html(LargeAnalysis.of(Integer.parseInt(args[0]))));
    }
}
