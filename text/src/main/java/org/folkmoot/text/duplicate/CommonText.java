package org.folkmoot.text.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.folkmoot.text.Span;
import org.folkmoot.text.passage.Passages;

/// The wording of a campaign, ready to compare others with.
final class CommonText {
    private static final double KEPT = 0.5;

    private final int[] shingles;
    private final List<int[]> passages = new ArrayList<>();

    /// @param reader scratch
    CommonText(String text, Shingles reader) {
        reader.read(text);
        shingles = reader.distinct();
        for (Span span : Passages.of(text)) {
            reader.read(text, span.start(), span.end());
            if (reader.wordCount() >= Shingles.WORDS) {
                passages.add(reader.distinct());
            }
        }
    }

    /// Share of the three-word runs just read that stand in the common text.
    double shareOf(Shingles read) {
        int shared = 0;
        for (int i = 0; i < read.size(); i++) {
            shared += Arrays.binarySearch(shingles, read.hash(i)) >= 0 ? 1 : 0;
        }
        return shared / (double) read.size();
    }

    /// Share of the common text's passages, weighted by length, of which at least half stands in the text just read.
    double keptBy(Shingles read) {
        int[] others = read.distinct();
        double kept = 0;
        double all = 0;
        for (int[] passage : passages) {
            long shared = Arrays.stream(passage)
                    .filter(s -> Arrays.binarySearch(others, s) >= 0)
                    .count();
            all += passage.length;
            kept += shared >= KEPT * passage.length ? passage.length : 0;
        }
        return all == 0 ? 1 : kept / all;
    }
}
